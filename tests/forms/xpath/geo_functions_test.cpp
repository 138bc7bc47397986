#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#geographical-functions
TEST_CASE("distance() is that of a sphere of 6,378,100 m", "[forms][xpath][geo]")
{
    const Asked asked("<d><p>34.3451 47.0901 0 5</p><p>34.3461 47.0901 0 5</p></d>");
    CHECK(asked.number("distance('34.3451 47.0903;34.3461 47.0903')") == 111.32);
    CHECK(asked.number("distance(/d/p)") == 111.32);
    CHECK(asked.number("distance('0 0', '0 1', '0 2')") == Approx(2 * 111318.845).epsilon(1e-8));
    CHECK(asked.number("distance('34 47 0 0')") == 0);
    CHECK(asked.fails("distance('')"));
    CHECK(asked.fails("distance('34')"));
    CHECK(asked.fails("distance('95 47; 34 47')"));
    CHECK(asked.fails("distance('34 47; here')"));
}

TEST_CASE("area() closes the shape and does not care for its direction", "[forms][xpath][geo]")
{
    const Asked asked;
    const double hectare
        = asked.number("area('34.3450 47.0900; 34.3459 47.0900; 34.3459 47.0911; 34.3450 47.0911; 34.3450 47.0900')");
    CHECK(hectare == Approx(100.19 * 101.11).epsilon(0.002));
    CHECK(asked.number("area('34.3450 47.0900; 34.3450 47.0911; 34.3459 47.0911; 34.3459 47.0900')")
        == Approx(hectare).epsilon(1e-6));
    CHECK(asked.number("enclosed-area('0 0; 0 1')") == 0);
    CHECK(asked.number("area('')") == 0);
}

TEST_CASE("geofence() tells inside from outside", "[forms][xpath][geo]")
{
    const Asked asked("<d><yard>0 0; 0 4; 4 4; 4 0; 0 0</yard></d>");
    CHECK(asked.truth("geofence('2 2 0 0', /d/yard)"));
    CHECK_FALSE(asked.truth("geofence('2 5', /d/yard)"));
    CHECK_FALSE(asked.truth("geofence('-1 2', /d/yard)"));
    CHECK(asked.truth("geofence('1 1', '0 0; 0 4; 4 4; 2 2; 4 0; 0 0')"));
    CHECK_FALSE(asked.truth("geofence('3.5 2', '0 0; 0 4; 4 4; 2 2; 4 0; 0 0')")); // in the notch
    CHECK(asked.fails("geofence('', /d/yard)"));
    CHECK(asked.fails("geofence('1 1', '0 0; 1 1')"));
}

TEST_CASE("intersects() finds a line that crosses itself", "[forms][xpath][geo]")
{
    const Asked asked;
    CHECK(asked.truth("intersects('0 0; 4 4; 4 0; 0 4')"));
    CHECK_FALSE(asked.truth("intersects('0 0; 0 4; 4 4; 4 0; 0 0')"));
    CHECK(asked.truth("intersects('0 0; 4 4; 0 4; 4 0; 0 0')"));
    CHECK_FALSE(asked.truth("intersects('0 0; 1 1')"));
    CHECK_FALSE(asked.truth("intersects('')"));
}
