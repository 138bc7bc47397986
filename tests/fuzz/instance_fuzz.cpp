#include "app/forms/entry.h"
#include "app/forms/resources.h"
#include "app/forms/submission.h"
#include "tests/support/form_builder.h"
#include "tests/support/world.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

std::shared_ptr<const forms::Form> sampleForm()
{
    forms::Diagnostics diagnostics;
    auto form = forms::Form::load(
        tests::form("Household", bind("/data/members").type("int"), bind("/data/person/name").required(),
            bind("/data/person/age").type("int").constraint(". < 120"),
            bind("/data/person/pos").calculate("position(..)"), bind("/data/ages").calculate("sum(/data/person/age)"),
            bind("/data/adult").relevant("/data/ages > 20"), input("/data/members"),
            repeat("/data/person").holding(input("/data/person/name"), input("/data/person/age")),
            input("/data/adult")),
        diagnostics);
    if (!form)
        std::abort();
    return *form;
}

} // namespace

/// Any bytes as a saved record of one form: continued, edited, and read by the hub. What is continued can be saved and
/// continued again, to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::shared_ptr<const forms::Form> form = sampleForm();
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    forms::NoResources resources;
    FakeClock clock;
    FakeRandom random;
    forms::EntryHost host;
    host.resources = &resources;
    host.clock = &clock;
    host.random = &random;
    host.zone = base::Zone::system();
    (void)forms::readSubmission(*form, xml);
    (void)forms::Entry::edit(form, host, xml);
    const auto entry = forms::Entry::restore(form, host, xml);
    if (!entry)
        return 0;
    const std::string saved = (*entry)->snapshot();
    const auto again = forms::Entry::restore(form, host, saved);
    if (!again || (*again)->snapshot() != saved)
        std::abort();
    return 0;
}
