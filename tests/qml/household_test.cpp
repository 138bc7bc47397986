#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace tashilgar;
using tests::Stage;

namespace {

/// Somebody with a tablet: sees what is on the screen, presses it, types; knows nothing of the form behind it.
class Person {
public:
    explicit Person(Stage& stage) : m_stage(stage) {}

    bool press(const QString& name)
    {
        QQuickItem* item = m_stage.find(name);
        if (!item)
            return false;
        reveal(item);
        return m_stage.press(name);
    }
    /// From the choices on the page, or from the sheet behind a field.
    void choose(const QString& ref, const QString& value)
    {
        const QString choice = QStringLiteral("choice_") + ref + u'_' + value;
        INFO(choice.toStdString());
        if (press(choice))
            return;
        REQUIRE(press(QStringLiteral("field_") + ref));
        m_stage.settle();
        REQUIRE(press(choice));
        m_stage.settle();
        if (press(QStringLiteral("closeChoices")))
            m_stage.settle();
    }
    void write(const QString& ref, const QString& text)
    {
        INFO(ref.toStdString());
        REQUIRE(press(QStringLiteral("answer_") + ref));
        m_stage.type(text);
    }
    /// What the page asks, as it is written there.
    QStringList read()
    {
        QStringList refs = m_stage.names([](QQuickItem& item) { return item.objectName().startsWith(u"block_"); });
        for (QString& ref : refs) {
            QQuickItem* block = m_stage.find(ref);
            const QString label = block->property("label").toString();
            INFO(ref.toStdString() << ": " << label.toStdString());
            static const QRegularExpression persian(QStringLiteral("[آ-ی]"));
            CHECK((label.isEmpty() || label.contains(persian)));
            CHECK_FALSE(label.contains(u"${"));
            ref = ref.mid(6);
        }
        return refs;
    }

private:
    /// Scrolls as far as is needed.
    static void reveal(QQuickItem* item)
    {
        for (QQuickItem* above = item->parentItem(); above; above = above->parentItem()) {
            if (!above->property("contentY").isValid() || !above->inherits("QQuickFlickable"))
                continue;
            const double top = item->mapToItem(above, QPointF(0, 0)).y();
            const double over = top + item->height() + 16 - above->height();
            const double by = top < 0 ? top - 16 : over > 0 ? over : 0;
            const double most = std::max(0.0, above->property("contentHeight").toDouble() - above->height());
            above->setProperty("contentY", std::clamp(above->property("contentY").toDouble() + by, 0.0, most));
        }
    }

    Stage& m_stage;
};

} // namespace

