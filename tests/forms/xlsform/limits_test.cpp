#include "app/forms/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;

namespace {

forms::Diagnostics problemsOf(
    std::vector<std::vector<std::string>> survey, std::vector<std::vector<std::string>> choices = {})
{
    forms::Workbook book;
    survey.insert(survey.begin(), {"type", "name", "label"});
    choices.insert(choices.begin(), {"list_name", "name", "label"});
    book.sheets.push_back({"survey", std::move(survey)});
    book.sheets.push_back({"choices", std::move(choices)});
    forms::Diagnostics diagnostics;
    CHECK_FALSE(forms::convertWorkbook(book, {}, diagnostics));
    REQUIRE_FALSE(diagnostics.empty());
    return diagnostics;
}

bool tells(const forms::Diagnostics& diagnostics, std::string_view code)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return d.code == code; });
}

} // namespace

TEST_CASE("groups without end are refused before the walk over them runs out of stack", "[forms][xlsform][hostile]")
{
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 60'000; ++i)
        rows.push_back({"begin group", "g" + std::to_string(i), "G"});
    CHECK(tells(problemsOf(rows), "too-deep"));
}

TEST_CASE("a survey longer than any form is refused", "[forms][xlsform][hostile]")
{
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 30'000; ++i)
        rows.push_back({"text", "q" + std::to_string(i), "Q"});
    const auto problems = problemsOf(rows);
    CHECK(problems.front().code == "too-long");
    CHECK(problems.front().place == "survey, row 20002");
}

TEST_CASE("loops in loops do not multiply without end", "[forms][xlsform][hostile]")
{
    std::vector<std::vector<std::string>> choices;
    for (int i = 0; i < 500; ++i)
        choices.push_back({"l", "c" + std::to_string(i), "C"});
    CHECK(tells(problemsOf({{"begin loop over l", "a", "A"}, {"begin loop over l", "b", "B"}, {"text", "q", "Q"},
                               {"end loop"}, {"end loop"}},
                    choices),
        "too-long"));
}

TEST_CASE("one mistake made many times is not told for ever", "[forms][xlsform][hostile]")
{
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 15'000; ++i)
        rows.push_back({"note", "q" + std::to_string(i), "${qq" + std::to_string(i) + "}"});
    const auto problems = problemsOf(rows);
    CHECK(problems.size() < 1'100);
    CHECK(tells(problems, "more-problems"));
    CHECK(tells(problems, "unknown-reference"));
}
