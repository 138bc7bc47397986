#include "app/forms/workbook.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

std::string printed(const base::Bytes& sheets, std::string_view language = {})
{
    const auto book = forms::readWorkbook(sheets);
    REQUIRE(book);
    forms::Diagnostics diagnostics;
    const auto page = forms::printQuestionnaire(*book, language, {}, diagnostics);
    for (const auto& d : diagnostics)
        UNSCOPED_INFO(d.place << ": " << d.sentence);
    REQUIRE(page);
    return page->substr(page->find("<body>"));
}

bool holds(const std::string& page, std::string_view part)
{
    INFO(page);
    return page.find(part) != std::string::npos;
}

const std::string kSurvey
    = R"(type | name | label::فارسی (fa) | label::English (en) | relevant | required | bind::tsh:privacy
 text | who | نام | Name | | yes | personal
 select_one yes_no | sure | مطمئن؟ | Sure? | | |
 integer | n | چند، ${who}؟ | How many, ${who}? | ${sure} = 'yes' and ${who} != '' | |
 note | bye | **پایان** <خوش> | **End** | ${n} >= 3 or not(selected(${sure}, 'no')) | |)";

base::Bytes form(const std::string& survey)
{
    return sheets({{"survey", survey},
        {"choices",
            "list_name | name | label::فارسی (fa) | label::English (en)\n yes_no | yes | بله | Yes\n yes_no | no | خیر "
            "| No"},
        {"settings",
            "form_title | form_id | version | default_language | namespaces\n آزمون | f | 1 | فارسی (fa) | "
            "tsh=\"https://tashilgar.org/ns/forms\""}});
}

} // namespace

TEST_CASE("a questionnaire numbers what is asked, in the digits of its language", "[forms][xlsform][printing]")
{
    const std::string page = printed(form(kSurvey));
    CHECK(holds(page, "<h1>آزمون</h1>"));
    CHECK(holds(page,
        "<b>۱</b><div><div class=\"label\">نام <span class=\"must\" title=\"پاسخ لازم است\">*</span> <span "
        "class=\"mark\">شخصی</span></div>"));
    CHECK(holds(page, "<b>۳</b>"));
    CHECK_FALSE(holds(page, "<b>۴</b>"));
    CHECK(holds(page, "چند، <span class=\"gap\">پاسخ ۱</span>؟"));
    CHECK(holds(page, "<li><i class=\"circle\"></i>بله</li>"));
}

TEST_CASE("conditions are said in the words of the questionnaire", "[forms][xlsform][printing]")
{
    const std::string page = printed(form(kSurvey));
    CHECK(holds(page, "<div class=\"if\">فقط اگر پاسخ ۲ باشد: «بله» و پاسخ ۱ پاسخ داشته باشد</div>"));
    CHECK(holds(page,
        "<div class=\"if\">فقط اگر پاسخ ۳ دست‌کم ۳، یا پاسخ ۲ نداشته باشد: "
        "«خیر»</div>"));
    CHECK(holds(printed(form(kSurvey), "en"),
        "<div class=\"if\">Only if answer 3 is at least 3, or answer 2 does not include «No»</div>"));
    // A shape without words is shown as it is.
    CHECK(holds(printed(sheets({{"survey",
                    "type | name | label | relevant\n text | a | A | \n text | b | B | string-length(${a}) < 4"}})),
        "<code>string-length(${a}) &lt; 4</code>"));
}

TEST_CASE("texts of a form cannot break the page", "[forms][xlsform][printing][hostile]")
{
    CHECK(holds(printed(form(kSurvey)), "<b>پایان</b> &lt;خوش&gt;"));
    CHECK(holds(printed(sheets({{"survey", "type | name | label\n text | a | <script>1</script> \"&"}})),
        "&lt;script&gt;1&lt;/script&gt; &quot;&amp;"));
}

TEST_CASE("a language the form does not have is refused", "[forms][xlsform][printing]")
{
    const auto book = forms::readWorkbook(form(kSurvey));
    REQUIRE(book);
    forms::Diagnostics diagnostics;
    CHECK(forms::printQuestionnaire(*book, "ku", {}, diagnostics).error().code == base::kNotFound);
}

TEST_CASE("each shipped form prints, right to left, with every question on it", "[forms][xlsform][printing][shipped]")
{
    for (const std::string form :
        {"tsh_household", "tsh_issue", "tsh_meeting", "tsh_asset", "tsh_followup", "tsh_block"}) {
        INFO(form);
        const auto book = forms::readWorkbookFolder(TASHILGAR_SOURCE_DIR "/assets/forms/" + form);
        REQUIRE(book);
        forms::Diagnostics diagnostics;
        const auto page = forms::printQuestionnaire(*book, {}, {}, diagnostics);
        REQUIRE(page);
        CHECK(page->find("<html lang=\"fa\" dir=\"rtl\">") != std::string::npos);
        const forms::Sheet& survey = *book->find("survey");
        for (std::size_t i = 1; i < survey.rows.size(); ++i) {
            const std::string& label = survey.rows[i].at(2);
            if (!label.empty() && label.find_first_of("$*&<>\"") == std::string::npos)
                CHECK(page->find(label) != std::string::npos);
        }
    }
}
