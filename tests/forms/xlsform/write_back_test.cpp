#include "app/base/files.h"
#include "app/forms/form.h"
#include "app/forms/workbook.h"
#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <fmt/format.h>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// An XForm with these parts.
std::string xform(std::string_view instance, std::string_view model, std::string_view body)
{
    return fmt::format(
        R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" )"
        R"(xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms">)"
        R"(<h:head><h:title>F</h:title><model><instance><data id="f" version="3">{}</data></instance>{}</model></h:head><h:body>{}</h:body></h:html>)",
        instance, model, body);
}

struct Sheets {
    explicit Sheets(const std::string& xml)
    {
        auto read = forms::workbookOfXForm(xml, diagnostics);
        REQUIRE(read);
        book = std::move(*read);
    }
    /// The cell of the row named \p name under \p header.
    std::string cell(std::string_view name, std::string_view header, std::string_view sheet = "survey") const
    {
        const forms::Sheet* page = book.find(sheet);
        REQUIRE(page);
        const auto& headers = page->rows.front();
        const auto named = std::find(headers.begin(), headers.end(), "name") - headers.begin();
        const auto column = std::find(headers.begin(), headers.end(), header) - headers.begin();
        for (std::size_t i = 1; i < page->rows.size(); ++i) {
            const bool wanted = name.empty() || page->rows[i].at(static_cast<std::size_t>(named)) == name;
            if (wanted && static_cast<std::size_t>(column) < headers.size())
                return page->rows[i][static_cast<std::size_t>(column)];
        }
        return {};
    }
    std::string types() const
    {
        std::string out;
        for (const auto& row : book.find("survey")->rows)
            out += (out.empty() ? "" : ", ") + row.at(0);
        return out;
    }

    forms::Diagnostics diagnostics;
    forms::Workbook book;
};

/// What an XForm from sheets becomes when it goes through sheets once more.
std::string again(const std::string& xml)
{
    const Sheets sheets(xml);
    CHECK(sheets.diagnostics.empty());
    forms::Diagnostics diagnostics;
    const auto converted = forms::convertWorkbook(sheets.book, {}, diagnostics);
    for (const auto& d : diagnostics)
        UNSCOPED_INFO(d.place << ": " << d.sentence);
    REQUIRE(converted);
    return converted->xml;
}

} // namespace

