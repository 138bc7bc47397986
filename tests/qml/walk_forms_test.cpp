#include "tests/qml/form_walker.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

using namespace tashilgar;
using tests::FormWalker;
using tests::Stage;

namespace {

std::vector<std::filesystem::path> formsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string ending = entry.path().extension().string();
        if (entry.is_regular_file() && (ending == ".xml" || ending == ".xlsx" || ending == ".md"))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("a form that nobody here has seen is walked to its end", "[qml][walk]")
{
    Stage stage;
    stage.join();
    stage.open(1280, 800);
    FormWalker walker(stage);
    for (const auto& form : formsIn(TASHILGAR_SOURCE_DIR "/tests/data/unseen")) {
        INFO(form.string());
        const FormWalker::Outcome outcome = walker.walk(form);
        INFO(outcome.trouble.toStdString());
        CHECK(outcome.trouble.isEmpty());
        CHECK(outcome.answered > 0);
    }
    stage.expectNoWarnings();
}

/// Another folder of forms: TASHILGAR_FORMS. Forms that do not open are listed, and fail nothing: whether they should is the
/// engine's affair.
TEST_CASE("every form of a folder that opens is walked to its end", "[.][walk-folder]")
{
    const char* folder = std::getenv("TASHILGAR_FORMS");
    REQUIRE(folder);
    int walked = 0;
    int finished = 0;
    int pages = 0;
    for (const auto& form : formsIn(folder)) {
        Stage stage;
        stage.join();
        stage.open(1280, 800);
        const FormWalker::Outcome outcome = FormWalker(stage).walk(form);
        std::cout << form.filename().string() << ": " << outcome.pages << " pages, " << outcome.answered << " answers"
                  << (outcome.finished ? ", finished" : "") << (outcome.trouble.isEmpty() ? "" : "; ")
                  << outcome.trouble.toStdString() << std::endl;
        INFO(form.string());
        stage.expectNoWarnings();
        if (outcome.pages == 0)
            continue;
        CHECK(outcome.trouble.isEmpty());
        ++walked;
        pages += outcome.pages;
        finished += outcome.finished ? 1 : 0;
    }
    std::cout << walked << " forms walked, " << pages << " pages, " << finished << " finished" << std::endl;
}
