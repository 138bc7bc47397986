#include "app/base/files.h"
#include "app/forms/convert.h"
#include "app/forms/form.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <filesystem>

using namespace tashilgar;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(TASHILGAR_SOURCE_DIR) / "assets";

forms::Converted convert(const std::string& form)
{
    forms::Diagnostics diagnostics;
    auto converted = forms::convertXlsFormFolder(kAssets / "forms" / form, {.fallbackName = form}, diagnostics);
    std::string problems;
    for (const forms::Diagnostic& d : diagnostics)
        problems += d.place + ": " + d.sentence + "\n";
    INFO(problems);
    CHECK(diagnostics.empty());
    REQUIRE(converted);
    return *converted;
}

struct Shipped {
    std::string form;
    std::string title;
    std::string entitiesVersion;
    std::vector<std::string> files;
};

const std::vector<Shipped> kShipped = {
    {"tsh_household", "پرسشنامه خانوار", "2024.1.0", {"staff.csv", "neighbourhoods.csv", "blocks.csv", "households.csv"}},
    {"tsh_issue", "مشاهده محله و مسئله کالبدی", "2024.1.0",
     {"staff.csv", "neighbourhoods.csv", "blocks.csv", "issue_types.csv", "issues.csv", "bodies.csv"}},
    {"tsh_meeting", "نشست محلی و حضور و غیاب", "2025.1.0", {"staff.csv", "neighbourhoods.csv", "people.csv", "bodies.csv"}},
    {"tsh_asset", "دفتر ظرفیت‌ها و موانع محله", "2025.1.0", {}},
    {"tsh_followup", "پیگیری مسئله و ارجاع", "2024.1.0", {}},
    {"tsh_block", "شناسنامه بلوک", "2024.1.0", {}},
};

} // namespace

TEST_CASE("each shipped form converts without a warning and loads", "[forms][xlsform][shipped]")
{
    for (const Shipped& shipped : kShipped) {
        INFO(shipped.form);
        const forms::Converted converted = convert(shipped.form);
        CHECK(converted.version == base::FormVersion{base::FormId(shipped.form), "2026112201"});
        CHECK(converted.title == shipped.title);
        CHECK(converted.xml.find("entities:entities-version=\"" + shipped.entitiesVersion + "\"") != std::string::npos);
        if (!shipped.files.empty())
            CHECK(converted.attachedFiles == shipped.files);

        forms::Diagnostics diagnostics;
        const auto form = forms::Form::load(converted.xml, diagnostics);
        for (const forms::Diagnostic& d : diagnostics)
            UNSCOPED_INFO(d.place << ": " << d.sentence);
        CHECK(diagnostics.empty());
        REQUIRE(form);
        CHECK((*form)->languages() == std::vector<std::string>{"فارسی (fa)", "English (en)"});
        CHECK((*form)->defaultLanguage() == "فارسی (fa)");
    }
}

TEST_CASE("every text of the shipped forms is there in both languages", "[forms][xlsform][shipped]")
{
    for (const Shipped& shipped : kShipped) {
        INFO(shipped.form);
        CHECK(convert(shipped.form).xml.find("<value>-</value>") == std::string::npos);
    }
}

TEST_CASE("the demonstration programme has every file the shipped forms ask for", "[forms][xlsform][shipped]")
{
    for (const Shipped& shipped : kShipped) {
        for (const std::string& file : convert(shipped.form).attachedFiles) {
            INFO(shipped.form << " " << file);
            CHECK(std::filesystem::exists(kAssets / "demo" / file));
        }
    }
}

TEST_CASE("personal and sensitive answers of the household form are marked", "[forms][xlsform][shipped]")
{
    const std::string xml = convert("tsh_household").xml;
    const auto markOf = [&](const std::string& nodeset) {
        const std::size_t at = xml.find("nodeset=\"" + nodeset + "\"");
        REQUIRE(at != std::string::npos);
        const std::size_t begin = xml.rfind('<', at);
        const std::string bind = xml.substr(begin, xml.find('>', at) - begin);
        const std::size_t mark = bind.find("tsh:privacy=\"");
        return mark == std::string::npos ? std::string() : bind.substr(mark + 13, bind.find('"', mark + 13) - mark - 13);
    };
    CHECK(markOf("/data/iv/hh/resp_name") == "personal");
    CHECK(markOf("/data/iv/money/income_band") == "sensitive");
    CHECK(markOf("/data/iv/hh/hh_size").empty());
    CHECK(xml.find("[P]") == std::string::npos);
    CHECK(xml.find("[S]") == std::string::npos);
}
