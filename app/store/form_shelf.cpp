#include "app/store/form_shelf.h"

#include "app/base/hash.h"
#include "app/sqlite/transaction.h"
#include "app/store/attachment_files.h"
#include "app/store/moments.h"

namespace tashilgar::store {
namespace {

/// A form document is text that people wrote; more than this is a mistake.
constexpr std::uint64_t kLargestForm = 64u * 1024 * 1024;

const char* const kFillable
    = "SELECT row, form_id, version, title, sha256, retired, installed_at FROM form AS f WHERE retired = 0 AND row = "
      "(SELECT max(row) FROM form WHERE form_id = f.form_id AND retired = 0) ORDER BY title, form_id";
const char* const kAll
    = "SELECT row, form_id, version, title, sha256, retired, installed_at FROM form ORDER BY row DESC";

InstalledForm formOf(const sqlite::Statement& row)
{
    return {{base::FormId(row.text(1)), row.text(2)}, row.text(3), row.text(4), row.integer(5) != 0,
        momentOf(row.integer(6)), {}};
}

} // namespace

FormShelf::FormShelf(sqlite::Database& records, AttachmentFiles& attachments, const base::Clock& clock)
    : m_records(&records)
    , m_attachments(&attachments)
    , m_clock(&clock)
{
}

base::Result<std::vector<std::string>> FormShelf::missing(const FormAnnouncement& announcement)
{
    std::vector<std::string> hashes;
    const auto want = [&](const std::string& sha256) {
        if (!m_attachments->has(sha256) && std::find(hashes.begin(), hashes.end(), sha256) == hashes.end())
            hashes.push_back(sha256);
    };
    const auto here = m_records->selectInteger("SELECT row FROM form WHERE form_id = ? AND version = ? AND sha256 = ?",
        announcement.id.form.value(), announcement.id.version, announcement.sha256);
    if (!here)
        return base::fail(here.error());
    if (!*here)
        want(announcement.sha256);
    for (const FormMedia& medium : announcement.media)
        want(medium.sha256);
    return hashes;
}

base::Result<void> FormShelf::install(const FormAnnouncement& announcement)
{
    const std::string& form = announcement.id.form.value();
    std::optional<std::string> installed;
    TASHILGAR_TRY(m_records->select(
        "SELECT sha256 FROM form WHERE form_id = ? AND version = ?",
        [&](const sqlite::Statement& row) { installed = row.text(0); }, form, announcement.id.version));
    if (installed && *installed != announcement.sha256)
        return base::fail(base::kMalformed, "this form version is installed with other content",
            form + " " + announcement.id.version);
    base::Bytes xml;
    if (!installed) {
        auto content = m_attachments->readAll(announcement.sha256, kLargestForm);
        if (!content)
            return base::fail(std::move(content).error());
        xml = std::move(*content);
    }
    for (const FormMedia& medium : announcement.media) {
        if (!m_attachments->has(medium.sha256))
            return base::fail(base::kNotFound, "a file of the form is not here yet", medium.name);
    }
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    if (installed) {
        TASHILGAR_TRY(m_records->run("UPDATE form SET retired = 0, title = ? WHERE form_id = ? AND version = ?",
            announcement.title, form, announcement.id.version));
    } else {
        TASHILGAR_TRY(m_records->run(
            "INSERT INTO form (form_id, version, title, sha256, xml, installed_at) VALUES (?, ?, ?, ?, ?, ?)", form,
            announcement.id.version, announcement.title, announcement.sha256, base::textOf(xml),
            toRow(m_clock->now())));
    }
    const auto row = m_records->selectInteger(
        "SELECT row FROM form WHERE form_id = ? AND version = ?", form, announcement.id.version);
    if (!row)
        return base::fail(row.error());
    TASHILGAR_TRY(m_records->run("DELETE FROM form_media WHERE form = ?", *row));
    for (const FormMedia& medium : announcement.media) {
        TASHILGAR_TRY(m_records->run("INSERT INTO form_media (form, name, sha256, size) VALUES (?, ?, ?, ?)", *row,
            medium.name, medium.sha256, medium.size));
    }
    return transaction->commit();
}

base::Result<void> FormShelf::retire(const base::FormVersion& version)
{
    return m_records->run(
        "UPDATE form SET retired = 1 WHERE form_id = ? AND version = ?", version.form.value(), version.version);
}

base::Result<std::vector<FormMedia>> FormShelf::mediaOf(std::int64_t row)
{
    std::vector<FormMedia> media;
    TASHILGAR_TRY(m_records->select(
        "SELECT name, sha256, size FROM form_media WHERE form = ?",
        [&](const sqlite::Statement& medium) {
            media.push_back({medium.text(0), medium.text(1), static_cast<std::uint64_t>(medium.integer(2))});
        },
        row));
    return media;
}

base::Result<std::vector<InstalledForm>> FormShelf::select(const char* sql)
{
    std::vector<InstalledForm> forms;
    std::vector<std::int64_t> rows;
    TASHILGAR_TRY(m_records->select(sql, [&](const sqlite::Statement& row) {
        rows.push_back(row.integer(0));
        forms.push_back(formOf(row));
    }));
    for (std::size_t i = 0; i < forms.size(); ++i) {
        auto media = mediaOf(rows[i]);
        if (!media)
            return base::fail(std::move(media).error());
        forms[i].media = std::move(*media);
    }
    return forms;
}

base::Result<std::vector<InstalledForm>> FormShelf::fillable() { return select(kFillable); }
base::Result<std::vector<InstalledForm>> FormShelf::all() { return select(kAll); }

base::Result<InstalledForm> FormShelf::find(const base::FormVersion& version)
{
    std::optional<InstalledForm> form;
    std::int64_t found = 0;
    TASHILGAR_TRY(m_records->select(
        "SELECT row, form_id, version, title, sha256, retired, installed_at FROM form WHERE form_id = ? AND version = "
        "?",
        [&](const sqlite::Statement& row) {
            found = row.integer(0);
            form = formOf(row);
        },
        version.form.value(), version.version));
    if (!form)
        return base::fail(base::kNotFound, "this form version is not on the tablet", version.form.value());
    auto media = mediaOf(found);
    if (!media)
        return base::fail(std::move(media).error());
    form->media = std::move(*media);
    return std::move(*form);
}

base::Result<std::string> FormShelf::xml(const base::FormVersion& version)
{
    std::optional<std::string> xml;
    TASHILGAR_TRY(m_records->select(
        "SELECT xml FROM form WHERE form_id = ? AND version = ?",
        [&](const sqlite::Statement& row) { xml = row.text(0); }, version.form.value(), version.version));
    if (!xml)
        return base::fail(base::kNotFound, "this form version is not on the tablet", version.form.value());
    return std::move(*xml);
}

} // namespace tashilgar::store
