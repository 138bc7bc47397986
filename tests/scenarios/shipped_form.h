#pragma once

#include "app/base/bytes.h"
#include "app/base/files.h"
#include "app/forms/submission.h"
#include "app/forms/workbook.h"
#include "tests/support/scenario.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <string>
#include <string_view>

namespace tashilgar::tests {

/// One of the six forms of assets/forms, its sheets written as .xlsx, read again, converted and opened with the small programme of tests/data/programme (its rows
/// are those of the forms' design text). With TASHILGAR_THROUGH=xform in the environment the XForm is turned back into sheets
/// once more before, so that the same outcomes hold for what workbookOfXForm() says. Questions are named by their last step; in a repeat with the number of the row.
class ShippedForm {
public:
    explicit ShippedForm(const std::string& id)
        : m_scenario(converted(id), programme())
    {
        m_scenario.properties["username"] = "n.karimi";
        m_scenario.reopen();
    }

    void answer(std::string_view name, std::string_view value, int row = 1) { m_scenario.answer(ref(name, row), value); }
    std::string value(std::string_view name, int row = 1) const { return m_scenario.answerOf(ref(name, row)); }
    std::string choices(std::string_view name, int row = 1) const { return m_scenario.choicesOf(ref(name, row)); }
    bool valid(std::string_view name, int row = 1) const { return m_scenario.isValid(ref(name, row)); }
    bool relevant(std::string_view name, int row = 1) const { return m_scenario.isRelevant(ref(name, row)); }
    void add(std::string_view repeat) { m_scenario.add(ref(repeat, 0)); }
    Scenario& scenario() { return m_scenario; }

    std::string ref(std::string_view name, int row) const
    {
        for (const forms::Field& field : forms::fields(m_scenario.form())) {
            if (field.name != name)
                continue;
            std::string path = field.path;
            if (!field.repeat.empty() && row > 0)
                path.insert(field.repeat.size(), "[" + std::to_string(row) + "]");
            return path;
        }
        FAIL("the form has no question " << name);
        return {};
    }

private:
    static std::shared_ptr<const forms::Form> converted(const std::string& id)
    {
        const auto sheets = forms::readWorkbookFolder(TASHILGAR_SOURCE_DIR "/assets/forms/" + id);
        REQUIRE(sheets);
        std::string xml = throughXlsx(*sheets, id);
        const char* through = std::getenv("TASHILGAR_THROUGH");
        if (through && std::string_view(through) == "xform") {
            forms::Diagnostics diagnostics;
            const auto again = forms::workbookOfXForm(xml, diagnostics);
            REQUIRE(again);
            CHECK(diagnostics.empty());
            xml = throughXlsx(*again, id);
        }
        return Scenario::loaded(xml);
    }

    static std::string throughXlsx(const forms::Workbook& sheets, const std::string& id)
    {
        const TemporaryFolder folder;
        const auto file = folder.path() / (id + ".xlsx");
        const auto written = forms::writeXlsx(sheets, file);
        REQUIRE(written);
        const auto bytes = base::SystemFiles().readAll(file, 8 << 20);
        REQUIRE(bytes);
        const auto read = forms::readWorkbook(*bytes);
        REQUIRE(read);
        forms::Diagnostics diagnostics;
        forms::ConvertOptions options;
        options.fallbackName = id;
        const auto form = forms::convertWorkbook(*read, options, diagnostics);
        for (const auto& d : diagnostics)
            UNSCOPED_INFO(d.place << ": " << d.sentence);
        REQUIRE(form);
        return form->xml;
    }

    static std::map<std::string, std::string, std::less<>> programme()
    {
        std::map<std::string, std::string, std::less<>> files;
        base::SystemFiles disk;
        for (const char* name : {"staff.csv", "neighbourhoods.csv", "blocks.csv", "households.csv", "issues.csv",
                 "issue_types.csv", "people.csv", "assets.csv", "bodies.csv"}) {
            const auto bytes = disk.readAll(std::string(TASHILGAR_TEST_DATA "/programme/") + name, 1 << 20);
            REQUIRE(bytes);
            files[name] = std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        }
        return files;
    }

    Scenario m_scenario;
};

} // namespace tashilgar::tests
