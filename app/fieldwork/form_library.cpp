#include "app/fieldwork/form_library.h"

#include "app/base/text.h"
#include "app/store/store.h"

#include <algorithm>

namespace tashilgar::fieldwork {

FormLibrary::FormLibrary(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
}

base::Result<std::vector<FillableForm>> FormLibrary::forms()
{
    auto installed = m_surroundings.store->forms().fillable();
    if (!installed)
        return base::fail(std::move(installed).error());
    std::vector<FillableForm> fillable;
    for (store::InstalledForm& form : *installed) {
        const auto drafts = m_surroundings.store->drafts().countOf(form.id.form);
        if (!drafts)
            return base::fail(drafts.error());
        const auto records = m_surroundings.store->submissions().countOf(form.id.form);
        if (!records)
            return base::fail(records.error());
        fillable.push_back({form.id, std::move(form.title), form.installedAt, *drafts, *records});
    }
    std::stable_sort(fillable.begin(), fillable.end(),
        [](const FillableForm& a, const FillableForm& b) { return base::compareForPersian(a.title, b.title) < 0; });
    return fillable;
}

base::Result<std::shared_ptr<const forms::Form>> FormLibrary::load(const base::FormVersion& version)
{
    if (const auto found = m_parsed.find(version); found != m_parsed.end())
        return found->second;
    auto xml = m_surroundings.store->forms().xml(version);
    if (!xml)
        return base::fail(std::move(xml).error());
    forms::Diagnostics diagnostics;
    auto form = forms::Form::load(*xml, diagnostics);
    if (!form) {
        for (const forms::Diagnostic& found : diagnostics) {
            if (found.severity == forms::Severity::Error)
                return base::fail(form.error().code, found.sentence, version.form.value() + ", " + found.place);
        }
        return form;
    }
    m_parsed.emplace(version, *form);
    return form;
}

void FormLibrary::adopt(const base::FormVersion& version, std::shared_ptr<const forms::Form> form)
{
    m_parsed.insert_or_assign(version, std::move(form));
}

} // namespace tashilgar::fieldwork
