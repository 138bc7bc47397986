#include "app/fieldwork/form_resources.h"

#include "app/lists/table_cache.h"
#include "app/store/store.h"

namespace tashilgar::fieldwork {
namespace {

constexpr std::string_view kScheme = "jr://";
constexpr std::string_view kLastSaved = "jr://instance/last-saved";
constexpr std::string_view kCsv = ".csv";
/// Media are read whole, if only to make a table of them; a form that brings more than this cannot be filled on a cheap
/// tablet.
constexpr std::uint64_t kLargestMedium = 256u * 1024 * 1024;

/// The last part of a jr:// address; empty for any other.
std::string_view fileNameOf(std::string_view uri)
{
    const std::size_t slash = uri.rfind('/');
    if (!uri.starts_with(kScheme) || slash < kScheme.size())
        return {};
    return uri.substr(slash + 1);
}

} // namespace

FormResources::FormResources(store::Store& store, base::FormVersion form, lists::TableCache* tables)
    : m_store(&store)
    , m_form(std::move(form))
    , m_tables(tables)
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

base::Result<std::string> FormResources::contentOf(const std::string& sha256)
{
    auto bytes = m_store->attachments().readAll(sha256, kLargestMedium);
    if (!bytes)
        return base::fail(std::move(bytes).error());
    return std::string(base::textOf(*bytes));
}

base::Result<std::shared_ptr<forms::ListTable>> FormResources::table(std::string_view uri)
{
    const std::string_view name = fileNameOf(uri);
    if (!m_tables || !name.ends_with(kCsv))
        return nullptr;
    const auto form = m_store->forms().find(m_form);
    if (!form)
        return base::fail(form.error());
    for (const store::FormMedia& medium : form->media) {
        if (medium.name == name && medium.size >= lists::kLargeList)
            return m_tables->table({m_form.form.value() + "/" + medium.name, medium.sha256, [&] { return contentOf(medium.sha256); }});
    }
    return nullptr;
}

// Spec: https://getodk.github.io/xforms-spec/#secondary-instances---external
base::Result<std::string> FormResources::read(std::string_view uri)
{
    if (uri == kLastSaved)
        return lastSaved();
    const std::string_view name = fileNameOf(uri);
    if (name.empty())
        return base::fail(forms::kMissingResource, "this is no address of a form's file", std::string(uri));

    const auto form = m_store->forms().find(m_form);
    if (!form)
        return base::fail(form.error());
    for (const store::FormMedia& medium : form->media) {
        if (medium.name == name)
            return contentOf(medium.sha256);
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
