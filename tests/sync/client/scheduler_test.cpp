#include "sync/client/worker.h"
#include "tests/support/catch.h"
#include "tests/sync/loopback/office.h"

#include <algorithm>
#include <atomic>
#include <future>

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Phase;
using client::Reason;
using client::Scheduler;

namespace {

struct Planned : Office {
    FakeRandom random;
    Scheduler scheduler{engine, clock, random};

    Planned() { enrol(); }
    bool hubIsThere = true;
    /// Lets the hub vanish and come back.
    void script()
    {
        wire.script = [this](std::size_t) { return hubIsThere ? Mishap::None : Mishap::Unreachable; };
    }
    /// Each round asks for changes first, and once where nothing is sent.
    std::size_t rounds() const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(wire.seen, [](const auto& request) { return request.target.starts_with("/sync/v1/changes"); }));
    }
};

} // namespace

TEST_CASE("the first round is due at once, the next only for news", "[client][scheduler]")
{
    Planned planned;
    planned.tablet.add("uuid:1", "<visit/>");
    CHECK(planned.scheduler.runDue() == Scheduler::kNews);
    CHECK(planned.scheduler.status().reason == Reason::NothingToDo);
    CHECK(planned.tablet.countIn(MemoryTablet::State::Safe) == 1);
    REQUIRE(planned.scheduler.status().nextTry);
    CHECK(*planned.scheduler.status().nextTry == planned.clock.now() + Scheduler::kNews);
}

TEST_CASE("while the hub is away the tablet asks, ever more seldom, and starts by itself when it answers",
    "[client][scheduler]")
{
    Planned planned;
    planned.script();
    planned.hubIsThere = false;
    planned.tablet.add("uuid:1", "<visit/>");
    std::chrono::milliseconds wait{0};
    for (int i = 0; i < 20; ++i) {
        planned.clock.advance(wait);
        wait = planned.scheduler.runDue();
        CHECK(planned.scheduler.status().reason == Reason::NoAnswer);
        CHECK(wait <= client::Backoff::kCap);
    }
    CHECK(wait >= client::Backoff::kCap / 2);
    CHECK(planned.rounds() == 20);
    CHECK(planned.wire.seen.size() == 1 + 1 + 20); // enrolling took two

    planned.hubIsThere = true;
    planned.clock.advance(wait);
    planned.scheduler.runDue();
    CHECK(planned.tablet.countIn(MemoryTablet::State::Safe) == 1);
}

TEST_CASE("nothing runs before its time", "[client][scheduler]")
{
    Planned planned;
    planned.scheduler.runDue();
    const std::size_t before = planned.wire.seen.size();
    planned.clock.advance(Scheduler::kNews - std::chrono::milliseconds(1));
    CHECK(planned.scheduler.runDue() == std::chrono::milliseconds(1));
    CHECK(planned.wire.seen.size() == before);
}

TEST_CASE("a finalised record, a person and a new network each start a round at once", "[client][scheduler]")
{
    Planned planned;
    planned.scheduler.runDue();
    int woken = 0;
    planned.scheduler.onWake([&] { ++woken; });
    std::size_t rounds = planned.rounds();
    for (const auto wish : {+[](Scheduler& scheduler) { scheduler.workArrived(); },
             +[](Scheduler& scheduler) { scheduler.now(); },
             +[](Scheduler& scheduler) { scheduler.networkChanged({"10.0.0.2:8443"}); }}) {
        wish(planned.scheduler);
        planned.scheduler.runDue();
        CHECK(planned.rounds() == ++rounds);
    }
    CHECK(woken == 3);
}

TEST_CASE("a paused scheduler runs only what a person asks for, once", "[client][scheduler]")
{
    Planned planned;
    planned.scheduler.pause();
    CHECK(planned.scheduler.status().reason == Reason::Paused);
    planned.scheduler.workArrived();
    CHECK(planned.scheduler.runDue() == Scheduler::kForever);
    CHECK(planned.rounds() == 0);

    planned.scheduler.now();
    planned.scheduler.runDue();
    CHECK(planned.rounds() == 1);
    CHECK(planned.scheduler.status().reason == Reason::Paused);
    CHECK(planned.scheduler.runDue() == Scheduler::kForever);

    planned.scheduler.resume();
    planned.scheduler.runDue();
    CHECK(planned.rounds() == 2);
}

TEST_CASE("a pause ends the round that runs, and what it has done stays done", "[client][scheduler]")
{
    Planned planned;
    planned.fill();
    planned.wire.script = [&](std::size_t n) {
        if (n == 6)
            planned.scheduler.pause();
        return Mishap::None;
    };
    CHECK(planned.scheduler.runDue() == Scheduler::kForever);
    CHECK(planned.scheduler.status().reason == Reason::Paused);
    CHECK(planned.wire.seen.size() == 7);
    planned.wire.script = [](std::size_t) { return Mishap::None; };
    planned.scheduler.resume();
    planned.scheduler.runDue();
    CHECK(planned.tablet.countIn(MemoryTablet::State::Safe) == 4);
    CHECK(planned.hub.recordsTaken == 4);
}

