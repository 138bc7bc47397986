#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;
using tashilgar::forms::Severity;

TEST_CASE("our own functions and attributes are told as hints", "[forms][check]")
{
    const Checked own(form("Own", bind("/data/a").calculate("tsh:jalali(today(), '%Y')"), input("/data/a")));
    CHECK(own.only("own-function").detail("function") == "tsh:jalali");
    CHECK(own.only("own-function").severity == Severity::Hint);
    const Checked unlogged(form("Unlogged", bind("/data/a").type("int").with("tsh:expected", ". > 1"), input("/data/a")));
    CHECK(unlogged.only("expected-unlogged").detail("path") == "/data/a");

    const Checked marked(form("Marked", bind("/data/a").with("tsh:privacy", "personal"), bind("/data/b").with("tsh:privacy", "sensitive"),
        input("/data/a"), input("/data/b")));
    CHECK(marked.only("own-attribute").detail("count") == "2");
}

TEST_CASE("what ODK Collect does not know is a warning", "[forms][check]")
{
    for (const char* foreign : {"floor(2.5)", "substring('abc', 2)", "coalesce(/data/b, /data/c, 'x')", "count(//b)", "count(/data/b/following-sibling::c)"})
        CHECK(std::string(foreign) + ": " + codesOf(bind("/data/a").calculate(foreign), {input("/data/a"), input("/data/b"), input("/data/c")})
            == std::string(foreign) + ": not-in-collect");
    CHECK(codesOf(bind("/data/a").calculate("coalesce(/data/b, 'x')"), {input("/data/a"), input("/data/b")}) == "");
}
