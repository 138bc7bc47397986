#include "sync/client/openrosa/receive_forms.h"

#include "app/base/hash.h"
#include "sync/client/openrosa/digests.h"
#include "sync/client/openrosa/entity_table.h"

#include <algorithm>

namespace tashilgar::client::openrosa {

using base::Result;

namespace {

constexpr std::string_view kMd5 = "md5:";
constexpr std::string_view kCsv = ".csv";

/// Whether \p error is of one form or file: then the others go on.
bool touchesOneOnly(const base::Error& error)
{
    for (const base::ErrorCode code : {kNotThere, kIncomingDiffers, kHubTrouble, kRequestRefused, kAnswerTooLarge, base::kMalformed}) {
        if (error.code == code)
            return true;
    }
    return false;
}

} // namespace

ReceiveForms::ReceiveForms(Session& session, Inbox& inbox, Report report)
    : m_session(&session)
    , m_inbox(&inbox)
    , m_report(std::move(report))
{
}

Result<void> ReceiveForms::run()
{
    const auto cursor = m_inbox->cursor();
    if (!cursor)
        return base::fail(cursor.error());
    m_note = ShelfNote::read(*cursor);
    const auto missing = m_inbox->missingBlobs();
    if (!missing)
        return base::fail(missing.error());
    for (const MissingBlob& blob : *missing)
        m_missing.insert(blob.sha256);

    m_report({Movement::Kind::Changes, {}, 0, 0});
    const auto listed = m_session->formList();
    if (!listed)
        return base::fail(listed.error());
    for (const ListedForm& form : *listed) {
        const auto taken = takeForm(form);
        if (taken)
            continue;
        if (!touchesOneOnly(taken.error()))
            return base::fail(taken.error());
        if (!m_setback)
            m_setback = base::Error(taken.error().code, taken.error().sentence, form.form.form.value());
    }
    return retireMissing(*listed);
}

Result<void> ReceiveForms::takeForm(const ListedForm& listed)
{
    const auto found = m_note.forms.find(listed.form);
    const ShelfNote::Form* known = found == m_note.forms.end() ? nullptr : &found->second;
    std::vector<ListedFile> files;
    if (!listed.manifestUrl.empty()) {
        auto manifest = m_session->manifest(listed.manifestUrl);
        if (!manifest)
            return base::fail(std::move(manifest).error());
        files = std::move(*manifest);
    }

    ShelfNote::Form form;
    form.title = listed.title;
    const auto xml = fileOf(listed.downloadUrl, listed.hash, listed.title, known != nullptr ? &known->xml : nullptr);
    if (!xml)
        return base::fail(xml.error());
    form.xml = *xml;
    for (const ListedFile& file : files) {
        if (file.entityList) {
            TASHILGAR_TRY(takeList(file));
            continue;
        }
        const ShelfNote::File* before = nullptr;
        if (known != nullptr && known->media.contains(file.name))
            before = &known->media.at(file.name);
        const auto taken = fileOf(file.downloadUrl, file.hash, file.name, before);
        if (!taken)
            return base::fail(taken.error());
        form.media.emplace(file.name, *taken);
    }
    if (known != nullptr && *known == form && !m_missing.contains(form.xml.sha256)
        && std::ranges::none_of(form.media, [&](const auto& one) { return m_missing.contains(one.second.sha256); }))
        return {};

    protocol::FormPublished published{listed.form, form.title, form.xml.sha256, form.xml.size, {}};
    for (const auto& [name, file] : form.media)
        published.media.push_back({name, file.sha256, file.size});
    ShelfNote note = m_note;
    note.forms[listed.form] = std::move(form);
    return apply({std::move(published)}, std::move(note));
}

Result<ShelfNote::File> ReceiveForms::fileOf(
    const std::string& url, const std::string& hash, const std::string& name, const ShelfNote::File* known)
{
    if (known != nullptr && !hash.empty() && known->hash == hash && !m_missing.contains(known->sha256))
        return *known;
    m_report({Movement::Kind::FormFile, name, 0, 0});
    const auto bytes = m_session->download(url, kLargestFile);
    if (!bytes)
        return base::fail(bytes.error());
    if (hash.starts_with(kMd5) && hash.substr(kMd5.size()) != md5Hex(*bytes))
        return base::fail(kIncomingDiffers, "the server sent another file than it announced", name);
    ShelfNote::File file{hash, base::Sha256::hexOf(*bytes), bytes->size()};
    const auto incoming = m_inbox->receive({file.sha256, file.size, name});
    if (!incoming)
        return base::fail(incoming.error());
    TASHILGAR_TRY((*incoming)->append(*bytes));
    TASHILGAR_TRY((*incoming)->finish());
    return file;
}

Result<void> ReceiveForms::takeList(const ListedFile& listed)
{
    const std::string name = listed.name.substr(0, listed.name.size() - kCsv.size());
    if (!m_listsSeen.insert(name).second)
        return {};
    const auto known = m_note.lists.find(name);
    if (known != m_note.lists.end() && !listed.hash.empty() && known->second == listed.hash)
        return {};
    m_report({Movement::Kind::FormFile, listed.name, 0, 0});
    const auto bytes = m_session->download(listed.downloadUrl, kLargestFile);
    if (!bytes)
        return base::fail(bytes.error());
    // Its hash stands for the list's last change and not for these bytes: nothing to compare.
    auto changes = changesOfTable(base::ListName(name), base::textOf(*bytes));
    if (!changes)
        return base::fail(std::move(changes).error());
    ShelfNote note = m_note;
    note.lists[name] = listed.hash;
    return apply(std::move(*changes), std::move(note));
}

Result<void> ReceiveForms::retireMissing(const std::vector<ListedForm>& listed)
{
    std::vector<protocol::Change> changes;
    ShelfNote note = m_note;
    for (const auto& [version, form] : m_note.forms) {
        if (std::ranges::find(listed, version, &ListedForm::form) != listed.end())
            continue;
        changes.push_back(protocol::FormRetired{version});
        note.forms.erase(version);
    }
    return changes.empty() ? Result<void>() : apply(std::move(changes), std::move(note));
}

Result<void> ReceiveForms::apply(std::vector<protocol::Change> changes, ShelfNote note)
{
    // The note goes with the last page only: a list that was cut is asked for again.
    const std::string before = m_note.write();
    const std::string after = note.write();
    protocol::ChangePage page;
    for (protocol::Change& change : changes) {
        auto* rows = std::get_if<protocol::ListRows>(&change);
        while (rows != nullptr && rows->upsert.size() > kRowsPerPage) {
            const auto end = rows->upsert.begin() + static_cast<std::ptrdiff_t>(kRowsPerPage);
            page.changes.push_back(protocol::ListRows{rows->list,
                {std::make_move_iterator(rows->upsert.begin()), std::make_move_iterator(end)}, {}});
            rows->upsert.erase(rows->upsert.begin(), end);
            page.cursor = before;
            page.more = true;
            TASHILGAR_TRY(m_inbox->apply(page));
            page = {};
        }
        page.changes.push_back(std::move(change));
    }
    page.cursor = after;
    TASHILGAR_TRY(m_inbox->apply(page));
    m_note = std::move(note);
    m_changesApplied += changes.size();
    const auto installed = m_inbox->installComplete();
    if (!installed)
        return base::fail(installed.error());
    m_formsInstalled += *installed;
    return {};
}

} // namespace tashilgar::client::openrosa
