#include "app/viewmodels/record_list_model.h"
#include "app/fieldwork/filling.h"
#include "tests/viewmodels/desk.h"

#include <QTest>

#include <fmt/format.h>

using namespace tashilgar;
using viewmodels::RecordListModel;

namespace {

const std::string kForm = R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Visit</h:title>
<model><instance><data id="visit" version="1"><door/><remark/><meta><instanceID/></meta></data></instance><bind nodeset="/data/door" type="string"/></model></h:head>
<h:body><input ref="/data/door"><label>Which door</label></input><input ref="/data/remark"><label>What else</label></input></h:body></h:html>)";

/// A desk with so many records, an hour between two.
struct Archive : tests::Desk {
    explicit Archive(int records)
        : Desk(kForm)
    {
        for (int i = 1; i <= records; ++i)
            add(i);
        look();
    }

    void add(int number)
    {
        store::NewSubmission record;
        record.id = base::InstanceId(fmt::format("uuid:{}", number));
        record.form = {base::FormId("visit"), "1"};
        record.name = fmt::format("B{:02}-{:03}", number % 7, number);
        record.xml = "<data/>";
        record.found = {"JFR", fmt::format("JFR-B{:02}", number % 7), record.name, record.name + (number % 100 == 0 ? " کوچه" : ""), {}};
        REQUIRE(store->submissions().finalise(record));
        store.clock.advance(std::chrono::hours(1));
    }

    void look() { model.read(review, store.clock.now()); }

    /// Reads on as the idle timer would.
    void finishReading()
    {
        for (int i = 0; i < 200 && !model.complete(); ++i)
            QTest::qWait(5);
        REQUIRE(model.complete());
    }

    QString at(int row, const char* role) const
    {
        return model.data(model.index(row), model.roleNames().key(role)).toString();
    }

    fieldwork::SubmissionReview review{*library};
    RecordListModel model;
};

} // namespace

TEST_CASE("a long list begins with a page of it and grows to its end while nothing else is done", "[viewmodels][records]")
{
    Archive archive(450);
    CHECK(archive.model.total() == 450);
    CHECK(archive.model.count() == 200);
    CHECK_FALSE(archive.model.complete());
    CHECK(archive.at(0, "title").contains("450"));
    archive.finishReading();
    CHECK(archive.model.count() == 450);
    CHECK(archive.at(449, "title").contains("001"));
    CHECK(archive.at(225, "title").contains("225"));
    CHECK(archive.model.dayOf(449) != archive.model.dayOf(0));
}

TEST_CASE("a new record comes in at the top and moves nothing else; a state that changes is seen", "[viewmodels][records]")
{
    Archive archive(450);
    archive.finishReading();
    QStringList seen;
    {
        QObject watcher;
        QObject::connect(&archive.model, &QAbstractItemModel::rowsInserted, &watcher,
            [&](const QModelIndex&, int first, int last) { seen << QStringLiteral("in %1 %2").arg(first).arg(last); });
        QObject::connect(&archive.model, &QAbstractItemModel::rowsRemoved, &watcher, [&] { seen << QStringLiteral("out"); });
        QObject::connect(&archive.model, &QAbstractItemModel::modelReset, &watcher, [&] { seen << QStringLiteral("reset"); });
        archive.add(451);
        archive.look();
    }
    CHECK(seen == QStringList{QStringLiteral("in 0 0")});
    CHECK(archive.model.count() == 451);
    CHECK(archive.at(0, "title").contains("451"));
    REQUIRE(archive.store->submissions().keepReceipt(
        base::InstanceId("uuid:449"), {"signed", "sig", "key", "office", archive.store.clock.now(), archive.store.clock.now()}));
    archive.look();
    CHECK(archive.at(2, "recordState") == "safe");
    CHECK(archive.model.safeCount() == 1);
    archive.model.setState("safe");
    CHECK(archive.model.count() == 1);
    archive.model.setState("waiting");
    archive.finishReading();
    CHECK(archive.model.count() == 450);
}

TEST_CASE("search, form, days and place narrow the list, and all of them can be taken off", "[viewmodels][records]")
{
    Archive archive(450);
    archive.model.setFilter("كوچة");
    CHECK(archive.model.count() == 4);
    CHECK(archive.model.totalText().contains("4"));
    archive.model.setFilter("");
    archive.model.setNeighbourhood("JFR");
    archive.model.setBlock("JFR-B03");
    archive.finishReading();
    CHECK(archive.model.count() == 64);
    CHECK(archive.model.narrowings() == 2);
    archive.model.setDoor("b03-00");
    CHECK(archive.model.count() == 1);
    CHECK(archive.model.blocks().size() == 7);
    archive.model.widen();
    CHECK(archive.model.narrowings() == 0);
    archive.model.setFormId("other");
    CHECK(archive.model.count() == 0);
    archive.model.showAll();
    const QString day = viewmodels::DisplayText::instance().isoDate(archive.store.clock.now() - std::chrono::hours(48));
    archive.model.setFrom(day);
    archive.model.setUntil(day);
    archive.finishReading();
    CHECK(archive.model.count() == 24);
    CHECK(archive.model.dayOf(0) == archive.model.dayOf(23));
}

TEST_CASE("drafts stand among the records by when they were touched, with the question they were left at", "[viewmodels][records]")
{
    Archive archive(250);
    REQUIRE(archive.fill->openForm("visit"));
    REQUIRE(archive.fill->answer("/data/door", "B03-017"));
    REQUIRE(archive.fill->next());
    archive.fill->close();
    archive.look();
    CHECK(archive.model.draftCount() == 1);
    CHECK(archive.at(0, "recordState") == "draft");
    CHECK(archive.at(0, "detail").contains("What else"));
    archive.store.clock.advance(std::chrono::hours(2));
    archive.add(251);
    archive.look();
    CHECK(archive.at(0, "recordState") == "waiting");
    CHECK(archive.at(1, "recordState") == "draft");
    archive.model.setState("draft");
    CHECK(archive.model.count() == 1);
    CHECK(archive.model.complete());
    const QString id = archive.at(0, "recordId");
    CHECK(archive.model.record(id)["draft"].toBool());
    CHECK(archive.model.record("uuid:7")["title"].toString().contains("007"));
    CHECK(archive.model.draftsOf("visit").size() == 1);
}
