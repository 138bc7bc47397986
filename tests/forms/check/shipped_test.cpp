#include "tests/forms/check/checked.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace tashilgar::tests;

TEST_CASE("the shipped forms raise no alarm", "[forms][check]")
{
    std::size_t forms = 0;
    for (const auto& file : std::filesystem::directory_iterator(SHIPPED_FORMS)) {
        if (file.path().extension() != ".xml")
            continue;
        ++forms;
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        const Checked checked(text.str());
        INFO(file.path().filename().string() << "\n" << checked.all());
        CHECK(checked.loads);
        for (const auto& diagnostic : checked.diagnostics)
            CHECK(diagnostic.severity == tashilgar::forms::Severity::Hint);
    }
    CHECK(forms == 6);
}
