#include "tests/support/temporary_store.h"

using namespace tashilgar;
using store::JournalStep;
using tests::TemporaryStore;

namespace {

const base::DraftId kDraft("draft-1");

store::NewDraft newDraft(TemporaryStore& store)
{
    return {kDraft, {base::FormId("household"), "3"}, {}, "seed", "<first/>", store.clock.now()};
}

JournalStep answer(TemporaryStore& store, std::string ref, std::string value)
{
    return {JournalStep::Kind::Answer, std::move(ref), std::move(value), store.clock.now(), "34.3 47.0 0 5"};
}

} // namespace

TEST_CASE("a draft comes back with each step, in order, with its time and position", "[store][drafts]")
{
    TemporaryStore store;
    REQUIRE(store->drafts().create(newDraft(store)));
    const base::Instant first = store.clock.now();
    for (int i = 0; i < 12; ++i) {
        const JournalStep step = answer(store, "/data/q" + std::to_string(i), "پاسخ " + std::to_string(i));
        REQUIRE(store->drafts().append(kDraft, std::span(&step, 1), "خانه ۱۲"));
        store.clock.advance(std::chrono::seconds(5));
    }
    REQUIRE(store->drafts().setCurrentRef(kDraft, "/data/q7"));
    store.reopen();
    const auto draft = store->drafts().read(kDraft);
    REQUIRE(draft);
    REQUIRE(draft->journal.size() == 12);
    CHECK(draft->journal[11].value == "پاسخ 11");
    CHECK(draft->journal[2].at == first + std::chrono::seconds(10));
    CHECK(draft->journal[2].position == "34.3 47.0 0 5");
    CHECK(draft->firstSnapshot == "<first/>");
    CHECK(draft->snapshot == "<first/>");
    CHECK(draft->summary.currentRef == "/data/q7");
    CHECK(draft->summary.name == "خانه ۱۲");
    CHECK(draft->summary.steps == 12);
}

TEST_CASE("a later snapshot knows how far it goes, and the journal stays whole", "[store][drafts]")
{
    TemporaryStore store;
    REQUIRE(store->drafts().create(newDraft(store)));
    const std::vector steps{answer(store, "/a", "1"), answer(store, "/b", "2")};
    REQUIRE(store->drafts().append(kDraft, steps, ""));
    REQUIRE(store->drafts().saveSnapshot(kDraft, "<second/>"));
    REQUIRE(store->drafts().append(kDraft, steps, ""));
    REQUIRE(store->drafts().saveSnapshot(kDraft, "<third/>"));
    const auto draft = store->drafts().read(kDraft);
    CHECK(draft->snapshot == "<third/>");
    CHECK(draft->snapshotSteps == 4);
    CHECK(draft->firstSnapshot == "<first/>");
    CHECK(draft->journal.size() == 4);
}

TEST_CASE("unfinished typing is kept until its field is answered", "[store][drafts]")
{
    TemporaryStore store;
    REQUIRE(store->drafts().create(newDraft(store)));
    REQUIRE(store->drafts().keepTyped(kDraft, {"/data/name", "شیر"}));
    const JournalStep other = answer(store, "/data/age", "7");
    REQUIRE(store->drafts().append(kDraft, std::span(&other, 1), ""));
    store.reopen();
    REQUIRE(store->drafts().read(kDraft)->typed);
    CHECK(store->drafts().read(kDraft)->typed->text == "شیر");
    const JournalStep same = answer(store, "/data/name", "شیرین");
    REQUIRE(store->drafts().append(kDraft, std::span(&same, 1), ""));
    CHECK_FALSE(store->drafts().read(kDraft)->typed);
}

TEST_CASE("a draft that was set aside is out of the list, comes back, or is forgotten later", "[store][drafts]")
{
    TemporaryStore store;
    REQUIRE(store->drafts().create(newDraft(store)));
    CHECK(store->drafts().list()->size() == 1);
    REQUIRE(store->drafts().setAside(kDraft));
    CHECK(store->drafts().list()->empty());
    CHECK(*store->drafts().countOf(base::FormId("household")) == 0);
    REQUIRE(store->drafts().forgetSetAside(store.clock.now()));
    REQUIRE(store->drafts().bringBack(kDraft));
    CHECK(*store->drafts().count() == 1);
    REQUIRE(store->drafts().setAside(kDraft));
    store.clock.advance(std::chrono::hours(1));
    REQUIRE(store->drafts().forgetSetAside(store.clock.now()));
    CHECK(store->drafts().read(kDraft).error().code == base::kNotFound);
}

TEST_CASE("steps for a draft that is gone are refused", "[store][drafts]")
{
    TemporaryStore store;
    const JournalStep step = answer(store, "/a", "1");
    CHECK(store->drafts().append(kDraft, std::span(&step, 1), "").error().code == base::kNotFound);
}
