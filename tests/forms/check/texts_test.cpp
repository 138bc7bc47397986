#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;

namespace {

std::string translated(std::string_view persian, std::string_view english, std::string_view mark = " default=\"true()\"")
{
    return form("Texts",
        itext("<translation lang=\"fa\"" + std::string(mark) + ">" + std::string(persian) + "</translation><translation lang=\"en\">" + std::string(english)
            + "</translation>"),
        input("/data/a").inside("<label ref=\"jr:itext('a')\"/>"));
}

std::string text(std::string_view id, std::string_view words) { return "<text id=\"" + std::string(id) + "\"><value>" + std::string(words) + "</value></text>"; }

} // namespace

TEST_CASE("what a language lacks is told once for each language, with the ids", "[forms][check]")
{
    const Checked checked(translated(text("a", "الف") + text("b", "ب") + text("c", "پ"), text("a", "A")));
    CHECK(checked.only("missing-translation").detail("language") == "en");
    CHECK(checked.only("missing-translation").detail("count") == "2");
    CHECK(checked.only("missing-translation").detail("ids") == "b, c");
    CHECK(Checked(translated(text("a", "الف"), text("a", "A"))).codes() == "");
}

TEST_CASE("the dash that converters write for an empty cell is no translation", "[forms][check]")
{
    CHECK(Checked(translated(text("a", "الف"), text("a", "-"))).codes() == "missing-translation");
    CHECK(Checked(translated(text("a", "-"), text("a", "-"))).codes() == "");
}

TEST_CASE("a picture that only one language has is a hint", "[forms][check]")
{
    const std::string picture = "<text id=\"a\"><value>A</value><value form=\"image\">jr://images/a.png</value></text>";
    const auto found = Checked(translated(text("a", "الف"), picture)).only("missing-translated-media");
    CHECK(found.detail("form") == "image");
    CHECK(found.severity == tashilgar::forms::Severity::Hint);
}

TEST_CASE("of several languages one should be marked as the default", "[forms][check]")
{
    CHECK(Checked(translated(text("a", "الف"), text("a", "A"), "")).only("no-default-language").detail("language") == "fa");
}

TEST_CASE("a text that no language has is told", "[forms][check]")
{
    CHECK(Checked(translated(text("b", "ب"), text("b", "B"))).only("unknown-itext").detail("id") == "a");
}

TEST_CASE("choices that cannot be told apart, or hold a blank, are told", "[forms][check]")
{
    CHECK(Checked(form("Twice", select1("/data/a").item("x", "One").item("x", "Two"))).only("doubled-choice").detail("value") == "x");
    CHECK(Checked(form("Blank", select("/data/a").item("x y", "One").item("z", "Two"))).only("choice-with-blank").detail("value") == "x y");
    CHECK(Checked(form("One", select1("/data/a").item("x y", "One").item("z", "Two"))).codes() == "");
}

TEST_CASE("an appearance is matched word by word", "[forms][check]")
{
    const auto of = [](const Control& control) { return Checked(form("Looks", control)); };
    const Control one = select1("/data/a").item("x", "X");
    CHECK(of(Control(one).with("appearance", "minimal columns-3 w2")).codes() == "");
    CHECK(of(Control(one).with("appearance", "minmal")).only("unknown-appearance").detail("near") == "minimal");
    const Checked trap = of(Control(one).with("appearance", "quickly"));
    CHECK(trap.only("unknown-appearance").detail("hidden") == "quick");
    CHECK(trap.only("unknown-appearance").sentence.find("Collect may take it for 'quick'") != std::string::npos);
    CHECK(of(input("/data/a").with("appearance", "ex:org.example.app(field='x y')")).codes() == "");
    CHECK(of(Control(one).with("appearance", "search('list.csv', 'matches', 'a', /data/a) minimal")).codes().find("unknown-appearance") == std::string::npos);
    CHECK(of(input("/data/a").with("appearance", "field-list")).codes() == "appearance-elsewhere");
    CHECK(of(Control(one).with("appearance", "compact-2")).only("old-appearance").detail("now") == "columns-n");
    CHECK(of(Control(one).with("appearance", "map columns")).codes() == "appearances-exclude");
    CHECK(of(Control(one).with("appearance", "map quick")).codes() == "");
    CHECK(of(Control(one).with("appearance", "search")).codes() == "");
}

TEST_CASE("a repeat on one page with other questions is told", "[forms][check]")
{
    const Checked checked(form("Page", group("/data/g").with("appearance", "field-list").holding(input("/data/g/a"), repeat("/data/g/rep").holding(input("/data/g/rep/b")))));
    CHECK(checked.only("repeat-on-one-page").place == "/data/g/rep");
}
