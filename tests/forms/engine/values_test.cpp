#include "app/forms/instance/codec.h"
#include "app/base/zones.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;
using tashilgar::forms::DataType;

namespace {

std::string stored(DataType type, std::string_view text)
{
    return tashilgar::forms::instance::stored(type, text, **tashilgar::base::Zone::named("Asia/Tehran"));
}

} // namespace

// Spec: https://getodk.github.io/xforms-spec/#data-types
TEST_CASE("whole numbers lose their fraction and stay within 32 bits", "[forms][values]")
{
    CHECK(stored(DataType::Int, "12") == "12");
    CHECK(stored(DataType::Int, "2.9") == "2");
    CHECK(stored(DataType::Int, "-2.9") == "-2");
    CHECK(stored(DataType::Int, " 7 ") == "7");
    CHECK(stored(DataType::Int, "2147483648") == "");
    CHECK(stored(DataType::Int, "seven") == "");
}

TEST_CASE("decimals always have a fraction", "[forms][values]")
{
    CHECK(stored(DataType::Decimal, "3.25") == "3.25");
    CHECK(stored(DataType::Decimal, "3") == "3.0");
    CHECK(stored(DataType::Decimal, "1e3") == "1000.0");
    CHECK(stored(DataType::Decimal, "NaN") == "");
}

TEST_CASE("days and times must exist", "[forms][values]")
{
    CHECK(stored(DataType::Date, "2024-02-29") == "2024-02-29");
    CHECK(stored(DataType::Date, "2026-02-29") == "");
    CHECK(stored(DataType::Date, "2026-11-22T01:00:00.000+03:30") == "2026-11-22");
    CHECK(stored(DataType::Time, "23:59:59.5+03:30") == "23:59:59.5+03:30");
    CHECK(stored(DataType::Time, "24:00:00") == "");
    CHECK(stored(DataType::Time, "09:05") == "");
    CHECK(stored(DataType::DateTime, "2026-11-22T09:05:00.000+03:30") == "2026-11-22T09:05:00.000+03:30");
    CHECK(stored(DataType::DateTime, "2026-11-22T09:65:00Z") == "");
}

TEST_CASE("points are numbers within the globe", "[forms][values]")
{
    CHECK(stored(DataType::Geopoint, "34.3451 47.0901 0 6") == "34.3451 47.0901 0.0 6.0");
    CHECK(stored(DataType::Geopoint, "34.3451 47.0901") == "34.3451 47.0901");
    CHECK(stored(DataType::Geopoint, "91 47 0 0") == "");
    CHECK(stored(DataType::Geopoint, "north south") == "");
    CHECK(stored(DataType::Geotrace, "34.1 47.1 0 0; 34.2 47.1 0 0;") == "34.1 47.1 0.0 0.0;34.2 47.1 0.0 0.0");
}

// Spec: https://getodk.github.io/xforms-spec/#preload-attributes
TEST_CASE("properties are found whatever their capitals, and as addresses", "[forms][preload]")
{
    Scenario scenario(form("Who", bind("/data/d").preload("property", "deviceid"), bind("/data/u").preload("property", "uri:username"),
        bind("/data/p").preload("property", "uri:phonenumber"), bind("/data/e").preload("property", "uri:email"),
        bind("/data/x").preload("property", "uri:nothing")));
    scenario.properties = {{"deviceID", "d-1"}, {"username", "sara"}, {"phonenumber", "+98"}, {"email", "a@b.c"}};
    scenario.reopen();
    CHECK(scenario.answerOf("/data/d") == "d-1");
    CHECK(scenario.answerOf("/data/u") == "username:sara");
    CHECK(scenario.answerOf("/data/p") == "tel:+98");
    CHECK(scenario.answerOf("/data/e") == "mailto:a@b.c");
    CHECK(scenario.answerOf("/data/x") == "");
}
