#include "sync/protocol/change.h"

#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

TEST_CASE("a page of changes of every kind travels whole", "[protocol][change]")
{
    ChangePage page;
    page.cursor = "17.abc";
    page.more = true;
    page.changes = {
        ProgrammeChanged{"دفتر جعفرآباد", {{"n.karimi", "ن. کریمی", "facilitator", "office_1"}}},
        FormPublished{{base::FormId("tsh_issue"), "2"}, "مشاهده", std::string(64, 'a'), 12345,
            {{"logo.png", std::string(64, 'b'), 7}}},
        FormRetired{{base::FormId("tsh_issue"), "1"}},
        ListReset{base::ListName("issues"), {"name", "label", "status"}, true},
        ListRows{base::ListName("issues"), {{"k1", 3, {{"label", "چاله"}, {"status", "open"}}}, {"k2", 1, {}}}, {}},
        ListRows{base::ListName("issues"), {}, {"k3"}},
    };
    const auto decoded = decodeChangePage(encode(page));
    REQUIRE(decoded);
    CHECK(*decoded == page);
}

TEST_CASE("a kind of change of a later hub is left out, the rest stands", "[protocol][change]")
{
    const auto page = decodeChangePage(
        R"({"cursor":"1","changes":[{"kind":"basemap","tiles":[1]},{"kind":"formRetired","formId":"f","version":"1"}]})");
    REQUIRE(page);
    CHECK(page->changes.size() == 1);
    CHECK_FALSE(page->more);
}

TEST_CASE("a page with a broken change is refused whole", "[protocol][change]")
{
    for (const char* change : {"7", "{}", R"({"kind":"form","formId":"f","sha256":"x","size":1})",
             R"({"kind":"form","formId":"f","sha256":"x","size":-1})", R"({"kind":"rows","name":"a","upsert":[{"key":"","version":1,"values":{}}]})",
             R"({"kind":"rows","name":"a","upsert":[{"key":"k","version":1,"values":{"c":5}}]})", R"({"kind":"list","name":"","columns":[]})",
             R"({"kind":"list","name":"a","columns":[1]})"}) {
        const auto page = decodeChangePage(fmt::format(R"({{"cursor":"1","changes":[{}]}})", change));
        REQUIRE_FALSE(page);
        CHECK(page.error().code == base::kMalformed);
    }
    CHECK_FALSE(decodeChangePage("<html></html>"));
    CHECK_FALSE(decodeChangePage(R"({"changes":[]})"));
}
