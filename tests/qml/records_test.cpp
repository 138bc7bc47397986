#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QQuickItem>
#include <QTest>

#include <fmt/format.h>

using namespace tashilgar;
using tests::Stage;

namespace {

/// Very many finished records, without the minutes that finalising each on a real disk takes.
void fillArchive(Stage& stage, int count)
{
    const auto end = stage.store().clock.now();
    for (int i = 0; i < count; ++i) {
        stage.store().clock.set(end - std::chrono::hours(count - i));
        store::NewSubmission record;
        record.id = base::InstanceId(fmt::format("uuid:{}", i));
        record.form = {base::FormId(i % 3 == 0 ? "tsh_issue" : "tsh_household"), "2026112201"};
        record.name = fmt::format("B{:02}-{:03}", i % 7 + 1, i);
        record.xml = "<data/>";
        record.found = {"JFR", fmt::format("JFR-B{:02}", i % 7 + 1), record.name, record.name + (i % 50 == 0 ? " کوچه یاس" : ""), {}};
        REQUIRE(stage.store()->submissions().finalise(record));
    }
    stage.store().clock.set(end);
    stage.app().listsChanged();
}

} // namespace

TEST_CASE("the list of records is narrowed by form, days and place, searched, and shown whole again", "[qml][records]")
{
    Stage stage;
    stage.join();
    fillArchive(stage, 300);
    const auto [width, height] = GENERATE(std::pair(1280, 800), std::pair(800, 1280), std::pair(360, 740));
    stage.open(width, height);
    REQUIRE(stage.press(QStringLiteral("place_records")));
    stage.settle();
    auto& records = *stage.app().records();
    CHECK(records.count() == 300);
    stage.shoot(QStringLiteral("records-many"));

    REQUIRE(stage.press(QStringLiteral("narrowRecords")));
    stage.settle();
    stage.shoot(QStringLiteral("records-filter"));
    REQUIRE(stage.press(QStringLiteral("form_tsh_issue")));
    CHECK(records.count() == 100);
    REQUIRE(stage.press(QStringLiteral("showRecords")));
    stage.settle();
    records.setNeighbourhood(QStringLiteral("JFR"));
    records.setBlock(QStringLiteral("JFR-B03"));
    CHECK(records.count() == 14);
    stage.settle();
    stage.shoot(QStringLiteral("records-narrowed"));
    records.showAll();
    REQUIRE(stage.press(QStringLiteral("searchRecords")));
    stage.type(QStringLiteral("كوچة"));
    CHECK(records.count() == 6);
    stage.shoot(QStringLiteral("records-search"));
    stage.type(QStringLiteral("ندارد"));
    CHECK(records.count() == 0);
    stage.shoot(QStringLiteral("records-none"));
    stage.expectNoWarnings();
}

TEST_CASE("the thumb of a long list goes through it and shows the day", "[qml][records]")
{
    Stage stage;
    stage.join();
    fillArchive(stage, 600);
    QQuickWindow& window = stage.open(1280, 800);
    REQUIRE(stage.press(QStringLiteral("place_records")));
    stage.settle();
    QQuickItem* list = stage.find(QStringLiteral("recordList"));
    REQUIRE(list);
    QQuickItem* thumb = stage.find(QStringLiteral("dateThumb"));
    REQUIRE(thumb);
    CHECK(thumb->width() >= 48);
    const QPoint middle = thumb->mapToScene(QPointF(thumb->width() / 2, thumb->height() / 2)).toPoint();
    QTest::mousePress(&window, Qt::LeftButton, Qt::NoModifier, middle);
    stage.settle(200);
    CHECK(std::abs(thumb->property("row").toInt() - 300) < 60);
    QQuickItem* day = stage.find(QStringLiteral("thumbDay"));
    REQUIRE(day);
    stage.shoot(QStringLiteral("records-thumb"));
    QTest::mouseRelease(&window, Qt::LeftButton, Qt::NoModifier, middle);
    stage.settle(100);
    CHECK_FALSE(stage.find(QStringLiteral("thumbDay")));
    CHECK(list->property("contentY").toDouble() > 5000);
    stage.expectNoWarnings();
}

TEST_CASE("a draft is duplicated by a touch and both stand in the list", "[qml][records]")
{
    Stage stage;
    stage.join();
    stage.work();
    stage.open(1280, 800);
    REQUIRE(stage.press(QStringLiteral("place_records")));
    const auto drafts = stage.store()->drafts().list();
    REQUIRE(drafts);
    REQUIRE(stage.press(QStringLiteral("record_") + QString::fromStdString(drafts->front().id.value())));
    stage.settle();
    stage.shoot(QStringLiteral("records-draft"));
    REQUIRE(stage.press(QStringLiteral("duplicateDraft")));
    CHECK(stage.store()->drafts().list()->size() == drafts->size() + 1);
    CHECK(stage.find(QStringLiteral("continueDraft")));
    stage.expectNoWarnings();
}

TEST_CASE("the second place says how it stands, and takes what a person chooses", "[qml][copy]")
{
    Stage stage;
    stage.join();
    stage.open(1280, 1700); // all cards
    REQUIRE(stage.press(QStringLiteral("place_settings")));
    stage.settle();
    auto& copy = *stage.app().copy();
    viewmodels::CopyStatus status;
    status.place = QStringLiteral("/run/media/n/CARD");
    status.report.wanted = 12;
    status.report.present = 7;
    status.report.trouble = base::Error(base::kDiskFull, "no space left on device");
    copy.show(status);
    CHECK(copy.sentence().contains(QStringLiteral("۷ از ۱۲")));
    stage.settle();
    stage.shoot(QStringLiteral("settings-copy"));
    status.report.trouble.reset();
    status.report.present = 12;
    copy.show(status);
    CHECK(copy.tone() == QStringLiteral("good"));
    status.report.trouble = base::Error(store::kCopyGone, "");
    status.restored = base::Result<fieldwork::Restored>(fieldwork::Restored{3, 1, 0, 0, 1, 0});
    copy.show(status);
    CHECK(copy.restoredText().contains(QStringLiteral("۳ برگه")));
    stage.expectNoWarnings();
}
