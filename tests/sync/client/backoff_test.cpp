#include "sync/client/backoff.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

#include <set>

using namespace tashilgar;
using client::Backoff;

TEST_CASE("each wait lies in the upper half of a span that doubles up to a cap", "[client][backoff]")
{
    tests::FakeRandom random;
    Backoff backoff(random);
    std::chrono::milliseconds span = Backoff::kFirst;
    for (int failure = 0; failure < 100; ++failure) {
        const auto wait = backoff.next();
        CHECK(wait >= span / 2);
        CHECK(wait <= span);
        span = std::min(span * 2, Backoff::kCap);
    }
    backoff.reset();
    CHECK(backoff.next() <= Backoff::kFirst);
}

TEST_CASE("tablets that failed together do not come back together", "[client][backoff]")
{
    std::set<std::chrono::milliseconds> waits;
    for (std::uint64_t tablet = 0; tablet < 30; ++tablet) {
        tests::FakeRandom random(tablet);
        waits.insert(Backoff(random).next());
    }
    CHECK(waits.size() > 25);
}
