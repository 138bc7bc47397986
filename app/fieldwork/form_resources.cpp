#include "app/fieldwork/form_resources.h"

#include "app/store/store.h"

namespace tashilgar::fieldwork {
namespace {

constexpr std::string_view kScheme = "jr://";
constexpr std::string_view kLastSaved = "jr://instance/last-saved";
constexpr std::string_view kCsv = ".csv";
/// Media are read whole; a form that brings more than this cannot be filled on a cheap tablet.
constexpr std::uint64_t kLargestMedium = 256u * 1024 * 1024;

} // namespace

FormResources::FormResources(store::Store& store, base::FormVersion form)
    : m_store(&store)
    , m_form(std::move(form))
{
}

base::Result<std::string> FormResources::lastSaved()
{
    auto latest = m_store->submissions().latestOf(m_form.form);
    if (!latest)
        return base::fail(std::move(latest).error());
    if (!*latest)
        return base::fail(forms::kMissingResource, "no record of this form was saved before", std::string(kLastSaved));
    return std::move((*latest)->xml);
}

// Spec: https://getodk.github.io/xforms-spec/#secondary-instances---external
base::Result<std::string> FormResources::read(std::string_view uri)
{
    if (uri == kLastSaved)
        return lastSaved();
    const std::size_t slash = uri.rfind('/');
    if (!uri.starts_with(kScheme) || slash < kScheme.size() || slash + 1 == uri.size())
        return base::fail(forms::kMissingResource, "this is no address of a form's file", std::string(uri));
    const std::string_view name = uri.substr(slash + 1);

    const auto form = m_store->forms().find(m_form);
    if (!form)
        return base::fail(form.error());
    for (const store::FormMedia& medium : form->media) {
        if (medium.name != name)
            continue;
        auto bytes = m_store->attachments().readAll(medium.sha256, kLargestMedium);
        if (!bytes)
            return base::fail(std::move(bytes).error());
        return std::string(base::textOf(*bytes));
    }
    std::string_view list = name;
    if (list.ends_with(kCsv))
        list.remove_suffix(kCsv.size());
    auto csv = m_store->lists().csv(base::ListName(std::string(list)));
    if (!csv && csv.error().code == base::kNotFound)
        return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
    return csv;
}

} // namespace tashilgar::fieldwork
