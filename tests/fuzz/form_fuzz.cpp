#include "app/forms/check.h"
#include "app/forms/entry.h"
#include "app/forms/resources.h"
#include "app/forms/submission.h"
#include "tests/support/world.h"

#include <cstddef>
#include <cstdint>

/// Any bytes as a form: loaded, checked, opened, walked, explained, answered, grown, finished and continued. Nothing may crash or hang.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace tashilgar;
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    forms::Diagnostics diagnostics, findings;
    const auto form = forms::Form::load(xml, diagnostics);
    if (forms::checkForm(xml, {}, findings) != form.has_value())
        __builtin_trap(); // the check of a form and its loading must agree
    if (!form)
        return 0;
    forms::NoResources resources;
    tests::FakeClock clock;
    tests::FakeRandom random;
    forms::EntryHost host;
    host.resources = &resources;
    host.clock = &clock;
    host.random = &random;
    host.zone = base::Zone::system();
    host.blankForMissingResources = true;
    auto entry = forms::Entry::open(*form, host);
    if (!entry)
        return 0;
    constexpr int kAnswers = 20;
    int answered = 0;
    for (const forms::Event& event : (*entry)->events()) {
        if (++answered > kAnswers)
            break;
        const auto view = (*entry)->view(event.ref);
        (void)(*entry)->explain(event.ref);
        if (event.kind == forms::Event::Kind::PromptRepeat)
            (void)(*entry)->addRepeat(event.ref);
        else if (view && !view->choices.empty())
            (void)(*entry)->answer(event.ref, view->choices.front().value);
        else
            (void)(*entry)->answer(event.ref, "2");
    }
    (void)(*entry)->validate();
    if (const auto finalised = (*entry)->finalize())
        (void)forms::readSubmission(**form, finalised->xml);
    (void)forms::Entry::restore(*form, host, (*entry)->snapshot());
    (void)forms::Entry::edit(*form, host, (*entry)->xml());
    return 0;
}
