#include "tests/sync/openrosa/village.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;
using store::SubmissionState;

namespace {

std::vector<std::string> photos(std::size_t count, std::size_t size)
{
    std::vector<std::string> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(std::string(size, static_cast<char>('a' + i % 26)) + std::to_string(i));
    return made;
}

std::map<std::string, std::string> named(const std::vector<std::string>& files)
{
    std::map<std::string, std::string> all;
    for (std::size_t i = 0; i < files.size(); ++i)
        all["photo" + std::to_string(i) + ".jpg"] = files[i];
    return all;
}

} // namespace

TEST_CASE("a record with its photos reaches an OpenRosa server whole, and the note of it is no receipt", "[sync][openrosa]")
{
    Village village;
    village.joined();
    const auto files = photos(2, 500);
    village.finalise("uuid:1", files);
    const client::Status status = village.round();

    INFO((status.error ? status.error->text() : "no error"));
    CHECK(status.reason == Reason::NothingToDo);
    CHECK_FALSE(status.receiptsSigned);
    CHECK(village.server.records.at("uuid:1").xml == Village::xmlOf("uuid:1"));
    CHECK(village.server.records.at("uuid:1").files == named(files));
    const auto summary = village.summary("uuid:1");
    CHECK(summary.state == SubmissionState::Safe);
    REQUIRE(summary.receipt);
    CHECK_FALSE(summary.receipt->isSigned());
    CHECK(summary.receipt->hubName == "https://central.example.org");
    CHECK(summary.receipt->signedText.find("\n201\nfiles-listed\n") != std::string::npos);
    CHECK(village.server.violations.empty());
}

TEST_CASE("a record goes in several requests of the advised size with the same XML byte for byte", "[sync][openrosa]")
{
    Village village;
    village.server.advised = 10'000;
    village.joined();
    const auto files = photos(9, 3000);
    village.finalise("uuid:1", files);
    CHECK(village.round().reason == Reason::NothingToDo);

    CHECK(village.server.records.at("uuid:1").files == named(files));
    CHECK(village.server.postsOf.at("uuid:1") == 5);
    int incomplete = 0;
    for (const client::Request& request : village.server.seen) {
        if (request.method != client::Method::Post)
            continue;
        CHECK(request.body.size() <= 10'000);
        const auto parts = readMultipart(request.headers.back().value, std::string(base::textOf(request.body)));
        REQUIRE(parts);
        CHECK(parts->front().content == Village::xmlOf("uuid:1"));
        incomplete += parts->at(1).name == "*isIncomplete*" ? 1 : 0;
    }
    CHECK(incomplete == 4);
}

TEST_CASE("no request carries more than a hundred files", "[sync][openrosa]")
{
    Village village;
    village.joined();
    const auto files = photos(205, 3);
    village.finalise("uuid:1", files);
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.records.at("uuid:1").files == named(files));
    CHECK(village.server.postsOf.at("uuid:1") == 3);
}

TEST_CASE("where somebody on the way takes less than was advised the request is halved", "[sync][openrosa]")
{
    Village village;
    village.server.hardLimit = 5000;
    village.joined();
    const auto files = photos(4, 3000);
    village.finalise("uuid:1", files);
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.records.at("uuid:1").files == named(files));
}

TEST_CASE("a photo that no request can carry is set aside and the other records go", "[sync][openrosa]")
{
    Village village;
    village.server.hardLimit = 5000;
    village.joined();
    village.finalise("uuid:1", photos(1, 9000));
    village.finalise("uuid:2", photos(1, 100));
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.summary("uuid:1").state == SubmissionState::Refused);
    CHECK(village.summary("uuid:1").reasonCode == "too-large");
    CHECK(village.summary("uuid:2").state == SubmissionState::Safe);
}

TEST_CASE("after a cut a record goes on with the photos that were not taken", "[sync][openrosa]")
{
    Village village;
    village.server.advised = 5000;
    village.joined();
    const auto files = photos(3, 4000);
    village.finalise("uuid:1", files);
    village.server.script = [&](std::size_t) { return village.posts() == 2 ? "lose-request" : ""; };
    CHECK(village.round().reason == Reason::LinkDropped);
    CHECK(village.summary("uuid:1").state == SubmissionState::Partial);
    CHECK(village.summary("uuid:1").filesWaiting == 1);

    village.server.script = [](std::size_t) { return ""; };
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.records.at("uuid:1").files == named(files));
    CHECK(village.server.postsOf.at("uuid:1") == 3);
}

TEST_CASE("a photo that two records share goes with each of them", "[sync][openrosa]")
{
    Village village;
    village.joined();
    const auto files = photos(1, 100);
    village.finalise("uuid:1", files);
    village.finalise("uuid:2", files);
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.records.at("uuid:1").files == named(files));
    CHECK(village.server.records.at("uuid:2").files == named(files));
}

TEST_CASE("a photo that the server lost although it answered 201 is found by looking back and sent again", "[sync][openrosa]")
{
    Village village;
    village.joined();
    const auto files = photos(3, 100);
    village.finalise("uuid:1", files);
    village.server.dropsOnce = {"photo1.jpg"};
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.records.at("uuid:1").files == named(files));
}

