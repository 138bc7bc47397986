#include "sync/hub/domain/form_files.h"

#include "app/base/csv.h"
#include "app/base/hash.h"

#include <algorithm>
#include <set>

namespace tashilgar::hub::domain {
namespace {

constexpr std::size_t kPage = 1000;
constexpr std::string_view kCsv = ".csv";

std::string_view lastStep(std::string_view address) { return address.substr(address.rfind('/') + 1); }

} // namespace

base::Result<std::vector<FormFile>> filesOf(storage::Reader& reader, FormLibrary& library, const storage::PublishedForm& form)
{
    const auto parsed = library.form(reader, form.form);
    if (!parsed)
        return base::fail(parsed.error());
    std::vector<FormFile> files;
    std::set<std::string> seen;
    for (const storage::MediaFile& media : form.media) {
        files.push_back({media.name, media, {}});
        seen.insert(media.name);
    }
    for (const std::string& address : (*parsed)->resources()) {
        const std::string name(lastStep(address));
        if (!name.ends_with(kCsv) || !seen.insert(name).second)
            continue;
        auto list = reader.list(base::ListName(name.substr(0, name.size() - kCsv.size())));
        if (!list)
            return base::fail(list.error());
        if (*list)
            files.push_back({name, {}, std::move(*list)});
    }
    return files;
}

base::Result<std::vector<storage::PublishedForm>> offeredForms(storage::Reader& reader)
{
    auto forms = reader.forms();
    if (!forms)
        return forms;
    std::vector<storage::PublishedForm> offered;
    for (storage::PublishedForm& form : *forms) {
        if (form.retired)
            continue;
        const auto state = reader.formState(form.form.form);
        if (!state)
            return base::fail(state.error());
        if (*state == storage::FormState::Open)
            offered.push_back(std::move(form));
    }
    return offered;
}

base::Result<std::string> markOf(
    storage::Reader& reader, const Caller& caller, const base::HubId& hub, const base::ListName& list)
{
    const auto last = reader.lastChangeOf(list, caller.neighbourhoods);
    if (!last)
        return base::fail(last.error());
    std::string text = fmt::format("{}\n{}\n{}\n", hub.value(), list.value(), *last);
    if (caller.neighbourhoods)
        text += fmt::format("{}", fmt::join(*caller.neighbourhoods, "\n"));
    else
        text += '*';
    return base::Sha256::hexOf(base::bytesOf(text)).substr(0, 32);
}

base::Result<void> setFormState(storage::Writer& writer, const base::FormId& form, storage::FormState state)
{
    auto forms = writer.forms();
    if (!forms)
        return base::fail(forms.error());
    std::erase_if(*forms, [&](const storage::PublishedForm& one) { return one.form.form != form; });
    if (forms->empty())
        return base::fail(kFormUnknown, "this hub has no such form", form.value());
    TASHILGAR_TRY(writer.setFormState(form, state));
    for (const storage::PublishedForm& one : *forms) {
        const bool offered = state == storage::FormState::Open && &one == &forms->back();
        if (offered == one.retired)
            TASHILGAR_TRY(offered ? writer.reviveForm(one.form) : writer.retireForm(one.form));
    }
    return {};
}

base::Result<std::string> ListTable::next(storage::Reader& reader)
{
    std::string text;
    if (m_ended)
        return text;
    std::vector<std::string> columns; // without the two that come first
    std::ranges::copy_if(m_list.columns, std::back_inserter(columns),
        [](const std::string& column) { return column != "name" && column != "label"; });
    if (!m_begun) {
        m_begun = true;
        base::CsvRow header{"name", "label"};
        if (m_list.entities)
            header.emplace_back("__version");
        header.insert(header.end(), columns.begin(), columns.end());
        base::appendCsvRow(text, header);
    }
    // A page of rows that are all of other neighbourhoods gives nothing, and is not the end.
    while (text.empty() || m_after == 0) {
        const auto rows = reader.rows(m_list.name, m_after, kPage);
        if (!rows)
            return base::fail(rows.error());
        if (rows->empty()) {
            m_ended = true;
            break;
        }
        m_after = rows->back().number;
        for (const storage::Row& row : *rows) {
            if (!m_caller.sees(row.neighbourhood))
                continue;
            const auto value = [&](const std::string& column) {
                const auto found = row.values.find(column);
                return found == row.values.end() ? std::string() : found->second;
            };
            base::CsvRow cells{row.key, value("label")};
            if (m_list.entities)
                cells.push_back(std::to_string(row.version));
            for (const std::string& column : columns)
                cells.push_back(value(column));
            base::appendCsvRow(text, cells);
        }
    }
    return text;
}

} // namespace tashilgar::hub::domain
