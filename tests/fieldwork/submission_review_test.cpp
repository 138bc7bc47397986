#include "app/fieldwork/submission_review.h"
#include "tests/fieldwork/workplace.h"

using namespace tashilgar;
using fieldwork::ReviewLine;
using fieldwork::SubmissionReview;
using tests::Workplace;

namespace {

base::InstanceId finished(Workplace& place, const std::string& name)
{
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", name));
    REQUIRE(filling->addRepeat("/data/member"));
    REQUIRE(filling->answer("/data/member[1]/relation", "wife"));
    REQUIRE(filling->attach("/data/photo", place.file("a.jpg", "photo")));
    const auto id = filling->finish();
    REQUIRE(id);
    return *id;
}

} // namespace

TEST_CASE("a record reads as questions and answers, choices by their labels", "[fieldwork][review]")
{
    Workplace place;
    const base::InstanceId id = finished(place, "شیرین");
    SubmissionReview review(*place.library);
    const auto lines = review.lines(id, "");
    REQUIRE(lines);
    const auto lineOf = [&](const std::string& label) {
        for (const ReviewLine& line : *lines) {
            if (line.label == label && line.kind == ReviewLine::Kind::Answer)
                return line;
        }
        return ReviewLine{};
    };
    CHECK(lineOf("نام").value == "شیرین");
    CHECK(lineOf("نسبت").value == "همسر");
    CHECK(lineOf("عکس").file);
    CHECK(lineOf("سن").ref.empty()); // not answered

    const tests::TemporaryFolder folder;
    REQUIRE(review.copyOut(id, lineOf("عکس").value, "/tablet/out.jpg"));
    CHECK(base::textOf(*place.files.readAll("/tablet/out.jpg", 100)) == "photo");
    CHECK(review.copyOut(id, "none.jpg", "/tablet/out.jpg").error().code == base::kNotFound);
    CHECK(review.lines(base::InstanceId("uuid:none"), "").error().code == base::kNotFound);
}

TEST_CASE("lists show names, or the form's title where there is none", "[fieldwork][review]")
{
    Workplace place;
    finished(place, "شیرین");
    REQUIRE(place.start()->answer("/data/age", "4"));
    SubmissionReview review(*place.library);
    CHECK(SubmissionReview::title(review.records()->front()) == "شیرین");
    CHECK(SubmissionReview::title(review.drafts()->front()) == "خانوار");
}

TEST_CASE("the figures of today begin at the midnight of the place", "[fieldwork][review]")
{
    Workplace place;
    // 22:30 in Tehran.
    place.clock.set(*base::parseIso("2026-11-22T19:00:00Z", **base::Zone::named("UTC")));
    const base::InstanceId yesterday = finished(place, "a");
    place.clock.advance(std::chrono::hours(2)); // 00:30, the next day there, the same in UTC
    finished(place, "b");
    REQUIRE(place.start()->answer("/data/name", "c"));
    REQUIRE(place.store->submissions().keepReceipt(
        yesterday, {"signed", "sig", "key", "دفتر", place.clock.now(), place.clock.now()}));
    const auto today = SubmissionReview(*place.library).today();
    REQUIRE(today);
    CHECK(today->madeToday == 1);
    CHECK(today->safeToday == 1);
    CHECK(today->waiting == 1);
    CHECK(today->drafts == 1);
    // Both photos have the same bytes, which the hub has by now.
    CHECK(today->filesWaiting == 0);
    CHECK(today->bytesWaiting > 0);
}

TEST_CASE("a draft is set aside until it is brought back", "[fieldwork][review]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "a"));
    const base::DraftId draft = filling->draft();
    REQUIRE(filling->leave());
    SubmissionReview review(*place.library);
    REQUIRE(review.setAside(draft));
    CHECK(review.drafts()->empty());
    REQUIRE(review.bringBack(draft));
    REQUIRE(review.drafts()->size() == 1);
    const auto again = place.resume(draft);
    CHECK(again->entry().view("/data/name")->value == "a");
}

TEST_CASE("a refused record goes again when a person wants it", "[fieldwork][review]")
{
    Workplace place;
    const base::InstanceId id = finished(place, "شیرین");
    auto& box = place.store->submissions();
    REQUIRE(box.noteAnswer(id, {store::SubmissionState::Refused, {}, "record-malformed", "the hub does not read it"}));
    SubmissionReview review(*place.library);
    REQUIRE(review.sendAgain(id));
    CHECK(box.summary(id)->state == store::SubmissionState::Waiting);
    CHECK(box.summary(id)->reasonCode.empty());
}