TEST_CASE("where an account may not look back the note says so and nobody asks twice", "[sync][openrosa]")
{
    Village village;
    village.server.mayLookBack = false;
    village.joined();
    village.finalise("uuid:1", photos(1, 10));
    village.finalise("uuid:2", photos(1, 10));
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.summary("uuid:1").receipt->signedText.find("\nfiles-not-listed\n") != std::string::npos);
    const auto asked = std::ranges::count_if(village.server.seen, [](const auto& request) { return request.target.find("/attachments") != std::string::npos && request.target.find("/submissions/") != std::string::npos; });
    CHECK(asked == 1);
}

TEST_CASE("what a server refuses is set aside with its own words and the others go on", "[sync][openrosa]")
{
    Village village;
    village.server.forms["closed"] = {"1", "<x/>", {}, {}, false};
    village.joined();
    village.finalise("uuid:1", {}, "closed");
    village.finalise("uuid:2", {}, "unknown");
    village.finalise("uuid:3");
    village.server.records["uuid:3"].xml = Village::xmlOf("uuid:3", "other answers");
    village.finalise("uuid:4");
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.summary("uuid:1").state == SubmissionState::Refused);
    CHECK(village.summary("uuid:1").reason == "This form is not currently accepting submissions.");
    CHECK(village.summary("uuid:2").state == SubmissionState::Waiting); // the round brought forms: it is offered again
    CHECK(village.summary("uuid:3").reason == "A submission already exists with this ID, but with different form XML.");
    CHECK(village.summary("uuid:4").state == SubmissionState::Safe);
    CHECK(village.server.records.at("uuid:3").xml == Village::xmlOf("uuid:3", "other answers"));
}

TEST_CASE("200 is no success: the sign-in page of a network takes no record", "[sync][openrosa]")
{
    for (const client::Method method : {client::Method::Head, client::Method::Post}) {
        Village village;
        village.joined();
        village.finalise("uuid:1");
        village.server.instead = [&](const client::Request& request) {
            return request.method == method ? std::optional(reply(200, "<html>Sign in</html>")) : std::nullopt;
        };
        CHECK(village.round().reason == Reason::NotAHub);
        CHECK(village.summary("uuid:1").state == SubmissionState::Waiting);
    }
}

TEST_CASE("201 without the server's word is no success either", "[sync][openrosa]")
{
    Village village;
    village.joined();
    village.finalise("uuid:1");
    village.server.instead = [](const client::Request& request) {
        return request.method == client::Method::Post ? std::optional(reply(201, "Created")) : std::nullopt;
    };
    CHECK(village.round().reason == Reason::NotAHub);
    CHECK(village.summary("uuid:1").state == SubmissionState::Waiting);
}

TEST_CASE("submissions move to another path of the same host and never to another host", "[sync][openrosa]")
{
    const auto movedTo = [](const std::string& place) {
        return [place](const client::Request& request) {
            const bool first = request.method == client::Method::Head && request.target.find("/moved") == std::string::npos;
            return first ? std::optional(reply(204, {}, {{"X-OpenRosa-Version", "1.0"}, {"Location", place}})) : std::nullopt;
        };
    };
    Village near;
    near.joined();
    near.finalise("uuid:1");
    near.server.instead = movedTo("https://central.example.org" + near.server.base + "/submission?moved");
    CHECK(near.round().reason == Reason::NothingToDo);
    CHECK(near.server.seen.end() != std::ranges::find_if(near.server.seen, [](const auto& r) { return r.target.ends_with("/submission?moved"); }));

    for (const char* const place : {"https://evil.example.org/submission", "http://central.example.org/submission"}) {
        Village far;
        far.joined();
        far.finalise("uuid:1");
        far.server.instead = movedTo(place);
        CHECK(far.round().reason == Reason::NotAHub);
        CHECK(far.posts() == 0);
        CHECK(std::ranges::all_of(far.server.seen, [](const auto& r) { return r.address.host == "central.example.org" && r.trust == client::Trust::Authorities; }));
    }
}

TEST_CASE("any single mishap at any request leaves each record at the server once and whole", "[sync][openrosa]")
{
    const auto fill = [](Village& village) {
        village.server.advised = 3000;
        village.joined();
        village.finalise("uuid:1", photos(3, 2000));
        village.finalise("uuid:2");
        village.finalise("uuid:3", photos(1, 10));
    };
    Village quiet;
    fill(quiet);
    const std::size_t before = quiet.server.seen.size();
    REQUIRE(quiet.round().reason == Reason::NothingToDo);
    const std::size_t requests = quiet.server.seen.size() - before;
    REQUIRE(requests > 10);

    for (const char* const mishap : {"lose-request", "lose-answer", "portal", "busy", "fail"}) {
        for (std::size_t step = 0; step < requests; ++step) {
            INFO(mishap << " at request " << step);
            Village village;
            fill(village);
            const std::size_t first = village.server.seen.size();
            village.server.script = [&](std::size_t n) { return n == first + step ? mishap : ""; };
            int rounds = 1;
            while (village.round().reason != Reason::NothingToDo && rounds < 4)
                ++rounds;
            CHECK(rounds < 4);
            CHECK(village.server.records.size() == 3);
            CHECK(village.server.records.at("uuid:1").files == named(photos(3, 2000)));
            CHECK(village.server.records.at("uuid:3").files == named(photos(1, 10)));
            CHECK(village.tablet->submissions().counts()->safe == 3);
            CHECK(village.server.violations.empty());
        }
    }
}
