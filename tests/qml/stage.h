#pragma once

#include "app/viewmodels/application.h"
#include "platform/capture/recorded_frame_source.h"
#include "tests/support/sound.h"
#include "tests/support/temporary_store.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// The whole app without its shell: a store with the six forms and a small neighbourhood, the view models over it, and, when
/// asked, the window. No network and no device; the test says what they would have said.
class Stage {
public:
    /// \p forms false: as before the first sync.
    explicit Stage(const QString& language = QStringLiteral("fa"), bool forms = true);
    ~Stage();

    viewmodels::Application& app() { return *m_app; }
    TemporaryStore& store() { return m_store; }
    fieldwork::FormLibrary& library() { return *m_library; }
    /// What the camera sees from its next start on; without a call there is no camera. \p toward: the one that looks at the
    /// person.
    void show(const QImage& picture, bool toward = false);
    /// One more form, from its XForm; \p media are its files by name.
    void put(const std::string& xml, const std::map<std::string, std::string>& media = {});
    /// Presses the finger down at \p from in the item, moves it to \p to, and lifts it.
    bool drag(const QString& objectName, QPointF from, QPointF to);
    /// A tap at a place of the item.
    bool pressAt(const QString& objectName, QPointF place);
    /// Joined to an office, as after enrolling.
    void join();
    /// A day's work: two drafts, and records that wait, are partly sent, have a receipt, came back.
    void work();
    /// Opens Main.qml. The reply is its window.
    QQuickWindow& open(int width, int height);
    /// The same with more initial properties.
    QQuickWindow& openWith(const QVariantMap& properties, int width, int height);
    void resize(int width, int height);
    /// Turns the event loop until everything has been drawn.
    void settle(int milliseconds = 350);
    /// The item of that objectName that is visible, or null.
    QQuickItem* find(const QString& objectName);
    /// The names of the visible items that \p wanted is true of.
    QStringList names(const std::function<bool(QQuickItem&)>& wanted);
    /// Presses the middle of the item, as a finger does.
    bool press(const QString& objectName);
    void type(const QString& text);
    /// A picture for people to look at: build/…/shots/NAME-LANGUAGE-WxH.png
    void shoot(const QString& name);
    /// Fails the test when the QML engine complained.
    void expectNoWarnings() const;

    /// Called by the next join(); set by a test.
    base::Result<viewmodels::JoinedAs> joinAnswer = viewmodels::JoinedAs{};
    viewmodels::JoinWish joinWish; ///< of the last join()
    bool listening = false;
    SpokenSound microphone;
    ListenedSound loudspeaker;

private:
    void install(const std::string& form);
    void fillLists();

    TemporaryStore m_store;
    fieldwork::Surroundings m_surroundings;
    std::unique_ptr<fieldwork::FormLibrary> m_library;
    std::unique_ptr<fieldwork::SubmissionReview> m_review;
    std::unique_ptr<platform::RecordedFrameSource> m_camera;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<viewmodels::Application> m_app;
    QQuickWindow* m_window = nullptr;
    QStringList m_warnings;
};

/// One QGuiApplication for the program, made at the first call.
void needGuiApplication();

} // namespace tashilgar::tests
