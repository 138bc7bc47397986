#pragma once

#include "app/viewmodels/ink.h"
#include "platform/capture/latest_only.h"

#include <QImage>
#include <QObject>
#include <QRectF>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace tashilgar::viewmodels {

class CameraController;
class CaptureController;
class FillController;

/// The photo page: a picture is taken or chosen, worked on, and kept as the answer of a question.
///
/// Until it is kept the picture is in memory only. What is kept is what was shown: blurred places, crops and marks are in the
/// file, and the picture that they were made of is written nowhere.
class PhotoController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool toward READ isToward NOTIFY changed)
    Q_PROPERTY(bool fresh READ isFresh NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QVariant picture READ pictureForQml NOTIFY pictureChanged)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY sizeChanged)
    Q_PROPERTY(QString tool READ tool WRITE setTool NOTIFY changed)
    Q_PROPERTY(tashilgar::viewmodels::Ink* ink READ ink CONSTANT)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY pictureChanged)
    Q_PROPERTY(int blurred READ blurred NOTIFY pictureChanged)

public:
    /// All outlive the controller. \p workFolder is where a photo lies between this page and the store.
    PhotoController(FillController& fill, CameraController& camera, CaptureController& capture, std::filesystem::path workFolder,
        QObject* parent = nullptr);
    ~PhotoController() override;

    /// "" while the page is closed, "live" before the camera, "shot" with a picture.
    const QString& step() const { return m_step; }
    /// The question.
    const QString& title() const { return m_title; }
    /// The camera that looks at the person is meant.
    bool isToward() const { return m_toward; }
    /// The form wants a photo that is taken now; a file stands for it only where there is no camera.
    bool isFresh() const { return m_fresh; }
    const QString& trouble() const { return m_trouble; }
    const QImage& picture() const { return m_picture; }
    QVariant pictureForQml() const { return m_picture; }
    /// What the file would have, "412 kB"; follows a change after a moment.
    const QString& sizeText() const { return m_sizeText; }
    /// "", "blur", "crop", "pen", "arrow" or "words": what a finger on the picture does.
    const QString& tool() const { return m_tool; }
    void setTool(const QString& tool);
    /// What the finger drew since it came down, in the units of the page.
    Ink* ink() { return &m_ink; }
    bool canUndo() const { return !m_steps.empty(); }
    /// Places that were blurred and are in the picture.
    int blurred() const;

    /// Opens the page for the question \p ref. \p appearance and \p maxPixels as the form says; 0: no limit.
    Q_INVOKABLE void begin(const QString& ref, const QString& title, const QString& appearance, int maxPixels);
    /// Opens it with the photo that is the answer now.
    Q_INVOKABLE void edit(const QString& ref, const QString& title, const QString& appearance, int maxPixels);
    /// Takes what the camera sees.
    Q_INVOKABLE bool shoot();
    Q_INVOKABLE void retake();
    Q_INVOKABLE void chooseFile();
    /// \p file instead of the camera; what a script does. False: it is no picture, `trouble` says so.
    Q_INVOKABLE bool load(const QString& file);
    /// Lets the tool work along what `ink` holds. The picture lies at \p place on the page, \p scale of its pixels to one
    /// there, and the brush or pen has \p width there.
    Q_INVOKABLE void apply(const QRectF& place, double scale, double width);
    /// Writes \p words where the finger was put, \p height high on the page.
    Q_INVOKABLE void write(const QString& words, const QRectF& place, double scale, double height);
    Q_INVOKABLE void rotate();
    Q_INVOKABLE void undo();
    /// Makes the picture the answer and closes the page. False: it stays open, `trouble` says why.
    Q_INVOKABLE bool keep();
    Q_INVOKABLE void close();

signals:
    void changed();
    void pictureChanged();
    void sizeChanged();

private:
    /// What undo() puts back: a part of the picture, or all of it.
    struct Step {
        QImage before;
        QPoint at;
        bool whole = false;
        bool blur = false;
    };
    void open(const QString& ref, const QString& title, const QString& appearance, int maxPixels);
    void show(const QImage& picture);
    void remember(Step step);
    void tell(const QString& trouble);
    void measure();

    FillController* m_fill;
    CameraController* m_camera;
    CaptureController* m_capture;
    std::filesystem::path m_workFolder;
    QString m_step;
    QString m_ref;
    QString m_title;
    QString m_trouble;
    QString m_sizeText;
    QString m_tool;
    QString m_firstTool; ///< in hand when a picture was taken
    QImage m_picture;
    Ink m_ink;
    std::vector<Step> m_steps;
    std::optional<int> m_maxPixels;
    bool m_toward = false;
    bool m_fresh = false;
    std::unique_ptr<platform::LatestOnly<QImage>> m_sizer; ///< from the first picture on
};

} // namespace tashilgar::viewmodels
