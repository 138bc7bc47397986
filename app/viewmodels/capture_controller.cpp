#include "app/viewmodels/capture_controller.h"

#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_controller.h"
#include "platform/capture/code_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QStandardPaths>
#include <QUuid>

namespace tashilgar::viewmodels {

using platform::CaptureKind;

namespace {

/// Of the picture that is kept of a drawing: sharp on a printed page.
constexpr double kDrawingWidth = 1200;

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
{
}

CaptureController::~CaptureController() = default;

void CaptureController::take(const QString& ref, const QString& mediaType, int maxPixels)
{
    choose(kindFor(mediaType), [this, ref, wish = wishFor(mediaType, maxPixels)](const auto& file) {
        if (file)
            attach(ref, platform::prepareCapture(wish, *file, m_workFolder));
    });
}

void CaptureController::takeCode(const QString& asker)
{
    choose(CaptureKind::Photo, [this, asker](const auto& file) {
        if (!file)
            return;
        QImageReader reader(QString::fromStdString(file->string()));
        reader.setDecideFormatFromContent(true);
        const auto found = platform::readCode(reader.read());
        tell(asker, found ? QString() : tr("No code was found in this picture. Choose a sharper one, or type the code."));
        if (found)
            emit codeChosen(asker, found->text);
    });
}

void CaptureController::choose(CaptureKind kind, AnswerChoice answer)
{
    if (choosing())
        return;
    m_kind = nameOf(kind);
    m_answerChoice = std::move(answer);
    emit changed();
}

void CaptureController::tell(const QString& ref, const QString& sentence)
{
    m_trouble = sentence;
    m_troubleRef = ref;
    emit changed();
}

void CaptureController::takeFile(const QString& ref, const QString& mediaType, int maxPixels, const QString& file)
{
    attach(ref, platform::prepareCapture(wishFor(mediaType, maxPixels), pathOf(file), m_workFolder));
}

QUrl CaptureController::folder() const
{
    const auto usual = m_kind == u"photo" ? QStandardPaths::PicturesLocation
        : m_kind == u"sound"             ? QStandardPaths::MusicLocation
        : m_kind == u"video"             ? QStandardPaths::MoviesLocation
                                         : QStandardPaths::DocumentsLocation;
    const QString path = QStandardPaths::writableLocation(usual);
    return QUrl::fromLocalFile(QFileInfo::exists(path) ? path : QDir::homePath());
}

bool CaptureController::attach(const QString& ref, const base::Result<platform::Captured>& captured)
{
    tell(ref, captured ? QString() : tellOf(captured.error()));
    if (!captured)
        return false;
    const bool kept = m_fill->attachFile(ref, QString::fromStdString(captured->file.string()));
    std::error_code ignored;
    std::filesystem::remove(captured->file, ignored); // the store has its own copy
    return kept;
}

bool CaptureController::keepDrawing(
    const QString& ref, const Ink* ink, const QSizeF& size, double penWidth, const QString& beneath)
{
    if (!ink || size.isEmpty())
        return false;
    const QImage before = QImage::fromData(QByteArray::fromBase64(beneath.mid(beneath.indexOf(u',') + 1).toLatin1()));
    const double scale = kDrawingWidth / size.width();
    platform::Captured drawing{m_workFolder / (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".png"), "image/png", {}};
    std::error_code ignored;
    std::filesystem::create_directories(m_workFolder, ignored);
    if (!onWhitePaper(*ink, size, penWidth, scale, before).save(QString::fromStdString(drawing.file.string())))
        return attach(ref, base::fail(base::kIoError, "the drawing could not be written"));
    return attach(ref, drawing);
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
