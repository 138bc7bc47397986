#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;
using tashilgar::forms::Severity;

TEST_CASE("a condition that is a text or only names a place is always true, and told", "[forms][check]")
{
    CHECK(Checked(form("Text", bind("/data/a").relevant("'yes'"), input("/data/a"))).only("condition-is-text").detail("value") == "yes");
    CHECK(Checked(form("Path", bind("/data/a").relevant("/data/b"), input("/data/a"), input("/data/b"))).only("condition-is-path").detail("path")
        == "/data/b");
    CHECK(Checked(form("Not", bind("/data/a").relevant("not(/data/b)"), input("/data/a"), input("/data/b"))).codes() == "condition-is-path");
    CHECK(Checked(form("Count", bind("/data/a").relevant("string-length(/data/b) > 0"), input("/data/a"), input("/data/b"))).codes() == "");
}

TEST_CASE("a question that is never shown is told; who writes false() is only reminded", "[forms][check]")
{
    const Checked meant(form("Retired", bind("/data/a").relevant("false()"), input("/data/a")));
    CHECK(meant.only("never-relevant").severity == Severity::Hint);
    const Checked slip(form("Slip", bind("/data/a").relevant("1 = 2"), input("/data/a")));
    CHECK(slip.only("never-relevant").severity == Severity::Warning);
    CHECK(slip.only("never-relevant").place == "bind /data/a, relevant");
}

TEST_CASE("what can never be shown inside a hidden group is not told again", "[forms][check]")
{
    const Checked checked(form("Group", bind("/data/g").relevant("false()"), bind("/data/g/a").relevant("1 = 2"),
        group("/data/g").holding(input("/data/g/a"))));
    CHECK(checked.codes() == "never-relevant");
}

TEST_CASE("two conditions that exclude each other are told with both", "[forms][check]")
{
    const Checked own(form("Own", bind("/data/n").type("int"), bind("/data/a").relevant("/data/n > 5 and /data/n < 3"), input("/data/n"), input("/data/a")));
    CHECK(own.only("contradiction").detail("first") == "/data/n > 5");
    CHECK(own.only("contradiction").detail("second") == "/data/n < 3");

    const Checked above(form("Above", bind("/data/g").relevant("/data/x = 'a'"), bind("/data/g/q").relevant("/data/x = 'b'"), input("/data/x"),
        group("/data/g").holding(input("/data/g/q"))));
    CHECK(above.only("contradiction").place == "bind /data/g/q, relevant");
    CHECK(above.only("contradiction").detail("by") == "/data/g");
}

TEST_CASE("conditions that can hold together are left alone", "[forms][check]")
{
    for (const char* fine : {"/data/n > 3 and /data/n < 5", "/data/n >= 3 and /data/n <= 3", "/data/x = 'a' or /data/x = 'b'",
             "selected(/data/m, 'a') and selected(/data/m, 'b')", "/data/x != 'a' and /data/x != 'b'", "/data/n = 4 and /data/n > 3",
             "not(/data/x = 'a') and /data/x = 'a2'"})
        CHECK(std::string(fine) + ": "
            + codesOf(bind("/data/q").relevant(fine),
                {input("/data/q"), input("/data/n"), input("/data/x"), select("/data/m").item("a", "A").item("b", "B")})
            == std::string(fine) + ": ");
}

TEST_CASE("rows of a repeat may differ, so they do not contradict each other", "[forms][check]")
{
    const Checked checked(form("Rows",
        bind("/data/q").relevant("/data/rep/x = 'a' and /data/rep/x = 'b'"), input("/data/q"), repeat("/data/rep").holding(input("/data/rep/x"))));
    CHECK(checked.codes().find("contradiction") == std::string::npos);
}

TEST_CASE("a question that waits for one that never shows is never reached", "[forms][check]")
{
    const Checked checked(form("Chain", bind("/data/a").relevant("false()"), bind("/data/b").relevant("/data/a = 'yes'"),
        bind("/data/c").relevant("/data/b > 3"), bind("/data/d").relevant("/data/a = ''"),
        input("/data/a"), input("/data/b"), input("/data/c"), input("/data/d")));
    REQUIRE(checked.codes() == "never-relevant unreachable unreachable");
    CHECK(checked.diagnostics[1].detail("path") == "/data/b");
    CHECK(checked.diagnostics[2].detail("by") == "/data/b");
}

TEST_CASE("a constraint that refuses everything is told", "[forms][check]")
{
    CHECK(Checked(form("Never", bind("/data/n").type("int").constraint(". > 5 and . < 3"), input("/data/n"))).codes() == "never-accepted");
    CHECK(Checked(form("Never", bind("/data/n").type("int").constraint("false()"), input("/data/n"))).codes() == "never-accepted");
    CHECK(Checked(form("Fine", bind("/data/n").type("int").constraint(". > 3 and . < 5"), input("/data/n"))).codes() == "");
}
