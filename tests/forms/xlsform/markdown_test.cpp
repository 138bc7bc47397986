#include "app/forms/workbook.h"
#include "app/forms/xlsform/markdown_reader.h"
#include "tests/forms/xlsform/converted_form.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::forms::xlsform;
using namespace tashilgar::tests;

using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("Markdown tables whose first column names the sheets are a workbook", "[forms][xlsform][markdown]")
{
    const auto book = readMarkdown(R"(
| survey  |                   |       |            |
|         | type              | name  | label      |
|         | select_one yes_no | sure  | Sure \| so? |
| choices |                   |       |            |
|         | list_name         | name  | label      |
|         | yes_no            | yes   | Yes<br>!   |
)");
    REQUIRE(book);
    REQUIRE(book->sheets.size() == 2);
    CHECK(book->find("survey")->rows == Rows{{"type", "name", "label"}, {"select_one yes_no", "sure", "Sure | so?"}});
    CHECK(book->find("choices")->rows.at(1) == std::vector<std::string>{"yes_no", "yes", "Yes\n!"});
}

TEST_CASE("Markdown tables under headings are a workbook, and prose around them is none", "[forms][xlsform][markdown]")
{
    const auto book = readMarkdown(R"(# A form
Some words.

| not | a sheet |
|---|---|
| 1 | 2 |

### survey
| type | name | label |
|---|:--:|---|
| note | a | A |

### settings
| form_id |
|---|
| f |

| again | none |
)");
    REQUIRE(book);
    REQUIRE(book->sheets.size() == 2);
    CHECK(book->find("survey")->rows == Rows{{"type", "name", "label"}, {"note", "a", "A"}});
    CHECK(book->find("settings")->rows == Rows{{"form_id"}, {"f"}});
}

TEST_CASE("a form is converted from Markdown like from a workbook", "[forms][xlsform][markdown]")
{
    const ConvertedForm form(base::bytesOf("| survey |\n| | type | name | label |\n| | integer | age | Age |\n"));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/age", "type") == "int");
}

TEST_CASE("Markdown without a sheet, and tables without end, are refused", "[forms][xlsform][markdown][hostile]")
{
    CHECK(readMarkdown("| a | b |\n| 1 | 2 |\n").error().code == forms::kNotAWorkbook);
    CHECK(readMarkdown("| survey |\n| | caf\xE9 |\n").error().code == forms::kNotAWorkbook);
    CHECK(readMarkdown("## survey\n" + std::string(2'000, '|')).error().code == base::kTooLarge);
    std::string tall = "## survey\n";
    for (int i = 0; i < 200'001; ++i)
        tall += "|a|b|\n";
    CHECK(readMarkdown(tall).error().code == base::kTooLarge);
}
