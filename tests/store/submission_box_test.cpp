#include "tests/support/temporary_store.h"

using namespace tashilgar;
using store::SubmissionState;
using tests::TemporaryStore;

namespace {

const base::InstanceId kRecord("uuid:1");

store::AttachedFile fileOf(TemporaryStore& store, const std::string& name, const std::string& text)
{
    const auto content = store->attachments().add(base::bytesOf(text));
    REQUIRE(content);
    return {name, content->sha256, content->size, "image/jpeg"};
}

store::NewSubmission newSubmission(std::string id, std::vector<store::AttachedFile> files = {})
{
    store::NewSubmission submission;
    submission.id = base::InstanceId(id);
    submission.form = {base::FormId("household"), "3"};
    submission.name = "خانه " + id;
    submission.xml = "<data><id>" + id + "</id></data>";
    submission.files = std::move(files);
    return submission;
}

store::Receipt receiptFor(TemporaryStore& store)
{
    return {"tashilgar-receipt-1\n…", "c2ln", "key-1", "دفتر", store.clock.now(), store.clock.now()};
}

} // namespace

TEST_CASE("finalising keeps the record, ends the draft and fills the outbox at once", "[store][submissions]")
{
    TemporaryStore store;
    const base::DraftId draft("d");
    REQUIRE(store->drafts().create({draft, {base::FormId("household"), "3"}, {}, "s", "<a/>", store.clock.now()}));
    store::NewSubmission submission = newSubmission("uuid:1", {fileOf(store, "1.jpg", "photo")});
    submission.draft = draft;
    REQUIRE(store->submissions().finalise(submission));
    store.reopen();

    CHECK(*store->drafts().count() == 0);
    const auto record = store->submissions().read(kRecord);
    REQUIRE(record);
    CHECK(record->xml == submission.xml);
    CHECK(record->summary.sha256 == base::Sha256::hexOf(base::bytesOf(submission.xml)));
    CHECK(record->summary.state == SubmissionState::Waiting);
    CHECK(record->files == submission.files);
    CHECK(store->submissions().waiting(10)->size() == 1);
    CHECK(store->submissions().counts()->filesWaiting == 1);
}

TEST_CASE(
    "a record is finalised once: the same again changes nothing, other answers are refused", "[store][submissions]")
{
    TemporaryStore store;
    store::NewSubmission submission = newSubmission("uuid:1");
    REQUIRE(store->submissions().finalise(submission));
    REQUIRE(store->submissions().finalise(submission));
    CHECK(store->submissions().list()->size() == 1);
    submission.xml = "<data>other</data>";
    CHECK(store->submissions().finalise(submission).error().code == store::kInstanceDiffers);
    CHECK(store->submissions().list()->size() == 1);
}

TEST_CASE("finalising is whole or not at all", "[store][submissions]")
{
    TemporaryStore store;
    const base::DraftId draft("d");
    REQUIRE(store->drafts().create({draft, {base::FormId("household"), "3"}, {}, "s", "<a/>", store.clock.now()}));
    const store::AttachedFile file = fileOf(store, "1.jpg", "photo");
    store::NewSubmission submission = newSubmission("uuid:1", {file, file}); // the same name twice breaks a rule
    submission.draft = draft;
    CHECK_FALSE(store->submissions().finalise(submission));
    CHECK(*store->drafts().count() == 1);
    CHECK(store->submissions().list()->empty());
    CHECK(store->submissions().counts()->filesWaiting == 0);
}

TEST_CASE("a record goes from waiting over partial to safe, and its receipt stays", "[store][submissions]")
{
    TemporaryStore store;
    const auto one = fileOf(store, "1.jpg", "a photo");
    const auto two = fileOf(store, "2.jpg", "another photo, larger");
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1", {one, two})));
    REQUIRE(store->submissions().noteAttempt(kRecord, "", ""));
    CHECK(store->submissions().waitingFiles(10)->empty()); // answers go first
    REQUIRE(store->submissions().noteAnswer(kRecord, {SubmissionState::Partial, {one.sha256, two.sha256}, {}, {}}));
    CHECK(store->submissions().waiting(10)->empty());
    CHECK(store->submissions().partial(10)->size() == 1);

    auto files = store->submissions().waitingFiles(10);
    REQUIRE(files->size() == 2);
    CHECK(files->front().file == one);
    REQUIRE(store->submissions().noteLocation(one.sha256, "/sync/v1/blobs/x"));
    CHECK(store->submissions().waitingFiles(10)->front().location == "/sync/v1/blobs/x");
    REQUIRE(store->submissions().noteArrived(one.sha256));
    CHECK(store->submissions().summary(kRecord)->filesWaiting == 1);

    REQUIRE(store->submissions().keepReceipt(kRecord, receiptFor(store)));
    REQUIRE(store->submissions().keepReceipt(kRecord, receiptFor(store)));
    store.reopen();
    const auto summary = store->submissions().summary(kRecord);
    CHECK(summary->state == SubmissionState::Safe);
    REQUIRE(summary->receipt);
    CHECK(summary->receipt->hubName == "دفتر");
    CHECK(summary->receipt->number().size() == 8);
    CHECK(summary->filesWaiting == 0);
    CHECK(store->submissions().waitingFiles(10)->empty());
    CHECK(store->submissions().counts()->safe == 1);
    CHECK(store->submissions().counts()->bytesWaiting == 0);
}

