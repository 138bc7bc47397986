#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// Code and place of the only warning of a form that converts.
std::string onlyWarning(const base::Bytes& workbook)
{
    const ConvertedForm form(workbook);
    INFO(form.problems());
    REQUIRE(form.succeeded());
    REQUIRE(form.diagnostics().size() == 1);
    return form.diagnostics()[0].place + " [" + form.diagnostics()[0].code + "]";
}

} // namespace

TEST_CASE("a list that no question offers is named", "[forms][xlsform][warnings]")
{
    const auto choices = "list_name | name | label\n colours | red | Red\n sizes | big | Big";
    CHECK(onlyWarning(sheets({{"survey", "type | name | label\n select_one colours | c | C"}, {"choices", choices}}))
        == "choices, row 3, column list_name [unused-list]");
    // Looked up, or a source of labels, is used.
    CHECK(ConvertedForm(sheets({{"survey",
                                    "type | name | label | calculation\n select_one colours | c | C |\n"
                                    " calculate | n | | count(instance('sizes')/root/item)"},
                            {"choices", choices}}))
              .diagnostics()
              .empty());
}

TEST_CASE("a language without a code is named once", "[forms][xlsform][warnings]")
{
    CHECK(onlyWarning(sheets({{"survey", "type | name | label::Kurdish | label::فارسی (fa)\n text | a | A | الف"}}))
        == "survey, row 1 [language-code]");
}

TEST_CASE("a repeat without a label is named", "[forms][xlsform][warnings]")
{
    CHECK(onlyWarning(sheets({{"survey", "type | name | label\n begin repeat | r | \n text | a | A\n end repeat | |"}}))
        == "survey, row 2, column label [repeat-without-label]");
}

TEST_CASE("cells merged over several rows are named, because only the first has the text", "[forms][xlsform][warnings]")
{
    const auto cell = [](const std::string& at, const std::string& text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const std::string rows = "<row r=\"1\">" + cell("A1", "type") + cell("B1", "name") + cell("C1", "label")
        + "</row><row r=\"2\">" + cell("A2", "text") + cell("B2", "a") + cell("C2", "A") + "</row><row r=\"3\">"
        + cell("A3", "text") + cell("B3", "b") + cell("C3", "B") + "</row>";
    const auto book = [&](const std::string& range) {
        return xlsx("survey",
            rows + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"" + range + "\"/></mergeCells><sheetData>");
    };
    CHECK(onlyWarning(book("D2:D3")) == "survey, row 2 [merged-cells]");
    CHECK(ConvertedForm(book("C2:D2")).diagnostics().empty());
}

TEST_CASE("problems and warnings of a form come together, all in one run", "[forms][xlsform][warnings]")
{
    const ConvertedForm form(sheets(
        {{"survey",
             "type | name | label | relevent\n integr | a | A | 1\n select_one yesno | b | B |\n text | a b | C |"},
            {"choices", "list_name | name | label\n yes_no | yes | Yes"}}));
    CHECK_FALSE(form.succeeded());
    CHECK(form.problems()
        == "survey, row 1, column relevent [unknown-column]\nsurvey, row 2, column type [unknown-type]\n"
           "survey, row 3, column type [unknown-list]\nsurvey, row 4, column name [name-syntax]\n"
           "choices, row 2, column list_name [unused-list]\n");
}
