#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// The one problem of a workbook.
forms::Diagnostic onlyProblem(const base::Bytes& workbook)
{
    const ConvertedForm form(workbook);
    INFO(form.problems());
    REQUIRE(form.diagnostics().size() == 1);
    CHECK(form.succeeded() == (form.diagnostics()[0].severity == forms::Severity::Warning));
    return form.diagnostics()[0];
}

base::Bytes survey(std::string_view table) { return sheets({{"survey", table}}); }

} // namespace

TEST_CASE("a message names the sheet, the row and the column as the author wrote it", "[forms][xlsform][messages]")
{
    const auto problem = onlyProblem(survey("type | name | label | relevance\n text | first_name | Name |\n text | street | Street | ${frist_name} != ''"));
    CHECK(problem.place == "survey, row 3, column relevance");
    CHECK(problem.code == "unknown-reference");
    CHECK(problem.remedy == "Did you mean ${first_name}?");
}

TEST_CASE("all problems come in one run", "[forms][xlsform][messages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | parameters | constraint\n"
                                                "txet | a | A | |\n"
                                                "select_one yse_no | b | B | |\n"
                                                "range | c | C | step=0 |\n"
                                                "text | d e | D | |\n"
                                                "integer | f | F | | . > ${nowhere}\n"
                                                "begin group | g | G | |\n"
                                                "text | b | B again | |\n"
                                                "text | b | B once more | |"},
                                     {"choices", "list_name | name | label\n yes_no | yes | Yes\n yes_no | yes | Yes again\n yes_no | | No"}}));
    CHECK_FALSE(form.succeeded());
    CHECK(form.problems()
          == "choices, row 3, column name [choice-twice]\n"
             "choices, row 4, column name [choice-without-name]\n"
             "survey, row 2, column type [unknown-type]\n"
             "survey, row 3, column type [unknown-list]\n"
             "survey, row 4, column parameters [range]\n"
             "survey, row 5, column name [name-syntax]\n"
             "survey, row 7, column type [never-closed]\n"
             "survey, row 6, column constraint [unknown-reference]\n"
             "survey, row 9, column name [name-twice]\n"
             "choices, row 2, column list_name [unused-list]\n");
    CHECK(form.diagnostics()[2].remedy == "Did you mean \"text\"?");
    CHECK(form.diagnostics()[3].remedy == "Did you mean \"yes_no\"?");
}

TEST_CASE("groups must close in order", "[forms][xlsform][messages]")
{
    CHECK(onlyProblem(survey("type | name | label\n begin group | g | G\n text | a | A")).place == "survey, row 2, column type");
    CHECK(onlyProblem(survey("type | name | label\n text | a | A\n end group | |")).code == "ends-nothing");
    const ConvertedForm crossed(survey("type | name | label\n begin group | g | G\n begin repeat | r | R\n text | a | A\n end group | |\n end repeat | |"));
    CHECK(crossed.problems().starts_with("survey, row 5, column type [ends-nothing]\n"));
}

TEST_CASE("a question without a text is refused", "[forms][xlsform][messages]")
{
    CHECK(onlyProblem(survey("type | name | label\n integer | age |")).code == "no-label");
    CHECK(ConvertedForm(survey("type | name | label | hint\n integer | age | | in years")).succeeded());
    CHECK(ConvertedForm(survey("type | name | label | calculation\n integer | age | | 1 + 1")).succeeded());
}

TEST_CASE("names that differ only in capitals are warned about", "[forms][xlsform][messages]")
{
    const auto problem = onlyProblem(survey("type | name | label\n text | street | Street\n text | Street | Street again"));
    CHECK(problem.severity == forms::Severity::Warning);
    CHECK(problem.place == "survey, row 3, column name");
}

TEST_CASE("a sheet under a name with a slip is found", "[forms][xlsform][messages]")
{
    const base::Bytes workbook = zipOf({{"xl/workbook.xml", R"(<workbook><sheets><sheet name="servey" id="a"/><sheet name="choices" id="b"/></sheets></workbook>)"},
                                        {"xl/_rels/workbook.xml.rels", R"(<r><Relationship Id="a" Target="a.xml"/><Relationship Id="b" Target="b.xml"/></r>)"},
                                        {"xl/a.xml", "<worksheet/>"},
                                        {"xl/b.xml", "<worksheet/>"}});
    const auto problem = onlyProblem(workbook);
    CHECK(problem.code == "no-survey");
    CHECK(problem.remedy.find("\"servey\"") != std::string::npos);
}

TEST_CASE("two columns that mean the same are refused", "[forms][xlsform][messages]")
{
    const auto problem = onlyProblem(survey("type | name | label | Label\n text | a | A | A"));
    CHECK(problem.place == "survey, row 1, column Label");
}

TEST_CASE("triggers are a list of references to questions that are asked", "[forms][xlsform][messages]")
{
    CHECK(onlyProblem(survey("type | name | label | calculation | trigger\n text | a | A | |\n text | b | | now() | a")).code == "trigger-syntax");
    CHECK(onlyProblem(survey("type | name | label | calculation | trigger\n calculate | a | | 1 |\n text | b | | now() | ${a}")).code == "hidden-trigger");
    CHECK(onlyProblem(survey("type | name | label | calculation | trigger\n text | a | A | |\n text | c | C | |\n text | b | | now() | ${a}${c}")).code
          == "trigger-syntax");
}

TEST_CASE("an ambiguous reference is refused unless a repeat decides", "[forms][xlsform][messages]")
{
    CHECK(onlyProblem(survey("type | name | label\n begin group | g | G\n text | a | A\n end group | |\n begin group | h | H\n text | a | A\n end group | |\n note | n | ${a}")).code
          == "ambiguous-reference");
    CHECK(ConvertedForm(survey("type | name | label\n begin repeat | g | G\n text | a | A\n note | n | ${a}\n end repeat | |\n begin group | h | H\n text | a | A\n end group | |")).succeeded());
}

TEST_CASE("a misspelt column is not lost in silence", "[forms][xlsform][messages]")
{
    const auto problem = onlyProblem(survey("type | name | label | relevent\n text | a | A | 1 = 1"));
    CHECK(problem.severity == forms::Severity::Warning);
    CHECK(problem.place == "survey, row 1, column relevent");
    CHECK(problem.remedy == "Did you mean \"relevant\"?");
    CHECK(ConvertedForm(survey("type | name | label | my own notes\n text | a | A | ask twice")).diagnostics().empty());
}

TEST_CASE("an attribute of an unknown namespace is refused", "[forms][xlsform][messages]")
{
    const auto problem = onlyProblem(survey("type | name | label | bind::tsh:privacy\n text | a | A | personal"));
    CHECK(problem.place == "survey, row 2, column bind::tsh:privacy");
    CHECK(problem.code == "unknown-prefix");
}
