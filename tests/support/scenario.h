#pragma once

#include "app/forms/entry.h"
#include "app/forms/resources.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::tests {

/// Attached files by the last part of their address.
class ListedResources final : public forms::ResourceReader {
public:
    std::map<std::string, std::string, std::less<>> files;

    base::Result<std::string> read(std::string_view uri) override
    {
        const auto found = files.find(uri.substr(uri.rfind('/') + 1));
        if (found == files.end())
            return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
        return found->second;
    }
};

/// A form, played answer by answer. What is expected to work and does not fails the test at once.
class Scenario {
public:
    explicit Scenario(std::string_view formXml, std::map<std::string, std::string, std::less<>> files = {})
        : Scenario(loaded(formXml), std::move(files))
    {
    }
    Scenario(std::shared_ptr<const forms::Form> form, std::map<std::string, std::string, std::less<>> files)
        : m_form(std::move(form))
    {
        m_resources.files = std::move(files);
        keep(forms::Entry::open(m_form, host()));
    }

    static std::shared_ptr<const forms::Form> loaded(std::string_view xml)
    {
        forms::Diagnostics diagnostics;
        auto form = forms::Form::load(xml, diagnostics);
        for (const auto& d : diagnostics)
            UNSCOPED_INFO(d.place << ": " << d.sentence);
        REQUIRE(form);
        return *form;
    }

    forms::EntryHost host()
    {
        forms::EntryHost host;
        host.resources = &m_resources;
        host.clock = &clock;
        host.random = &m_random;
        host.zone = base::Zone::named("Asia/Tehran").value();
        host.properties = properties;
        host.position = [this] { return position; };
        if (adjust)
            adjust(host);
        return host;
    }
    /// Begins anew, with what clock, properties and position are now.
    void reopen() { keep(forms::Entry::open(m_form, host())); }
    void restore(std::string_view xml) { keep(forms::Entry::restore(m_form, host(), xml)); }
    void edit(std::string_view xml) { keep(forms::Entry::edit(m_form, host(), xml)); }

    void answer(std::string_view ref, std::string_view value)
    {
        const auto answered = m_entry->answer(ref, value);
        INFO("answering " << ref << (answered ? "" : ": " + answered.error().text()));
        REQUIRE(answered);
    }
    std::string add(std::string_view range)
    {
        auto added = m_entry->addRepeat(range);
        INFO("adding to " << range);
        REQUIRE(added);
        return *added;
    }
    void remove(std::string_view instance)
    {
        INFO("removing " << instance);
        REQUIRE(m_entry->removeRepeat(instance));
    }

    forms::NodeView view(std::string_view ref) const
    {
        auto view = m_entry->view(ref);
        INFO("looking at " << ref);
        REQUIRE(view);
        return *view;
    }
    bool has(std::string_view ref) const { return m_entry->view(ref).has_value(); }
    std::string answerOf(std::string_view ref) const { return view(ref).value; }
    bool isRelevant(std::string_view ref) const { return view(ref).relevant; }
    bool isValid(std::string_view ref) const { return view(ref).violation == forms::Violation::None; }
    /// "a b c": the values on offer.
    std::string choicesOf(std::string_view ref) const
    {
        std::string values;
        for (const auto& choice : view(ref).choices)
            values += (values.empty() ? "" : " ") + choice.value;
        return values;
    }
    std::vector<std::string> eventRefs() const
    {
        std::vector<std::string> refs;
        for (const auto& event : m_entry->events())
            refs.push_back(event.ref);
        return refs;
    }
    forms::Finalised finalize()
    {
        auto finalised = m_entry->finalize();
        INFO((finalised ? std::string() : finalised.error().text()));
        REQUIRE(finalised);
        return std::move(*finalised);
    }
    forms::Entry& entry() { return *m_entry; }
    const forms::Form& form() const { return *m_form; }

    FakeClock clock;
    std::map<std::string, std::string> properties;
    std::string position;
    /// What else the host of the next opening has.
    std::function<void(forms::EntryHost&)> adjust;

private:
    void keep(base::Result<std::unique_ptr<forms::Entry>> entry)
    {
        INFO((entry ? std::string() : entry.error().text()));
        REQUIRE(entry);
        m_entry = std::move(*entry);
    }

    std::shared_ptr<const forms::Form> m_form;
    ListedResources m_resources;
    FakeRandom m_random;
    std::unique_ptr<forms::Entry> m_entry;
};

/// What Form::load says of a form that is not right: "place: sentence", one a line.
inline std::string problemsOf(std::string_view formXml)
{
    forms::Diagnostics diagnostics;
    const auto form = forms::Form::load(formXml, diagnostics);
    std::string text;
    for (const auto& d : diagnostics)
        text += d.place + ": " + d.sentence + "\n";
    return text;
}

} // namespace tashilgar::tests