TEST_CASE("a household is filled on the screen in Persian, by reading, touching and typing, to the finished record", "[qml][household]")
{
    Stage stage;
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(stage.press(QStringLiteral("place_forms")));
    stage.settle();
    REQUIRE(fill.openForm(QStringLiteral("tsh_household")));
    stage.settle();
    Person person(stage);

    using Act = std::function<void(const QString&)>;
    const auto choose = [&](const char* value) {
        return Act([&person, value](const QString& ref) { person.choose(ref, QString::fromLatin1(value)); });
    };
    const auto write = [&](const char* text) {
        return Act([&person, text](const QString& ref) { person.write(ref, QString::fromUtf8(text)); });
    };
    const auto press = [&](const char* prefix) {
        return Act([&person, prefix](const QString& ref) { REQUIRE(person.press(QString::fromLatin1(prefix) + ref)); });
    };
    const Act byHand = [&](const QString& ref) {
        if (!stage.find(QStringLiteral("coordinates_") + ref)) { // a form may begin by hand
            REQUIRE(person.press(QStringLiteral("byHand_") + ref));
            stage.settle();
        }
        REQUIRE(person.press(QStringLiteral("coordinates_") + ref));
        stage.type(QString::fromUtf8("۳۴.۳۴۵۱ ۴۷.۰۹۰۱"));
        QTest::keyClick(stage.find(QStringLiteral("coordinates_") + ref)->window(), Qt::Key_Return);
    };
    std::map<QString, Act> acts{{"nbh", choose("JFR")}, {"block", choose("JFR-B03")}, {"visit_kind", choose("new")},
        {"door_code", write("B03-021")}, {"visit_result", choose("interview")}, {"loc", byHand}, {"consent", choose("yes")},
        {"consent_mode", choose("spoken")}, {"consent_scope", choose("name")}, {"resp_name", write("زهرا")},
        {"resp_role", choose("spouse")}, {"years_here", write("۱۲")}, {"hh_size", write("۲")}, {"roster_ok", choose("yes")},
        {"tenure", choose("deed")}, {"evict_fear", press("more_")}, {"rooms", write("۳")}, {"structure", choose("frame")},
        {"s_water", choose("r4")}, {"meter", choose("own")}, {"income_src", choose("wage")}, {"private_ok", choose("no")},
        {"top_need", press("keepOrder_")}, {"best_thing", write("همسایه‌های خوب")}};
    const std::map<QString, std::vector<Act>> members{{"p_tag", {write("مهری"), write("علی")}}, {"relation", {choose("head"), choose("child")}},
        {"p_gender", {choose("female"), choose("male")}}, {"age", {write("۴۱"), write("۹")}}, {"school", {Act(), choose("in")}}};

    std::set<QString> done;
    const auto answer = [&](const std::map<QString, Act>& with) {
        // An answer may bring more questions to the page, so it is read again after each.
        for (bool more = true; more;) {
            more = false;
            for (const QString& ref : person.read()) {
                const QString name = ref.section(u'/', -1);
                const auto act = with.find(name);
                if (act == with.end() || !act->second || !done.insert(ref).second)
                    continue;
                act->second(ref);
                more = true;
                break;
            }
        }
    };
    int pages = 0;
    for (; fill.step() != u"end" && pages < 150; ++pages) {
        const QString here = fill.currentRef();
        INFO(here.toStdString());
        if (fill.step() == u"roster") {
            for (int member = 0; member < 2; ++member) {
                REQUIRE(person.press(QStringLiteral("instance_") + here + u'[' + QString::number(member + 1) + u']'));
                stage.settle();
                REQUIRE(fill.step() == u"list");
                std::map<QString, Act> own;
                for (const auto& [name, each] : members)
                    own[name] = each[static_cast<std::size_t>(member)];
                answer(own);
                REQUIRE(stage.press(QStringLiteral("next")));
                stage.settle();
                if (member == 1) { // the age is told by leaving the field, and a child's brings one more question
                    REQUIRE(fill.step() == u"list");
                    answer(own);
                    REQUIRE(stage.press(QStringLiteral("next")));
                    stage.settle();
                }
                REQUIRE(fill.step() == u"roster");
            }
            stage.shoot(QStringLiteral("household-members"));
        } else {
            answer(acts);
        }
        REQUIRE(stage.press(QStringLiteral("next")));
        stage.settle(220);
        REQUIRE(fill.currentRef() != here);
    }
    REQUIRE(fill.step() == u"end");
    CHECK(pages > 30);
    stage.shoot(QStringLiteral("household-end"));
    CHECK(fill.stopCount() == 0);
    QString record;
    QObject::connect(&fill, &viewmodels::FillController::finished, &fill, [&record](const QString& id) { record = id; });
    REQUIRE(stage.press(QStringLiteral("finish")));
    stage.settle();
    REQUIRE_FALSE(record.isEmpty());

    const auto kept = stage.store()->submissions().read(base::InstanceId(record.toStdString()));
    REQUIRE(kept);
    for (const char* part : {"<block>JFR-B03</block>", "<hh_size>2</hh_size>", "<age>41</age>", "<school>in</school>", "<rooms>3</rooms>",
             "<years_here>12</years_here>"})
        CHECK(kept->xml.find(part) != std::string::npos);
    CHECK(kept->xml.find("همسایه") != std::string::npos);
    CHECK(std::any_of(kept->files.begin(), kept->files.end(), [](const auto& file) { return file.name == "audit.csv"; }));
    CHECK_FALSE(fill.isOpen());
    stage.expectNoWarnings();
}
