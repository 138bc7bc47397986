#include "tests/qml/stage.h"

#include <QColor>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRegularExpression>

#include <cmath>

using namespace tashilgar;

namespace {

QJsonObject tokens()
{
    QFile file(QStringLiteral(TASHILGAR_SOURCE_DIR "/qml/theme/tokens.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// tokens.json writes RRGGBBAA, as CSS does.
QColor colourOf(const QString& css)
{
    return QColor(css.size() == 9 ? u'#' + css.mid(7) + css.mid(1, 6) : css);
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

/// Spec: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

class ThemeOnStage {
public:
    ThemeOnStage()
    {
        tests::needGuiApplication();
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(m_engine.get());
        component.setData("import QtQml\nimport Tashilgar\nQtObject { property QtObject theme: Theme; property var type: Theme.type }", QUrl());
        m_holder.reset(component.create());
        INFO(component.errorString().toStdString());
        REQUIRE(m_holder);
    }
    QObject* theme() { return m_holder->property("theme").value<QObject*>(); }

private:
    std::unique_ptr<QQmlEngine> m_engine; ///< after the application
    std::unique_ptr<QObject> m_holder;
};

/// The floor a pair keeps in sunlight, from the one in light and dark: readable text 7, signs 4.5.
double sunFloor(double floor)
{
    return floor >= 4.5 ? 7 : 4.5;
}

} // namespace

TEST_CASE("the theme has the colours of the table, in all three themes", "[qml][theme]")
{
    ThemeOnStage stage;
    const QJsonObject colours = tokens()[QStringLiteral("colour")].toObject();
    REQUIRE(colours.size() == 26);
    for (const char* name : {"light", "dark", "sun"}) {
        stage.theme()->setProperty("name", QString::fromLatin1(name));
        for (auto it = colours.begin(); it != colours.end(); ++it) {
            INFO(name << " " << it.key().toStdString());
            const QColor shown = stage.theme()->property(it.key().toLatin1().constData()).value<QColor>();
            CHECK(shown == colourOf(it.value().toObject()[QString::fromLatin1(name)].toString()));
        }
    }
}

TEST_CASE("the theme has the sizes of the table", "[qml][theme]")
{
    ThemeOnStage stage;
    const QVariantMap types = stage.theme()->property("type").toMap();
    const QJsonObject wanted = tokens()[QStringLiteral("type")].toObject();
    REQUIRE(types.size() == wanted.size());
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        INFO(it.key().toStdString());
        const QVariantMap own = types[it.key()].toMap();
        for (const char* part : {"size", "line", "weight"})
            CHECK(own[QString::fromLatin1(part)].toInt() == it.value().toObject()[QString::fromLatin1(part)].toInt());
    }
    const QJsonObject spaces = tokens()[QStringLiteral("space")].toObject();
    for (auto it = spaces.begin(); it != spaces.end(); ++it)
        CHECK(stage.theme()->property(it.key().toLatin1().constData()).toInt() == it.value().toInt());
}

TEST_CASE("no pair of colours falls below its contrast", "[qml][theme]")
{
    const QJsonObject colours = tokens()[QStringLiteral("colour")].toObject();
    const QJsonArray pairs = tokens()[QStringLiteral("pairs")].toArray();
    REQUIRE(pairs.size() == 30);
    for (const QJsonValue& pair : pairs) {
        const QString front = pair[0].toString();
        const QString ground = pair[1].toString();
        for (const char* name : {"light", "dark", "sun"}) {
            const double floor = std::string_view(name) == "sun" ? sunFloor(pair[2].toDouble()) : pair[2].toDouble();
            INFO(front.toStdString() << " on " << ground.toStdString() << ", " << name);
            CHECK(contrast(colourOf(colours[front].toObject()[QString::fromLatin1(name)].toString()),
                      colourOf(colours[ground].toObject()[QString::fromLatin1(name)].toString())) >= floor);
        }
    }
}

TEST_CASE("every icon that a page names is embedded", "[qml][theme]")
{
    tests::needGuiApplication();
    const QString root = QStringLiteral(TASHILGAR_SOURCE_DIR);
    QStringList missing;
    QStringList sources;
    for (const char* folder : {"/qml", "/app/viewmodels"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator((root + QString::fromLatin1(folder)).toStdString())) {
            const std::string name = entry.path().string();
            if (name.ends_with(".qml") || name.ends_with(".cpp"))
                sources << QString::fromStdString(name);
        }
    }
    // In a line that speaks of a glyph each literal that is not compared with names one; so do those of glyph() in C++.
    static const QRegularExpression kLine(QStringLiteral("(?:glyph|icon|wayBack|Glyph)\"?: .*|return QStringLiteral\\(\"[a-z]+_?[a-z]*\"\\)"));
    static const QRegularExpression kName(QStringLiteral("(?<!== )\"([a-z_]+)\"(?! ?:)"));
    int found = 0;
    for (const QString& source : sources) {
        const bool code = source.endsWith(u".cpp");
        if (code && !source.contains(u"sync_controller"))
            continue;
        QFile file(source);
        REQUIRE(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        if (code)
            text = text.section(QStringLiteral("SyncController::glyph() const"), 1).section(QStringLiteral("chipText() const"), 0, 0);
        auto lines = kLine.globalMatch(text);
        while (lines.hasNext()) {
            auto names = kName.globalMatch(lines.next().captured().section(QStringLiteral(", \""), 0, 0));
            while (names.hasNext()) {
                const QString icon = names.next().captured(1);
                ++found;
                for (const char* form : {"", "-fill"}) {
                    if (!QFile::exists(QStringLiteral(":/tashilgar/icons/%1%2.svg").arg(icon, QString::fromLatin1(form))))
                        missing << icon + QStringLiteral(" in ") + source;
                }
            }
        }
    }
    INFO(missing.join(u'\n').toStdString());
    CHECK(found > 60);
    CHECK(missing.isEmpty());
}
