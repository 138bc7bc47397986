#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;

namespace {
const char* const kWards = "<root><item><name>w1</name><label>One</label><chief>K</chief></item></root>";
} // namespace

TEST_CASE("a place that is not there is told with the one that was meant", "[forms][check]")
{
    const Checked slip(form("Slip", bind("/data/a").calculate("/data/g/membrs + 1"), input("/data/a"), group("/data/g").holding(input("/data/g/members"))));
    CHECK(slip.only("unknown-node").detail("near") == "/data/g/members");
    CHECK(slip.only("unknown-node").remedy == "did you mean /data/g/members?");
    const Checked moved(form("Moved", bind("/data/a").calculate("/data/members + 1"), input("/data/a"), group("/data/g").holding(input("/data/g/members"))));
    CHECK(moved.only("unknown-node").detail("near") == "/data/g/members");
    const Checked relative(form("Relative", bind("/data/a").calculate("../memebrs"), input("/data/a"), input("/data/members")));
    CHECK(relative.only("unknown-node").detail("near") == "/data/members");
    const Checked none(form("None", bind("/data/a").calculate("/data/zzz"), input("/data/a")));
    CHECK(none.only("unknown-node").detail("near") == "");
}

TEST_CASE("every unknown function of an expression is told, each with its place and the one that was meant", "[forms][check]")
{
    const Checked checked(form("Functions", bind("/data/a").calculate("lenght('x') + string-lenght('y') + jr:itxt('z')"), input("/data/a")));
    CHECK_FALSE(checked.loads);
    REQUIRE(checked.diagnostics.size() == 3);
    CHECK(checked.diagnostics[0].sentence.find("lenght() at 1") != std::string::npos);
    CHECK(checked.diagnostics[1].detail("near") == "string-length");
    CHECK(checked.diagnostics[2].detail("near") == "jr:itext");
}

TEST_CASE("an output that leads nowhere is told", "[forms][check]")
{
    const Checked checked(form("Output", input("/data/a").labelXml("Hello <output value=\"/data/nmae\"/>"), input("/data/name")));
    CHECK(checked.only("unknown-node").detail("near") == "/data/name");
    CHECK(checked.only("unknown-node").place == "label of /data/a, output");
}

TEST_CASE("a list or a column that is not there is told", "[forms][check]")
{
    const auto calculated = [](std::string_view expression) {
        return Checked(form("Lists", secondary("wards", kWards), bind("/data/a").calculate(expression), input("/data/a"), input("/data/w")));
    };
    CHECK(calculated("instance('ward')/root/item[name = /data/w]/chief").only("unknown-instance").detail("near") == "wards");
    CHECK(calculated("instance('wards')/root/item[nmae = /data/w]/chief").only("unknown-column").detail("near") == "name");
    CHECK(calculated("instance('wards')/root/item[name = /data/w]/cheif").only("unknown-column").detail("near") == "chief");
    CHECK(calculated("pulldata('wards', 'cheif', 'name', /data/w)").only("unknown-column").detail("near") == "chief");
    CHECK(calculated("instance('wards')/root/item[name = /data/w]/chief").codes() == "");
}

TEST_CASE("the value and the label of choices are columns of their list", "[forms][check]")
{
    const Checked checked(form("Choices", secondary("wards", kWards), select1("/data/w").itemset("instance('wards')/root/item", "name", "lable")));
    CHECK(checked.only("unknown-column").detail("near") == "label");
}

TEST_CASE("the name of a choice needs a select", "[forms][check]")
{
    CHECK(codesOf(bind("/data/a").calculate("jr:choice-name(/data/b, '/data/b')"), {input("/data/a"), input("/data/b")}) == "no-such-select");
    CHECK(codesOf(bind("/data/a").calculate("jr:choice-name(/data/b, '/data/b')"), {input("/data/a"), select1("/data/b").item("x", "X")}) == "");
}

TEST_CASE("a finding knows its line in the file", "[forms][check]")
{
    const std::string xml = form("Lines", bind("/data/a").relevant("/data/nowhere = 1"), input("/data/a"));
    const std::size_t at = xml.find("<bind");
    const Checked checked(xml.substr(0, at) + "\n\n" + xml.substr(at));
    CHECK(checked.only("unknown-node").line == 3);
}