TEST_CASE("a form from sheets is the same form after its way through XML and sheets", "[forms][xlsform][back]")
{
    const ConvertedForm form(sheets({
        {"survey",
            R"(type | name | label::English (en) | label::فارسی (fa) | hint::English (en) | hint::فارسی (fa) | relevant | required | constraint | constraint_message::English (en) | constraint_message::فارسی (fa) | calculation | trigger | default | appearance | choice_filter | repeat_count | parameters | bind::tsh:privacy
 start | start | | | | | | | | | | | | | | | | |
 audit | audit | | | | | | | | | | | | | | | | track-changes=true |
 text | who | Who? | که؟ | | | | yes | . != 'x' | Not x | ایکس نه | | | | multiline | | | | personal
 integer | n | How many, ${who}? | چند؟ ${who} | a number | عدد | ${who} != '' | | . >= 0 and . < 20 | | | | | | | | | |
 begin repeat | person | Person | فرد | | | | | | | | | | | | | ${n} | |
 text | name | Name | نام | | | | | | | | | | concat(${who}, '?') | | | | |
 calculate | place | | | | | | | | | | position(..) + count(${person}) | | | | | | |
 select_one size | size | Size of ${name} | اندازه ${name} | | | | | | | | | | | minimal | big = ${n} or name != ${name} | | randomize=true seed=${n} |
 end repeat | | | | | | | | | | | | | | | | | |
 select_one ${name} | chief | Chief | سر | | | | | | | | | | | | | | |
 select_multiple_from_file shops.csv | shops | Shops | مغازه‌ها | | | | | | | | | | | | block = ${who} | | value=code label=title |
 geopoint | spot | Spot | جا | | | | | | | | | | | | | | capture-accuracy=3 |
 range | grade | Grade | نمره | | | | | | | | | | | | | | start=0 end=5 step=1 |
 image | photo | Photo | عکس | | | | | | | | | | | | | | max-pixels=800 |
 dateTime | seen | Seen | دیده | | | | | | | | now() | ${who} | | | | | |
 note | bye | Size was ${last-saved#n} | پیش ${last-saved#n} | | | | | | | | | | | | | | |)"},
        {"choices",
            "list_name | name | label::English (en) | label::فارسی (fa) | big\n size | s | Small | کوچک | 1\n size | l "
            "| Large | بزرگ | 2"},
        {"settings",
            "form_id | form_title | version | default_language | instance_name | namespaces\n"
            " f | فرم | 7 | فارسی (fa) | concat(${who}, ' ', ${n}) | tsh=\"https://tashilgar.org/ns/forms\""},
    }));
    INFO(form.problems());
    REQUIRE(form.succeeded());
    CHECK(again(form.converted().xml) == form.converted().xml);
}

TEST_CASE("entities come back to their sheet", "[forms][xlsform][back]")
{
    const ConvertedForm form(sheets({
        {"survey",
            "type | name | label | save_to\n select_one_from_file trees.csv | tree | Tree |\n text | kind | Kind | "
            "kind"},
        {"entities",
            "list_name | label | entity_id | create_if | update_if\n trees | ${kind} | ${tree} | ${tree} = '' | "
            "${tree} != ''"},
    }));
    REQUIRE(form.succeeded());
    const Sheets sheets(form.converted().xml);
    CHECK(sheets.cell("", "entity_id", "entities") == "${tree}");
    CHECK(sheets.cell("", "update_if", "entities") == "${tree} != ''");
    CHECK(again(form.converted().xml) == form.converted().xml);
}

TEST_CASE("paths become references where that means the same, and stay paths elsewhere", "[forms][xlsform][back]")
{
    const Sheets sheets(xform("<a/><r jr:template=\"\"><b/><c/></r>",
        "<bind nodeset=\"/data/a\" type=\"int\"/>"
        "<bind nodeset=\"/data/r/b\" calculate=\"/data/a + count(/data/r) + position(..)\"/>"
        "<bind nodeset=\"/data/r/c\" relevant=\"/data/r/b = 1 or ../b = 2 or /data/r[b = 3]/c = 4\"/>",
        "<input ref=\"/data/a\"><label>A</label></input><group ref=\"/data/r\"><label>R</label>"
        "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/c\"><label>C of <output "
        "value=\"/data/a\"/></label></input></repeat></group>"));
    CHECK(sheets.types() == "type, integer, begin repeat, calculate, text, end repeat");
    CHECK(sheets.cell("b", "calculation") == "${a} + count(${r}) + position(..)");
    CHECK(sheets.cell("c", "relevant") == "${b} = 1 or ${b} = 2 or ${r}[b = 3]/c = 4");
    CHECK(sheets.cell("c", "label") == "C of ${a}");
}

TEST_CASE("choices in the question itself become a list, and equal ones one list", "[forms][xlsform][back]")
{
    const std::string items
        = "<item><label>Yes</label><value>y</value></item><item><label>No</label><value>n</value></item>";
    const Sheets sheets(xform("<a/><b/>", "<bind nodeset=\"/data/a\" type=\"select1\"/>",
        "<select1 ref=\"/data/a\"><label>A</label>" + items + "</select1><select ref=\"/data/b\"><label>B</label>"
            + items + "</select>"));
    CHECK(sheets.cell("a", "type") == "select_one a");
    CHECK(sheets.cell("b", "type") == "select_multiple a");
    CHECK(sheets.cell("n", "label", "choices") == "No");
}

TEST_CASE("attributes of a repeat come back, whether its template or its first row has them", "[forms][xlsform][back]")
{
    const Sheets sheets(xform(R"(<r jr:template="" kept="1"><q/></r><r tag="x"><q/></r>)", "",
        R"(<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/q"/></repeat></group>)"));
    CHECK(sheets.cell("r", "instance::kept") == "1");
    CHECK(sheets.cell("r", "instance::tag") == "x");
}

TEST_CASE("what a spreadsheet cannot say is told, and the rest is written", "[forms][xlsform][back]")
{
    const Sheets sheets(xform("<a/><b/><meta><instanceID/><userID/></meta>",
        "<setvalue event=\"odk-instance-load\" ref=\"/data/b\" value=\"1\"/>",
        "<group appearance=\"field-list\"><label>Both</label><input ref=\"/data/b\"/><input ref=\"/data/a\"><label>"
        "<output value=\"1 + 1\"/></label></input></group>"));
    std::string codes;
    for (const auto& d : sheets.diagnostics) {
        CHECK(d.severity == forms::Severity::Warning);
        codes += d.code + " ";
    }
    CHECK(codes == "order no-label event output meta no-place ");
    CHECK(sheets.types() == "type, text, text");
    CHECK(sheets.cell("b", "label") == "b");
}

TEST_CASE("what is no form has no sheets", "[forms][xlsform][back][hostile]")
{
    forms::Diagnostics diagnostics;
    for (const std::string_view text : {"", "<x", "<html/>",
             "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model/></h:head><h:body/></h:html>",
             "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}) {
        INFO(text);
        const auto book = forms::workbookOfXForm(text, diagnostics);
        REQUIRE_FALSE(book);
        CHECK(book.error().code == forms::kBrokenForm);
    }
}

TEST_CASE("a written workbook reads back cell by cell, and runs the way its language does", "[forms][xlsform][writing]")
{
    const TemporaryFolder folder;
    forms::Workbook book;
    book.sheets.push_back(
        {"survey", {{"type", "name", "label::فارسی (fa)"}, {"text", "a", "نام\nخانوادگی"}, {"", "007", "TRUE"}}});
    book.sheets.push_back({"settings", {{"default_language"}, {"فارسی (fa)"}}});
    const auto bytesOf = [&](const forms::Workbook& workbook) {
        REQUIRE(forms::writeXlsx(workbook, folder / "form.xlsx"));
        const auto bytes = base::SystemFiles().readAll(folder / "form.xlsx", 1 << 20);
        REQUIRE(bytes);
        return *bytes;
    };
    const base::Bytes bytes = bytesOf(book);
    const auto read = forms::readWorkbook(bytes);
    REQUIRE(read);
    CHECK(read->find("survey")->rows == book.sheets[0].rows);
    CHECK(partOf(bytes, "xl/worksheets/sheet1.xml").find("rightToLeft=\"1\"") != std::string::npos);
    book.sheets[1].rows[1][0] = "English (en)";
    CHECK(partOf(bytesOf(book), "xl/worksheets/sheet1.xml").find("rightToLeft") == std::string::npos);

    book.sheets[0].rows[1][2] = std::string(40'000, 'x');
    const auto refused = forms::writeXlsx(book, folder / "long.xlsx");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::kTooLarge);
    CHECK_FALSE(std::filesystem::exists(folder / "long.xlsx"));
    CHECK_FALSE(std::filesystem::exists(folder / "long.xlsx.new"));
}