TEST_CASE("a hub that lost a record gets it again", "[store][submissions]")
{
    TemporaryStore store;
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1")));
    REQUIRE(store->submissions().noteAnswer(kRecord, {SubmissionState::Partial, {}, {}, {}}));
    REQUIRE(store->submissions().noteAnswer(kRecord, {SubmissionState::Waiting, {}, {}, {}}));
    CHECK(store->submissions().waiting(10)->size() == 1);
}

TEST_CASE("a refused record says why, holds nobody back and can go again", "[store][submissions]")
{
    TemporaryStore store;
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1")));
    REQUIRE(store->submissions().finalise(newSubmission("uuid:2")));
    REQUIRE(store->submissions().noteAnswer(
        kRecord, {SubmissionState::Refused, {}, "unknown-form-version", "the hub does not know this form version"}));
    CHECK(store->submissions().waiting(10)->size() == 1);
    CHECK(store->submissions().summary(kRecord)->reasonCode == "unknown-form-version");
    CHECK(store->submissions().listIn(SubmissionState::Refused)->size() == 1);
    REQUIRE(store->submissions().sendAgain(kRecord));
    CHECK(store->submissions().waiting(10)->size() == 2);
}

TEST_CASE("only a receipt makes a record safe", "[store][submissions]")
{
    TemporaryStore store;
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1")));
    CHECK_FALSE(store->submissions().noteAnswer(kRecord, {SubmissionState::Safe, {}, {}, {}}));
    CHECK(store->submissions().summary(kRecord)->state == SubmissionState::Waiting);
    CHECK(store->submissions().keepReceipt(base::InstanceId("uuid:none"), receiptFor(store)).error().code
        == base::kNotFound);
}

TEST_CASE("a content that two records name goes once", "[store][submissions]")
{
    TemporaryStore store;
    const auto file = fileOf(store, "1.jpg", "a photo");
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1", {file})));
    REQUIRE(store->submissions().finalise(newSubmission("uuid:2", {file})));
    for (const char* id : {"uuid:1", "uuid:2"})
        REQUIRE(
            store->submissions().noteAnswer(base::InstanceId(id), {SubmissionState::Partial, {file.sha256}, {}, {}}));
    CHECK(store->submissions().waitingFiles(10)->size() == 1);
    CHECK(store->submissions().counts()->bytesWaiting == file.size);
}

TEST_CASE("a correction marks the record it replaces", "[store][submissions]")
{
    TemporaryStore store;
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1")));
    store::NewSubmission correction = newSubmission("uuid:2");
    correction.corrects = kRecord;
    REQUIRE(store->submissions().finalise(correction));
    CHECK(store->submissions().summary(kRecord)->corrected);
    CHECK_FALSE(store->submissions().summary(base::InstanceId("uuid:2"))->corrected);
}

TEST_CASE("records are counted from a moment on, newest first in the list", "[store][submissions]")
{
    TemporaryStore store;
    REQUIRE(store->submissions().finalise(newSubmission("uuid:1")));
    store.clock.advance(std::chrono::hours(2));
    const base::Instant later = store.clock.now();
    REQUIRE(store->submissions().finalise(newSubmission("uuid:2")));
    CHECK(*store->submissions().countMadeSince(later) == 1);
    CHECK(store->submissions().list()->front().id == base::InstanceId("uuid:2"));
    CHECK((*store->submissions().latestOf(base::FormId("household")))->summary.id == base::InstanceId("uuid:2"));
    CHECK(*store->submissions().latestOf(base::FormId("other")) == std::nullopt);
}
