#include "app/base/zones.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;

TEST_CASE("Tehran is three and a half hours ahead, and kept summer time until 1401", "[base][zones]")
{
    const auto tehran = Zone::named("Asia/Tehran");
    REQUIRE(tehran);
    const auto at = [&](const char* text) { return *parseIso(text, **tehran); };
    CHECK(toIsoWithOffset(at("2026-11-22T09:05:00"), **tehran) == "2026-11-22T09:05:00.000+03:30");
    CHECK(toIsoWithOffset(at("2026-07-22T09:05:00"), **tehran) == "2026-07-22T09:05:00.000+03:30");
    CHECK(toIsoWithOffset(at("2021-07-22T09:05:00"), **tehran) == "2021-07-22T09:05:00.000+04:30");
    CHECK(toIsoUtc(at("2026-11-22")) == "2026-11-21T20:30:00.000Z");
}

TEST_CASE("an offset in the text wins over the zone", "[base][zones]")
{
    const auto zone = *Zone::named("UTC");
    CHECK(toIsoUtc(*parseIso("2026-11-22T09:05:00.250+03:30", *zone)) == "2026-11-22T05:35:00.250Z");
    CHECK(toIsoUtc(*parseIso("2026-11-22T09:05:00-0700", *zone)) == "2026-11-22T16:05:00.000Z");
    CHECK(toIsoUtc(*parseIso("2026-11-22T09:05Z", *zone)) == "2026-11-22T09:05:00.000Z");
}

TEST_CASE("what is no moment is refused", "[base][zones]")
{
    const auto zone = *Zone::named("UTC");
    for (const char* text : {"", "2026", "2026-13-01", "2026-02-29", "2026-01-01T25:00", "2026-01-01T10:00x", "x"})
        CHECK(parseIso(text, *zone).error().code == kMalformed);
    CHECK(Zone::named("Nowhere/Land").error().code == kNotFound);
}
