#pragma once

#include "app/base/bytes.h"
#include "app/base/files.h"
#include "app/forms/convert.h"
#include "app/forms/submission.h"
#include "tests/support/scenario.h"

#include <string>
#include <string_view>

namespace tashilgar::tests {

/// One of the six forms of assets/forms, converted and opened with the small programme of tests/data/programme (its rows
/// are those of the forms' design text). Questions are named by their last step; in a repeat with the number of the row.
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
        forms::Diagnostics diagnostics;
        forms::ConvertOptions options;
        options.fallbackName = id;
        const auto form = forms::convertXlsFormFolder(TASHILGAR_SOURCE_DIR "/assets/forms/" + id, options, diagnostics);
        for (const auto& d : diagnostics)
            UNSCOPED_INFO(d.place << ": " << d.sentence);
        REQUIRE(form);
        return Scenario::loaded(form->xml);
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