TEST_CASE("what is finalised during a round goes with the next, at once", "[client][scheduler]")
{
    Planned planned;
    planned.wire.script = [&](std::size_t n) {
        if (n == 4) {
            planned.tablet.add("uuid:9", "<visit/>");
            planned.scheduler.workArrived();
        }
        return Mishap::None;
    };
    planned.tablet.add("uuid:1", "<visit>1</visit>");
    CHECK(planned.scheduler.runDue() == std::chrono::milliseconds(0));
    planned.scheduler.runDue();
    CHECK(planned.tablet.countIn(MemoryTablet::State::Safe) == 2);
}

TEST_CASE("a revoked tablet waits for a person", "[client][scheduler]")
{
    Planned planned;
    planned.hub.revoked = true;
    CHECK(planned.scheduler.runDue() == Scheduler::kForever);
    CHECK(planned.scheduler.status().reason == Reason::Revoked);
    CHECK(!planned.scheduler.status().nextTry);
}

TEST_CASE("each step is shown, and the last word comes with the time of the next try", "[client][scheduler]")
{
    Planned planned;
    planned.fill();
    std::vector<client::Status> shown;
    planned.scheduler.onStatus([&](const client::Status& status) { shown.push_back(status); });
    planned.scheduler.runDue();

    REQUIRE(shown.size() > 5);
    CHECK(shown.front().phase == Phase::Probing);
    const auto showsFile = [](const client::Status& status) {
        return status.phase == Phase::Sending && status.movement.kind == client::Movement::Kind::File
            && status.movement.total == 300'000 && status.movement.done > 0;
    };
    CHECK(std::ranges::any_of(shown, showsFile));
    CHECK(std::ranges::any_of(shown, [](const auto& status) { return status.phase == Phase::Receiving; }));
    CHECK(std::ranges::count_if(shown, [](const auto& status) { return status.phase == Phase::Waiting; }) == 1);
    CHECK(shown.back().nextTry);
    CHECK(shown.back().lastSuccess);
}

TEST_CASE("the worker's thread builds, obeys wishes from other threads, and ends", "[client][worker]")
{
    struct Parts final : client::Worker::Parts {
        Planned planned;
        client::Scheduler& scheduler() override { return planned.scheduler; }
    };
    auto worker = client::Worker::start([]() -> base::Result<std::unique_ptr<client::Worker::Parts>> {
        return std::make_unique<Parts>();
    });
    REQUIRE(worker);
    const auto safe = [&] {
        std::promise<std::size_t> count;
        (*worker)->post([&](client::Worker::Parts& parts) {
            count.set_value(static_cast<Parts&>(parts).planned.tablet.countIn(MemoryTablet::State::Safe));
        });
        return count.get_future().get();
    };
    CHECK(safe() == 0);

    std::promise<void> sent;
    std::atomic<bool> told = false;
    (*worker)->scheduler().onStatus([&](const client::Status& status) {
        if (status.totals.safe == 1 && status.phase == Phase::Waiting && !told.exchange(true))
            sent.set_value();
    });
    (*worker)->post([](client::Worker::Parts& parts) { static_cast<Parts&>(parts).planned.tablet.add("uuid:1", "<v/>"); });
    (*worker)->scheduler().now();
    sent.get_future().get();
    CHECK(safe() == 1);
}

TEST_CASE("a job that takes long hears that the worker ends", "[client][worker]")
{
    struct Parts final : client::Worker::Parts {
        Planned planned;
        client::Scheduler& scheduler() override { return planned.scheduler; }
    };
    auto worker = client::Worker::start([]() -> base::Result<std::unique_ptr<client::Worker::Parts>> {
        return std::make_unique<Parts>();
    });
    REQUIRE(worker);
    std::promise<void> begun;
    (*worker)->post([&begun, stop = (*worker)->stopping()](client::Worker::Parts&) {
        begun.set_value();
        while (!stop.stop_requested())
            std::this_thread::yield();
    });
    begun.get_future().get();
    worker->reset(); // comes back
}

TEST_CASE("a worker whose parts cannot be built says why", "[client][worker]")
{
    const auto worker = client::Worker::start(
        []() -> base::Result<std::unique_ptr<client::Worker::Parts>> { return base::fail(base::kDiskFull, "full"); });
    REQUIRE(!worker);
    CHECK(worker.error().code == base::kDiskFull);
}
