#include "app/forms/form_file.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <fstream>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

std::filesystem::path written(const TemporaryFolder& folder, const std::string& name, const std::string& text)
{
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
}

base::Result<std::string> xmlOf(const std::filesystem::path& file, forms::Diagnostics& diagnostics)
{
    return forms::formXml(file, diagnostics, forms::MessageLanguage::English);
}

} // namespace

TEST_CASE("a form is read from whatever file its author keeps it in", "[forms][file]")
{
    const TemporaryFolder folder;
    forms::Diagnostics diagnostics;
    const auto xform = written(folder, "visit.xml", "\xEF\xBB\xBF<h:html/>");
    CHECK(forms::isXForm(xform));
    CHECK(xmlOf(xform, diagnostics) == "\xEF\xBB\xBF<h:html/>");

    written(folder, "door/survey.csv", "type,name,label\ntext,door,Door\n");
    const auto fromFolder = xmlOf(folder / "door", diagnostics);
    REQUIRE(fromFolder);
    CHECK(fromFolder->find("id=\"door\"") != std::string::npos); // the folder's name stands for what the settings leave out
    CHECK_FALSE(forms::isXForm(folder / "door"));

    const auto tables = written(folder, "door.md", "| survey |\n| | type | name | label |\n| | text | door | Door |\n");
    const auto fromMarkdown = xmlOf(tables, diagnostics);
    REQUIRE(fromMarkdown);
    CHECK(fromMarkdown->find("<door/>") != std::string::npos);
}

TEST_CASE("the sheets of an XForm are those that would make it", "[forms][file]")
{
    const TemporaryFolder folder;
    forms::Diagnostics diagnostics;
    written(folder, "door/survey.csv", "type,name,label\ntext,door,Door\n");
    const auto xform = written(folder, "door.xml", xmlOf(folder / "door", diagnostics).value());
    const auto sheets = forms::readSheets(xform, diagnostics, forms::MessageLanguage::English);
    REQUIRE(sheets);
    CHECK(sheets->find("survey")->rows.size() == 2);
}

TEST_CASE("a form that is not there, and sheets that are broken, are told", "[forms][file]")
{
    const TemporaryFolder folder;
    forms::Diagnostics diagnostics;
    CHECK_FALSE(xmlOf(folder / "nowhere.xml", diagnostics));
    CHECK(diagnostics.size() == 1);
    written(folder, "bad/survey.csv", "type,name,label\nnumber of,door,Door\n");
    diagnostics.clear();
    CHECK_FALSE(xmlOf(folder / "bad", diagnostics));
    REQUIRE_FALSE(diagnostics.empty());
    CHECK(diagnostics.front().place.find("row 2") != std::string::npos);
    CHECK_FALSE(forms::isXForm(folder / "nowhere.xlsx"));
    CHECK(forms::isXForm(folder / "nowhere.xml"));
}
