#include "tests/support/catch.h"
#include "tests/support/counts.h"
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

TEST_CASE("a second round with nothing new asks one question and sends nothing again", "[sync][loopback]")
{
    Office office;
    office.enrol();
    office.fill();
    office.round();
    const std::size_t before = office.wire.seen.size();
    CHECK(office.round().reason == Reason::NothingToDo);
    CHECK(office.wire.seen.size() == before + 1); // changes
}

TEST_CASE("a batch refers to its form where the hub knows it, and goes whole where it does not", "[sync][loopback]")
{
    const std::string form = "<html><head><model><instance><visit><first/><second/><third/></visit></instance></model></head></html>";
    Office office;
    office.enrol();
    office.tablet.formDictionary = protocol::FormDictionary::of(form).value();
    const auto sent = [&](std::size_t number) { return std::string(base::textOf(office.wire.seen.at(number).body)); };
    const auto visit = [](int i) { return fmt::format("<visit><first>{0}</first><second>{0}</second><third>{0}</third></visit>", i); };

    office.tablet.add("uuid:1", visit(1));
    std::size_t before = office.wire.seen.size();
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(sent(before + 1).starts_with("TSHD"));
    CHECK_FALSE(sent(before + 2).starts_with("TSHD"));

    office.hub.dictionaries.push_back(*office.tablet.formDictionary);
    office.tablet.add("uuid:2", visit(2));
    before = office.wire.seen.size();
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.wire.seen.size() == before + 3); // changes, batch, changes
    CHECK(sent(before + 1).starts_with("TSHD"));
    CHECK(office.tablet.countIn(MemoryTablet::State::Safe) == 2);
    CHECK(office.hub.records.size() == 2);
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

namespace {

/// What holds at every moment, however little has arrived.
void checkInvariants(Office& office, std::size_t contentsRecorded)
{
    // Exactly once.
    REQUIRE(office.hub.recordsTaken == static_cast<int>(office.hub.records.size()));
    // No receipt without the bytes.
    for (int number = 1; number <= 6; ++number) {
        const std::string instance = "uuid:" + std::to_string(number);
        if (!office.tablet.knows(instance) || office.tablet.kept(instance).state != MemoryTablet::State::Safe)
            continue;
        const MemoryTablet::Kept& kept = office.tablet.kept(instance);
        const auto there = office.hub.records.find(base::InstanceId(instance));
        REQUIRE(there != office.hub.records.end());
        REQUIRE(there->second.record.xml == kept.xml);
        for (const protocol::BlobRef& blob : kept.head.blobs) {
            const auto bytes = office.hub.blobs.find(blob.sha256);
            REQUIRE(bytes != office.hub.blobs.end());
            REQUIRE(base::textOf(bytes->second) == office.tablet.contents.at(blob.sha256));
        }
    }
    // Nothing goes from the tablet by itself.
    REQUIRE(office.tablet.contents.size() == contentsRecorded);
    // The cursor never runs ahead of what was applied.
    const std::string cursor = *office.tablet.cursor();
    const auto& rows = office.tablet.lists["households"];
    if (cursor.empty())
        REQUIRE(rows.empty());
    else if (cursor == "1")
        REQUIRE(rows == std::map<std::string, std::string>{{"h1", "one"}, {"h2", "two"}});
    else
        REQUIRE(rows == std::map<std::string, std::string>{{"h1", "ONE"}});
}

} // namespace

TEST_CASE("in thousands of random schedules nothing is lost, doubled or promised before it is there", "[sync][loopback][schedules]")
{
    const std::uint64_t schedules = repetitions("TASHILGAR_SCHEDULES", 2000, 50'000);
    std::size_t requests = 0;
    for (std::uint64_t seed = 1; seed <= schedules; ++seed) {
        INFO("seed " << seed);
        FakeRandom dice(seed * 7919);
        Office office;
        office.enrol();
        office.fill();
        std::size_t contents = office.tablet.contents.size();
        const std::uint64_t ill = 2 + dice.next() % 5; // every second to every sixth request fares badly
        office.wire.script = [&](std::size_t) {
            const std::uint64_t thrown = dice.next();
            if (thrown % ill != 0)
                return Mishap::None;
            const std::size_t which = (thrown >> 8) % (std::size(kMishaps) + 1);
            return which == std::size(kMishaps) ? Mishap::Late : kMishaps[which];
        };
        std::size_t made = 4;
        bool done = false;
        for (int round = 0; round < 600 && !done; ++round) {
            if (made < 6 && dice.next() % 4 == 0) { // the day goes on
                ++made;
                office.tablet.add("uuid:" + std::to_string(made), "<visit>" + std::to_string(made) + "</visit>", {"photo of " + std::to_string(made)});
                contents = office.tablet.contents.size();
            }
            const bool dies = dice.next() % 4 == 0;
            if (dies)
                office.tablet.dieAt = office.tablet.calls + static_cast<int>(dice.next() % 40);
            const Reason reason = office.round().reason;
            office.tablet.revive();
            checkInvariants(office, contents);
            done = made == 6 && !dies && reason == Reason::NothingToDo;
        }
        REQUIRE(done);
        REQUIRE(office.hub.records.size() == 6);
        REQUIRE(office.tablet.countIn(MemoryTablet::State::Safe) == 6);
        REQUIRE(office.tablet.installed == std::set<std::string>{"visit"});
        REQUIRE(office.tablet.lists.at("households") == std::map<std::string, std::string>{{"h1", "ONE"}});
        requests += office.wire.seen.size();
    }
    WARN(schedules << " schedules, " << requests << " requests");
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
