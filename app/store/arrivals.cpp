#include "app/store/arrivals.h"

#include "app/sqlite/transaction.h"
#include "app/store/pairs.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace tashilgar::store {
namespace {

constexpr std::size_t kPartsOfMedium = 3;

base::Bytes packMedia(const std::vector<FormMedia>& media)
{
    std::vector<std::string> texts;
    for (const FormMedia& medium : media)
        texts.insert(texts.end(), {medium.name, medium.sha256, std::to_string(medium.size)});
    return packTexts(texts);
}

std::vector<FormMedia> unpackMedia(base::ByteView packed)
{
    const std::vector<std::string> texts = unpackTexts(packed);
    std::vector<FormMedia> media;
    for (std::size_t i = 0; i + kPartsOfMedium <= texts.size(); i += kPartsOfMedium) {
        FormMedia medium{texts[i], texts[i + 1], 0};
        std::from_chars(texts[i + 2].data(), texts[i + 2].data() + texts[i + 2].size(), medium.size);
        media.push_back(std::move(medium));
    }
    return media;
}

} // namespace

/// A form version on its way from `lists` to `records`.
struct Arrivals::Waiting {
    std::int64_t row = 0;
    FormAnnouncement form;
    bool retired = false;
};

Arrivals::Arrivals(sqlite::Database& lists, FormShelf& forms, SettingsBox& settings)
    : m_lists(&lists)
    , m_forms(&forms)
    , m_settings(&settings)
{
}

base::Result<std::string> Arrivals::cursor()
{
    std::string cursor;
    TASHILGAR_TRY(m_lists->select("SELECT value FROM progress WHERE name = 'cursor'",
        [&](const sqlite::Statement& row) { cursor = row.text(0); }));
    return cursor;
}

base::Result<void> Arrivals::announce(const FormAnnouncement& form)
{
    return m_lists->run("INSERT OR REPLACE INTO announced (form_id, version, title, sha256, size, media, retired) "
                        "VALUES (?, ?, ?, ?, ?, ?, 0)",
        form.id.form.value(), form.id.version, form.title, form.sha256, form.size, packMedia(form.media));
}

base::Result<void> Arrivals::apply(const ArrivingPage& page)
{
    // In another database, so before: names for the screen may come a page early, but never late.
    if (page.programme)
        TASHILGAR_TRY(m_settings->setPeople(page.programme->name, page.programme->people));
    auto transaction = sqlite::Transaction::begin(*m_lists);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    for (const ListChange& change : page.lists)
        TASHILGAR_TRY(applyListChange(*m_lists, change));
    for (const FormAnnouncement& form : page.forms)
        TASHILGAR_TRY(announce(form));
    for (const base::FormVersion& version : page.retired) {
        TASHILGAR_TRY(m_lists->run("INSERT INTO announced (form_id, version, title, sha256, size, media, retired) "
                                   "VALUES (?, ?, '', '', 0, x'', 1) ON CONFLICT DO UPDATE SET retired = 1",
            version.form.value(), version.version));
    }
    if (!page.more)
        TASHILGAR_TRY(finishArrivingLists(*m_lists));
    TASHILGAR_TRY(m_lists->run("INSERT OR REPLACE INTO progress (name, value) VALUES ('cursor', ?)", page.cursor));
    return transaction->commit();
}

base::Result<void> Arrivals::restart() { return m_lists->run("DELETE FROM progress WHERE name = 'cursor'"); }

base::Result<std::vector<Arrivals::Waiting>> Arrivals::waiting()
{
    std::vector<Waiting> found;
    TASHILGAR_TRY(
        m_lists->select("SELECT row, form_id, version, title, sha256, size, media, retired FROM announced ORDER BY row",
            [&](const sqlite::Statement& row) {
                found.push_back({row.integer(0),
                    {{base::FormId(row.text(1)), row.text(2)}, row.text(3), row.text(4),
                        static_cast<std::uint64_t>(row.integer(5)), unpackMedia(row.blob(6))},
                    row.integer(7) != 0});
            }));
    return found;
}

base::Result<std::vector<MissingContent>> Arrivals::missing()
{
    auto all = waiting();
    if (!all)
        return base::fail(std::move(all).error());
    std::vector<MissingContent> contents;
    for (const Waiting& one : *all) {
        if (one.retired)
            continue;
        auto hashes = m_forms->missing(one.form);
        if (!hashes)
            return base::fail(std::move(hashes).error());
        for (std::string& sha256 : *hashes) {
            if (std::any_of(contents.begin(), contents.end(), [&](const auto& c) { return c.sha256 == sha256; }))
                continue;
            MissingContent content{std::move(sha256), one.form.size, one.form.title};
            for (const FormMedia& medium : one.form.media) {
                if (medium.sha256 == content.sha256) {
                    content.size = medium.size;
                    content.name = medium.name;
                }
            }
            contents.push_back(std::move(content));
        }
    }
    std::stable_sort(contents.begin(), contents.end(), [](const auto& a, const auto& b) { return a.size < b.size; });
    return contents;
}

base::Result<std::uint32_t> Arrivals::installComplete()
{
    auto all = waiting();
    if (!all)
        return base::fail(std::move(all).error());
    std::uint32_t installed = 0;
    std::set<base::FormId> coming; // forms of which a version still lacks something
    for (const Waiting& one : *all) {
        if (one.retired)
            continue;
        const auto lacks = m_forms->missing(one.form);
        if (!lacks)
            return base::fail(lacks.error());
        if (!lacks->empty()) {
            coming.insert(one.form.id.form);
            continue;
        }
        const auto done = m_forms->install(one.form);
        // A version that is here with other content stands as it is: records were made with it.
        if (!done && done.error().code != base::kMalformed)
            return base::fail(done.error());
        installed += done ? 1 : 0;
        TASHILGAR_TRY(m_lists->run("DELETE FROM announced WHERE row = ?", one.row));
    }
    for (const Waiting& one : *all) {
        if (!one.retired || coming.contains(one.form.id.form))
            continue;
        TASHILGAR_TRY(m_forms->retire(one.form.id));
        TASHILGAR_TRY(m_lists->run("DELETE FROM announced WHERE row = ?", one.row));
    }
    return installed;
}

} // namespace tashilgar::store
