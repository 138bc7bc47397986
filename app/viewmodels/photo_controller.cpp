#include "app/viewmodels/photo_controller.h"

#include "app/viewmodels/camera_controller.h"
#include "app/viewmodels/capture_controller.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_controller.h"
#include "platform/capture/photo.h"
#include "platform/capture/retouch.h"

#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <cstring>

namespace tashilgar::viewmodels {

namespace {

/// What all steps back together may take of a small tablet's memory.
constexpr qsizetype kMostUndoBytes = 96'000'000;
/// Marks are to be found on brick and on asphalt alike.
const QColor kMark(0xd8, 0x1b, 0x1b);

QPolygonF onPicture(const QPolygonF& path, const QRectF& place, double scale)
{
    QPolygonF moved;
    for (const QPointF& point : path)
        moved << (point - place.topLeft()) * scale;
    return moved;
}

} // namespace

PhotoController::PhotoController(FillController& fill, CameraController& camera, CaptureController& capture,
    std::filesystem::path workFolder, QObject* parent)
    : QObject(parent)
    , m_fill(&fill)
    , m_camera(&camera)
    , m_capture(&capture)
    , m_workFolder(std::move(workFolder))
{
    connect(m_fill, &FillController::openChanged, this, [this] {
        if (!m_fill->isOpen())
            close();
    });
}

PhotoController::~PhotoController() = default;

void PhotoController::open(const QString& ref, const QString& title, const QString& appearance, int maxPixels)
{
    const QStringList words = appearance.split(u' ', Qt::SkipEmptyParts);
    m_ref = ref;
    m_title = title;
    m_toward = words.contains(u"new-front") || words.contains(u"selfie");
    m_fresh = m_toward || words.contains(u"new");
    m_firstTool = words.contains(u"annotate") ? QStringLiteral("pen") : QString();
    m_maxPixels = maxPixels > 0 ? std::optional(maxPixels) : std::nullopt;
    m_trouble.clear();
}

void PhotoController::begin(const QString& ref, const QString& title, const QString& appearance, int maxPixels)
{
    open(ref, title, appearance, maxPixels);
    retake();
}

void PhotoController::edit(const QString& ref, const QString& title, const QString& appearance, int maxPixels)
{
    open(ref, title, appearance, maxPixels);
    const QImage kept = QImage::fromData(m_fill->contentOf(ref));
    if (kept.isNull())
        retake();
    else
        show(kept);
}

void PhotoController::show(const QImage& picture)
{
    m_picture = platform::scaledDown(picture, m_maxPixels);
    m_picture.convertTo(m_picture.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    m_steps.clear();
    m_ink.clear();
    m_trouble.clear();
    m_tool = m_firstTool;
    m_step = QStringLiteral("shot");
    measure();
    emit changed();
    emit pictureChanged();
}

bool PhotoController::shoot()
{
    if (m_step != u"live" || m_camera->frame().isNull())
        return false;
    show(m_camera->frame().copy()); // the frame's memory is the camera's
    return true;
}

void PhotoController::retake()
{
    m_picture = {};
    m_steps.clear();
    m_ink.clear();
    m_sizeText.clear();
    m_step = QStringLiteral("live");
    emit sizeChanged();
    emit pictureChanged();
    emit changed();
}

void PhotoController::chooseFile()
{
    m_capture->choose(platform::CaptureKind::Photo, [this](const auto& file) {
        if (file && !m_step.isEmpty())
            load(QString::fromStdString(file->string()));
    });
}

bool PhotoController::load(const QString& file)
{
    const QString path = file.startsWith(u"file:") ? QUrl(file).toLocalFile() : file;
    const auto picture = platform::readPhoto(path.toStdString(), m_maxPixels);
    if (picture)
        show(*picture);
    else
        tell(tellOf(picture.error()));
    return picture.has_value();
}

void PhotoController::setTool(const QString& tool)
{
    m_tool = tool;
    m_ink.clear();
    emit changed();
}

int PhotoController::blurred() const
{
    return static_cast<int>(std::count_if(m_steps.begin(), m_steps.end(), [](const Step& step) { return step.blur; }));
}

void PhotoController::apply(const QRectF& place, double scale, double width)
{
    if (m_ink.count() == 0 || m_picture.isNull())
        return;
    const QPolygonF path = onPicture(m_ink.strokes().back(), place, scale);
    const QImage before = m_picture;
    m_ink.clear();
    QRect changedPart;
    if (m_tool == u"blur")
        changedPart = platform::coarsen(m_picture, path, width / 2 * scale);
    else if (m_tool == u"pen")
        changedPart = platform::drawLine(m_picture, path, width * scale, kMark);
    else if (m_tool == u"arrow")
        changedPart = platform::drawArrow(m_picture, path.front(), path.back(), width * scale, kMark);
    else if (m_tool == u"crop" && path.size() > 1) {
        m_picture = platform::cropped(m_picture, QRectF(path.front(), path.back()));
        m_tool.clear();
        remember({before, {}, true, false});
        emit changed();
        return;
    }
    if (!changedPart.isEmpty())
        remember({before.copy(changedPart), changedPart.topLeft(), false, m_tool == u"blur"});
}

void PhotoController::write(const QString& words, const QRectF& place, double scale, double height)
{
    if (m_ink.count() == 0 || m_picture.isNull())
        return;
    const QPointF centre = onPicture(m_ink.strokes().back(), place, scale).front();
    const QImage before = m_picture;
    m_ink.clear();
    const QRect part = platform::drawWords(m_picture, words.trimmed(), centre, height * scale, kMark);
    if (!part.isEmpty())
        remember({before.copy(part), part.topLeft(), false, false});
}

void PhotoController::rotate()
{
    if (m_picture.isNull())
        return;
    const QImage before = m_picture;
    m_picture = platform::turned(m_picture);
    remember({before, {}, true, false});
}

void PhotoController::remember(Step step)
{
    m_steps.push_back(std::move(step));
    qsizetype bytes = 0;
    for (auto it = m_steps.rbegin(); it != m_steps.rend(); ++it) {
        bytes += it->before.sizeInBytes();
        if (bytes > kMostUndoBytes && it != m_steps.rbegin()) {
            m_steps.erase(m_steps.begin(), it.base());
            break;
        }
    }
    measure();
    emit pictureChanged();
}

void PhotoController::undo()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    if (step.whole) {
        m_picture = step.before;
    } else {
        const int bytes = step.before.width() * m_picture.depth() / 8;
        for (int y = 0; y < step.before.height(); ++y)
            std::memcpy(m_picture.scanLine(step.at.y() + y) + step.at.x() * m_picture.depth() / 8, step.before.constScanLine(y),
                static_cast<std::size_t>(bytes));
    }
    measure();
    emit pictureChanged();
}

bool PhotoController::keep()
{
    if (m_step != u"shot")
        return false;
    const auto written = platform::writePicture(m_picture, m_workFolder, QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
    if (!written) {
        tell(tellOf(written.error()));
        return false;
    }
    const bool kept = m_fill->attachFile(m_ref, QString::fromStdString(written->file.string()));
    std::error_code ignored;
    std::filesystem::remove(written->file, ignored); // the store has its own
    if (kept)
        close();
    else
        tell(m_fill->trouble());
    return kept;
}

void PhotoController::close()
{
    if (m_step.isEmpty())
        return;
    retake();
    m_step.clear();
    m_tool.clear();
    emit changed();
}

void PhotoController::tell(const QString& trouble)
{
    m_trouble = trouble;
    emit changed();
}

void PhotoController::measure()
{
    if (!m_sizer) {
        m_sizer = std::make_unique<platform::LatestOnly<QImage>>([this](const QImage& picture) {
            const auto bytes = platform::encodedPhoto(picture).size();
            QMetaObject::invokeMethod(this, [this, bytes, size = picture.size()] {
                if (m_picture.size() != size)
                    return; // of another one
                m_sizeText = DisplayText::instance().size(static_cast<double>(bytes));
                emit sizeChanged();
            }, Qt::QueuedConnection);
        });
    }
    m_sizer->offer(m_picture);
}

} // namespace tashilgar::viewmodels
