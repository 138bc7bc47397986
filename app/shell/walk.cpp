#include "app/shell/walk.h"

#include <QAbstractItemModel>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlExpression>
#include <QQuickItem>

#include <cstdio>
#include <memory>

#include <unistd.h>

namespace tashilgar::shell {
namespace {

/// How often a waiting step looks again: about once a frame.
constexpr int kLookMilliseconds = 16;
constexpr int kUsualPatienceSeconds = 30;
/// A page that has not changed for so long has ended its movements; where pixels are drawn by the processor a single frame
/// may stand for a tenth of a second.
constexpr int kStillMilliseconds = 250;

QJsonObject fine() { return {{"ok", true}}; }
QJsonObject wrong(const QString& error) { return {{"ok", false}, {"error", error}}; }

void reply(const QJsonObject& answer)
{
    const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

bool isOnScreen(const QQuickItem& item)
{
    return item.isVisible() && item.isEnabled() && item.width() > 0 && item.height() > 0;
}

/// The first item, in the order of drawing, that \p wanted accepts.
QQuickItem* find(QQuickItem* item, const std::function<bool(const QQuickItem&)>& wanted)
{
    if (!item || !item->isVisible())
        return nullptr;
    if (isOnScreen(*item) && wanted(*item))
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = find(child, wanted))
            return found;
    return nullptr;
}

} // namespace

Walk::Walk(QQuickWindow& window, std::filesystem::path shots)
    : m_window(&window)
    , m_shots(std::move(shots))
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &Walk::read);
    m_again.setInterval(kLookMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &Walk::look);
}

void Walk::read()
{
    char bytes[65536];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0) { // whoever wrote the script is gone, so this ends as well
        m_input.setEnabled(false);
        m_inputEnded = true;
        return begin();
    }
    m_read.append(bytes, count);
    for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
        m_lines.enqueue(m_read.left(end));
        m_read.remove(0, end + 1);
    }
    begin();
}

void Walk::begin()
{
    if (m_step)
        return;
    if (m_lines.isEmpty()) {
        if (m_inputEnded)
            QGuiApplication::quit();
        return;
    }
    const QJsonObject request = QJsonDocument::fromJson(m_lines.dequeue()).object();
    m_step = stepFor(request);
    m_patience = static_cast<qint64>(request.value("seconds").toDouble(kUsualPatienceSeconds) * 1000);
    m_since.start();
    m_again.start();
    look();
}

void Walk::look()
{
    std::optional<QJsonObject> answer = m_step();
    if (!answer && m_since.hasExpired(m_patience))
        answer = wrong("waited in vain");
    if (!answer)
        return;
    m_again.stop();
    m_step = nullptr;
    reply(*answer);
    QMetaObject::invokeMethod(this, &Walk::begin, Qt::QueuedConnection);
}

Walk::Step Walk::stepFor(const QJsonObject& request)
{
    const QString op = request.value("op").toString();
    if (op == "do")
        return evaluating(request.value("js").toString());
    if (op == "wait")
        return waiting(request.value("js").toString());
    if (op == "rows")
        return reading(request.value("js").toString());
    if (op == "press")
        return pressing(request);
    if (op == "type")
        return typing(request.value("text").toString());
    if (op == "shot")
        return picturing(request.value("name").toString());
    if (op == "resize")
        return [this, size = QSize(request.value("width").toInt(), request.value("height").toInt())]() -> std::optional<QJsonObject> {
            m_window->resize(size);
            return m_window->size() == size ? std::optional(fine()) : std::nullopt;
        };
    if (op == "quit")
        return [] {
            QMetaObject::invokeMethod(qGuiApp, &QGuiApplication::quit, Qt::QueuedConnection);
            return std::optional(fine());
        };
    return [op] { return std::optional(wrong("unknown op: " + op)); };
}

Walk::Step Walk::evaluating(const QString& js)
{
    return [this, js]() -> std::optional<QJsonObject> {
        QQmlExpression expression(qmlContext(m_window), m_window, js);
        bool undefined = false;
        const QVariant value = expression.evaluate(&undefined);
        if (expression.hasError())
            return wrong(expression.error().description());
        QJsonObject answer = fine();
        if (!undefined)
            answer["value"] = QJsonValue::fromVariant(value);
        return answer;
    };
}

Walk::Step Walk::reading(const QString& js)
{
    return [this, js]() -> std::optional<QJsonObject> {
        QQmlExpression expression(qmlContext(m_window), m_window, js);
        const auto* model = qobject_cast<QAbstractItemModel*>(expression.evaluate().value<QObject*>());
        if (expression.hasError() || !model)
            return wrong(expression.hasError() ? expression.error().description() : "no model: " + js);
        QJsonArray rows;
        const QHash<int, QByteArray> roles = model->roleNames();
        for (int i = 0; i < model->rowCount(); ++i) {
            QJsonObject row;
            for (auto role = roles.begin(); role != roles.end(); ++role)
                row[QString::fromUtf8(role.value())] = QJsonValue::fromVariant(model->index(i, 0).data(role.key()));
            rows.append(row);
        }
        QJsonObject answer = fine();
        answer["value"] = rows;
        return answer;
    };
}

Walk::Step Walk::waiting(const QString& js)
{
    return [this, step = evaluating(js)]() -> std::optional<QJsonObject> {
        const QJsonObject now = *step();
        if (!now.value("ok").toBool())
            return now;
        return now.value("value").toBool() ? std::optional(now) : std::nullopt;
    };
}

Walk::Step Walk::pressing(const QJsonObject& request)
{
    const QString name = request.value("name").toString();
    const QString text = request.value("text").toString();
    return [this, name, text]() -> std::optional<QJsonObject> {
        QQuickItem* item = find(m_window->contentItem(), [&](const QQuickItem& candidate) {
            return name.isEmpty() ? candidate.property("text").toString() == text : candidate.objectName() == name;
        });
        if (!item)
            return std::nullopt;
        const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
        const QPointF onDesktop = m_window->mapToGlobal(middle);
        for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
            QMouseEvent event(type, middle, middle, onDesktop, Qt::LeftButton,
                type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_window, &event);
        }
        return fine();
    };
}

Walk::Step Walk::typing(const QString& text)
{
    return [this, text]() -> std::optional<QJsonObject> {
        for (const QChar c : text)
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, Qt::Key_unknown, Qt::NoModifier, QString(c));
                QCoreApplication::sendEvent(m_window, &event);
            }
        return fine();
    };
}

Walk::Step Walk::picturing(const QString& name)
{
    struct Look {
        QImage before;
        QElapsedTimer still;
    };
    return [this, name, look = std::make_shared<Look>()]() -> std::optional<QJsonObject> {
        const QImage now = m_window->grabWindow();
        if (now.isNull() || now != look->before) {
            look->before = now;
            look->still.start();
        }
        // A page that never rests (a spinner) is taken as it is when a tenth of the time is over.
        if (now.isNull() || (!look->still.hasExpired(kStillMilliseconds) && !m_since.hasExpired(m_patience / 10)))
            return std::nullopt;
        std::error_code error;
        std::filesystem::create_directories(m_shots, error);
        const std::filesystem::path file = m_shots / (name.toStdString() + ".png");
        if (!now.save(QString::fromStdString(file.string())))
            return wrong("the picture could not be written: " + name);
        return fine();
    };
}

} // namespace tashilgar::shell
