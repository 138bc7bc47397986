#pragma once

#include "platform/capture/code_reader.h"
#include "platform/capture/frame_source.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

/// The camera, for whoever looks through it: runs while somebody watches, and reads codes while somebody waits for one.
///
/// It rests while the app is not seen. Several views may watch; the last one that came is the viewer, and has the camera to itself until it leaves.
class CameraController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QObject* viewer READ viewer NOTIFY changed)
    Q_PROPERTY(QVariant frame READ frameForQml NOTIFY framed)
    Q_PROPERTY(bool toward READ isToward NOTIFY changed)
    Q_PROPERTY(bool canTurn READ canTurn NOTIFY changed)
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torch READ torch WRITE setTorch NOTIFY changed)

public:
    /// \p source outlives the controller.
    explicit CameraController(platform::FrameSource& source, QObject* parent = nullptr);
    ~CameraController() override;

    /// "off", "starting", "running", "none", "forbidden" or "failed".
    QString state() const;
    QObject* viewer() const { return m_watchers.isEmpty() ? nullptr : m_watchers.last().view; }
    /// What the camera sees now; empty while it does not run.
    const QImage& frame() const { return m_frame; }
    QVariant frameForQml() const { return m_frame; }
    /// It looks at the person who holds the tablet.
    bool isToward() const;
    bool canTurn() const;
    bool hasTorch() const;
    bool torch() const;
    void setTorch(bool on);

    /// \p view looks through the camera from now on. \p codes: it waits for a code.
    Q_INVOKABLE void watch(QObject* view, bool toward, bool codes);
    Q_INVOKABLE void leave(QObject* view);
    /// To the other camera, where there is one.
    Q_INVOKABLE void turn();
    /// Once more after "failed", or when a camera was plugged in.
    Q_INVOKABLE void tryAgain();

signals:
    void changed();
    void framed();
    /// Once for a code that came before the camera; once more after it had left it.
    void codeRead(QObject* viewer, const QString& text);

private:
    struct Watcher {
        QObject* view = nullptr;
        platform::Facing facing = platform::Facing::Away;
        bool codes = false;
    };
    void apply();
    bool isSeen() const;
    void look(const QImage& frame);
    void read(const std::optional<platform::ReadCode>& found);

    platform::FrameSource* m_source;
    platform::CodeReader m_reader;
    QList<Watcher> m_watchers;
    QImage m_frame;
    QString m_lastCode;
    int m_without = 0; ///< looks without the last code, one after the other
};

} // namespace tashilgar::viewmodels
