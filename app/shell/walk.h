#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QQueue>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <optional>

class QQmlEngine;

namespace tashilgar::shell {

/// Plays a script through the running app, for the walk of `make run` and for its test.
///
/// Takes one JSON object a line from standard input, replies with one a line on standard output, {"ok": true, …} or
/// {"ok": false, "error": …}; a request waits for the reply before it. It sleeps for nothing: a request that has to wait
/// looks again until what it waits for is there, or its time is over.
///
/// | op | fields | what happens |
/// |---|---|---|
/// | `do` | `js` | evaluates with the window as scope (`app`, the pages); replies `value` |
/// | `wait` | `js`, `seconds` (30) | until the expression is true |
/// | `rows` | `js` | every row of the item model that the expression gives; replies `value` |
/// | `press` | `name`, or `text` | a tap in the middle of the visible control with this objectName, or this text |
/// | `type` | `text` | keys, to whatever has the focus |
/// | `resize` | `width`, `height` | of the window |
/// | `shot` | `name` | a picture of the window, once it has ended to move |
/// | `quit` | | ends the program as a person would |
class Walk : public QObject {
    Q_OBJECT

public:
    /// \p window outlives the walk; the folder \p shots is made when the first picture is taken.
    Walk(QQuickWindow& window, std::filesystem::path shots);

private:
    /// Done when it gives a reply; asked again until then.
    using Step = std::function<std::optional<QJsonObject>()>;

    void read();
    void begin();
    void look();
    Step stepFor(const QJsonObject& request);
    Step evaluating(const QString& js);
    Step reading(const QString& js);
    Step waiting(const QString& js);
    Step pressing(const QJsonObject& request);
    Step typing(const QString& text);
    Step picturing(const QString& name);

    QQuickWindow* m_window;
    std::filesystem::path m_shots;
    QSocketNotifier m_input;
    QByteArray m_read;
    QQueue<QByteArray> m_lines;
    bool m_inputEnded = false;
    Step m_step;
    QElapsedTimer m_since;
    qint64 m_patience = 0;
    QTimer m_again;
};

} // namespace tashilgar::shell
