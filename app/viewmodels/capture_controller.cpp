#include "app/viewmodels/capture_controller.h"

#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_controller.h"

#include <QPointer>
#include <QUrl>

namespace tashilgar::viewmodels {

using platform::CaptureKind;

namespace {

CaptureKind kindFor(const QString& mediaType)
{
    if (mediaType.startsWith(u"image"))
        return CaptureKind::Photo;
    if (mediaType.startsWith(u"audio"))
        return CaptureKind::Sound;
    if (mediaType.startsWith(u"video"))
        return CaptureKind::Video;
    return CaptureKind::File;
}

QString nameOf(CaptureKind kind)
{
    switch (kind) {
    case CaptureKind::Photo:
        return QStringLiteral("photo");
    case CaptureKind::Sound:
        return QStringLiteral("sound");
    case CaptureKind::Video:
        return QStringLiteral("video");
    case CaptureKind::File:
        break;
    }
    return QStringLiteral("file");
}

platform::CaptureWish wishFor(const QString& mediaType, int maxPixels)
{
    platform::CaptureWish wish{kindFor(mediaType), {}};
    if (maxPixels > 0)
        wish.maxPixels = maxPixels;
    return wish;
}

std::filesystem::path pathOf(const QString& file)
{
    return std::filesystem::path((file.startsWith(u"file:") ? QUrl(file).toLocalFile() : file).toStdString());
}

} // namespace

CaptureController::CaptureController(FillController& fill, std::filesystem::path workFolder, QObject* parent)
    : QObject(parent)
    , m_fill(&fill)
    , m_workFolder(std::move(workFolder))
    , m_capture(std::make_unique<platform::ChosenFileCapture>(
          [this](CaptureKind kind, AnswerChoice answer) {
              m_kind = nameOf(kind);
              m_answerChoice = std::move(answer);
              emit changed();
          },
          m_workFolder))
{
}

CaptureController::~CaptureController() = default;

void CaptureController::take(const QString& ref, const QString& mediaType, int maxPixels)
{
    if (choosing())
        return;
    m_capture->take(wishFor(mediaType, maxPixels),
        [self = QPointer(this), ref](const base::Result<platform::Captured>& captured) {
            if (self)
                self->attach(ref, captured);
        });
}

void CaptureController::takeFile(const QString& ref, const QString& mediaType, int maxPixels, const QString& file)
{
    attach(ref, platform::prepareCapture(wishFor(mediaType, maxPixels), pathOf(file), m_workFolder));
}

void CaptureController::attach(const QString& ref, const base::Result<platform::Captured>& captured)
{
    m_trouble.clear();
    m_troubleRef = ref;
    if (captured) {
        m_fill->attachFile(ref, QString::fromStdString(captured->file.string()));
        std::error_code ignored;
        std::filesystem::remove(captured->file, ignored); // the store has its own copy
    } else if (captured.error().code != base::kCancelled) {
        m_trouble = tellOf(captured.error());
    }
    emit changed();
}

void CaptureController::chosen(const QString& file)
{
    if (const AnswerChoice answer = std::exchange(m_answerChoice, nullptr))
        answer(pathOf(file));
    emit changed();
}

void CaptureController::cancelled()
{
    if (const AnswerChoice answer = std::exchange(m_answerChoice, nullptr))
        answer(std::nullopt);
    emit changed();
}

} // namespace tashilgar::viewmodels
