#include "app/forms/secondary/json.h"
#include "app/forms/secondary/table.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::forms::secondary;

// Spec: https://docs.getodk.org/form-datasets/
TEST_CASE("a feature is a row: its geometry as ODK writes it, its id, its properties", "[forms][secondary]")
{
    const auto table = readGeoJson(R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "p1", "properties": {"title": "Well", "depth": 12.50, "deep": true, "none": null},
         "geometry": {"type": "Point", "coordinates": [47.09, 34.34, 1350]}},
        {"type": "Feature", "properties": {"id": "own"},
         "geometry": {"type": "LineString", "coordinates": [[47.0, 34.0], [47.1, 34.1]]}},
        {"type": "Feature", "id": 3, "properties": {"id": "ignored"},
         "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}}]})");
    REQUIRE(table);
    const Table& t = **table;
    const auto cell = [&](Table::Row row, std::string_view column) { return t.cell(row, t.findColumn(column)); };
    REQUIRE(t.rowCount() == 3);
    CHECK(cell(0, "geometry") == "34.34 47.09 1350 0");
    CHECK(cell(0, "title") == "Well");
    CHECK(cell(0, "depth") == "12.50");
    CHECK(cell(0, "deep") == "true");
    CHECK(cell(0, "none").empty());
    CHECK(cell(1, "geometry") == "34.0 47.0 0 0; 34.1 47.1 0 0");
    CHECK(cell(1, "id") == "own");
    CHECK_FALSE(t.hasCell(1, t.findColumn("title")));
    CHECK(cell(2, "geometry") == "0 0 0 0; 1 0 0 0; 1 1 0 0; 0 0 0 0");
    CHECK(cell(2, "id") == "3");
}

TEST_CASE("what is no collection of simple features is refused", "[forms][secondary]")
{
    CHECK_FALSE(readGeoJson("[]"));
    CHECK_FALSE(readGeoJson(R"({"type": "Feature"})"));
    CHECK_FALSE(readGeoJson(
        R"({"type": "FeatureCollection", "features": [{"geometry": {"type": "MultiPoint", "coordinates": [[0, 0]]}}]})"));
    CHECK_FALSE(readGeoJson(
        R"({"type": "FeatureCollection", "features": [{"geometry": {"type": "Point", "coordinates": ["0", "1"]}}]})"));
    CHECK_FALSE(readGeoJson(R"({"type": "FeatureCollection", "features": [{"properties": {}}]})"));
}

TEST_CASE("JSON is read strictly and not too deep", "[forms][secondary]")
{
    REQUIRE(readJson(R"( {"a": "\u0633\ud83d\ude00\n", "b": [1, -2.5e3, null]} )"));
    CHECK(readJson(R"("\u0633\ud83d\ude00")")->text == "س😀");
    CHECK_FALSE(readJson(R"("\ud83d")"));
    CHECK(writeJson(*readJson(R"({"a": [1, "x\"y", {}], "b": false})")) == R"({"a":[1,"x\"y",{}],"b":false})");
    for (const char* text :
        {"", "{", "[1,]", "{\"a\" 1}", "01x", "nul", "\"open", "1 2", "[1}", "\"\\x\"", "-", "1.", "1e"}) {
        INFO(text);
        CHECK_FALSE(readJson(text));
    }
    CHECK_FALSE(readJson(std::string(100'000, '[')));
}
