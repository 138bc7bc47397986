#include "tests/support/catch.h"
#include "tests/sync/loopback/office.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;

namespace {

/// Whatever happened on the way: all is at the hub once, each record has its receipt, all news is here.
void checkAllIsWell(const Office& office)
{
    CHECK(office.hub.records.size() == 4);
    CHECK(office.hub.recordsTaken == 4);
    CHECK(office.hub.blobs.size() == 4 + 2);
    CHECK(office.tablet.countIn(MemoryTablet::State::Safe) == 4);
    CHECK(office.tablet.installed == std::set<std::string>{"visit"});
    CHECK(office.tablet.lists.at("households") == std::map<std::string, std::string>{{"h1", "ONE"}});
}

/// How many requests a round without mishaps takes.
std::size_t requestsOfQuietRound()
{
    Office office;
    office.enrol();
    office.fill();
    const std::size_t before = office.wire.seen.size();
    REQUIRE(office.roundsUntilDone(1) == 1);
    checkAllIsWell(office);
    return office.wire.seen.size() - before;
}

} // namespace

TEST_CASE("one round on a good wire brings everything to both sides", "[sync][loopback]")
{
    Office office;
    office.enrol();
    office.fill();
    const client::Status status = office.round();

    INFO((status.error ? status.error->text() : "no error"));
    CHECK(status.reason == Reason::NothingToDo);
    CHECK(status.receiptsThisRound == 4);
    CHECK(status.formsThisRound == 1);
    CHECK(status.totals.safe == 4);
    checkAllIsWell(office);
}

TEST_CASE("a second round with nothing new asks two questions and sends nothing again", "[sync][loopback]")
{
    Office office;
    office.enrol();
    office.fill();
    office.round();
    const std::size_t before = office.wire.seen.size();
    CHECK(office.round().reason == Reason::NothingToDo);
    CHECK(office.wire.seen.size() == before + 2); // probe, changes
}

TEST_CASE("any single mishap at any step is made good by asking again", "[sync][loopback]")
{
    const std::size_t requests = requestsOfQuietRound();
    REQUIRE(requests > 15);
    for (const Mishap mishap : kMishaps) {
        for (std::size_t step = 0; step < requests; ++step) {
            INFO("mishap " << static_cast<int>(mishap) << " at request " << step);
            Office office;
            office.enrol();
            office.fill();
            const std::size_t first = office.wire.seen.size();
            office.wire.script = [&](std::size_t n) { return n == first + step ? mishap : Mishap::None; };
            CHECK(office.roundsUntilDone(3) > 0);
            checkAllIsWell(office);
        }
    }
}

TEST_CASE("on a wire where every third request fares badly all arrives in the end", "[sync][loopback]")
{
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        Office office;
        office.enrol();
        office.fill();
        FakeRandom dice(seed);
        office.wire.script = [&](std::size_t) {
            const std::uint64_t thrown = dice.next();
            return thrown % 3 == 0 ? kMishaps[(thrown >> 8) % std::size(kMishaps)] : Mishap::None;
        };
        CHECK(office.roundsUntilDone(400) > 0);
        checkAllIsWell(office);
    }
}

TEST_CASE("a tablet that dies at any step goes on from there", "[sync][loopback]")
{
    Office quiet;
    quiet.enrol();
    quiet.fill();
    const int before = quiet.tablet.calls;
    quiet.round();
    const int calls = quiet.tablet.calls - before;
    REQUIRE(calls > 20);

    for (int step = 0; step < calls; ++step) {
        INFO("dies at call " << step);
        Office office;
        office.enrol();
        office.fill();
        office.tablet.dieAt = office.tablet.calls + step;
        CHECK(office.round().reason != Reason::NothingToDo);
        office.tablet.revive();
        CHECK(office.roundsUntilDone(3) > 0);
        checkAllIsWell(office);
    }
}

TEST_CASE("enrolling survives any mishap with the same code", "[sync][loopback]")
{
    for (const Mishap mishap : kMishaps) {
        for (std::size_t step = 0; step < 2; ++step) {
            INFO("mishap " << static_cast<int>(mishap) << " at request " << step);
            Office office;
            office.wire.script = [&](std::size_t n) { return n == step ? mishap : Mishap::None; };
            client::Enrolment enrolment(office.wire, office.tablet);
            if (!enrolment.enrol(office.offer(), "tablet 1"))
                CHECK(enrolment.enrol(office.offer(), "tablet 1"));
            office.fill();
            CHECK(office.roundsUntilDone(1) == 1);
        }
    }
}
