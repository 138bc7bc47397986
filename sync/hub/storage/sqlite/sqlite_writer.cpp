#include "sync/hub/storage/sqlite/sqlite_writer.h"

#include "sync/hub/storage/sqlite/row_json.h"

namespace tashilgar::hub::storage {
namespace {

/// A broken rule of the schema on insert means: it is there already.
base::Result<void> added(base::Result<void> result, std::string_view what)
{
    if (!result && result.error().code == sqlite::kConstraint)
        return base::fail(kAlreadyThere, fmt::format("{} is there already", what));
    return result;
}

} // namespace

base::Result<std::int64_t> SqliteWriter::nextChange()
{
    auto statement = m_database.query("UPDATE change_counter SET last = last + 1 RETURNING last");
    if (!statement)
        return base::fail(statement.error());
    const auto row = statement->step();
    if (!row)
        return base::fail(row.error());
    const std::int64_t number = statement->integer(0);
    TASHILGAR_TRY(statement->run());
    return number;
}

base::Result<void> SqliteWriter::setSetting(std::string_view name, std::string_view value)
{
    return m_database.run("INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", name, value);
}

base::Result<void> SqliteWriter::setProgramme(const Programme& programme, const std::vector<Person>& people)
{
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    TASHILGAR_TRY(m_database.run("INSERT OR REPLACE INTO programme VALUES (1, ?, ?, ?)", programme.id, programme.name, *change));
    for (const Person& person : people)
        TASHILGAR_TRY(m_database.run("INSERT INTO people VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, "
                                     "role = excluded.role, office = excluded.office",
            person.username, person.name, person.role, person.office));
    return {};
}

base::Result<void> SqliteWriter::addDevice(const Device& device, std::string_view tokenHash)
{
    return added(m_database.run("INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, NULL, ?)", device.id.value(), device.name,
                     device.username, tokenHash, device.publicKey, toMilliseconds(device.enrolledAt), toText(device.kind)),
        "this device");
}

base::Result<void> SqliteWriter::revokeDevice(const base::DeviceId& device, base::Instant at)
{
    return m_database.run("UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", toMilliseconds(at), device.value());
}

base::Result<void> SqliteWriter::addEnrolCode(const EnrolCode& code)
{
    return added(m_database.run("INSERT INTO enrol_codes VALUES (?, ?, ?, ?, NULL, NULL)", code.hash, code.username,
                     toMilliseconds(code.madeAt), toMilliseconds(code.expiresAt)),
        "this code");
}

base::Result<void> SqliteWriter::useEnrolCode(std::string_view hash, const base::DeviceId& device, base::Instant at)
{
    return m_database.run("UPDATE enrol_codes SET used_at = ?, device = ? WHERE hash = ?", toMilliseconds(at), device.value(), hash);
}

base::Result<void> SqliteWriter::endEnrolCodes(std::string_view username, base::Instant at)
{
    return m_database.run("UPDATE enrol_codes SET expires_at = min(expires_at, ?) WHERE username = ? AND used_at IS NULL",
        toMilliseconds(at), username);
}

base::Result<void> SqliteWriter::publishForm(const PublishedForm& form, base::Instant at)
{
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    TASHILGAR_TRY(added(m_database.run("INSERT INTO forms VALUES (?, ?, ?, ?, ?, ?, 0, ?)", form.form.form.value(),
                            form.form.version, form.title, form.sha256, form.size, toMilliseconds(at), *change),
        "this form version"));
    for (const MediaFile& file : form.media)
        TASHILGAR_TRY(m_database.run("INSERT INTO form_media VALUES (?, ?, ?, ?, ?)", form.form.form.value(), form.form.version,
            file.name, file.sha256, file.size));
    return {};
}

base::Result<void> SqliteWriter::retireForm(const base::FormVersion& form)
{
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    return m_database.run("UPDATE forms SET retired = 1, change = ? WHERE form = ? AND version = ? AND retired = 0", *change,
        form.form.value(), form.version);
}

base::Result<void> SqliteWriter::reviveForm(const base::FormVersion& form)
{
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    return m_database.run("UPDATE forms SET retired = 0, change = ? WHERE form = ? AND version = ? AND retired = 1", *change,
        form.form.value(), form.version);
}

base::Result<void> SqliteWriter::setFormState(const base::FormId& form, FormState state)
{
    return m_database.run("INSERT INTO form_states VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state", form.value(),
        toText(state));
}

base::Result<void> SqliteWriter::addRecord(const Record& record)
{
    TASHILGAR_TRY(added(m_database.run("INSERT INTO records (instance, form, version, sha256, device, username, made_at, received_at, "
                                       "instance_name, replaces, encrypted, xml) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            record.instance.value(), record.form.form.value(), record.form.version, record.sha256,
                            record.device.value(), record.username, toMilliseconds(record.madeAt),
                            toMilliseconds(record.receivedAt), record.instanceName, record.replaces.value(), record.encrypted, record.xml),
        "this record"));
    const std::int64_t number = m_database.lastInsertRowId();
    std::int64_t place = 0;
    for (const BlobRef& blob : record.blobs)
        TASHILGAR_TRY(m_database.run("INSERT INTO record_blobs VALUES (?, ?, ?, ?, ?, ?)", number, place++, blob.name, blob.sha256,
            blob.size, blob.mediaType));
    return {};
}

base::Result<void> SqliteWriter::setRecordBlob(const base::InstanceId& record, const BlobRef& blob)
{
    return m_database.run("UPDATE record_blobs SET sha256 = ?, size = ?, media_type = ? "
                          "WHERE record = (SELECT number FROM records WHERE instance = ?) AND name = ?",
        blob.sha256, blob.size, blob.mediaType, record.value(), blob.name);
}

base::Result<void> SqliteWriter::addBlob(std::string_view sha256, std::uint64_t size, base::Instant at)
{
    return m_database.run("INSERT INTO blobs VALUES (?, ?, ?) ON CONFLICT DO NOTHING", sha256, size, toMilliseconds(at));
}

base::Result<void> SqliteWriter::addUpload(const Upload& upload)
{
    return m_database.run("INSERT OR REPLACE INTO uploads VALUES (?, ?, ?, ?)", upload.device.value(), upload.sha256, upload.length,
        toMilliseconds(upload.madeAt));
}

base::Result<void> SqliteWriter::removeUpload(const base::DeviceId& device, std::string_view sha256)
{
    return m_database.run("DELETE FROM uploads WHERE device = ? AND sha256 = ?", device.value(), sha256);
}

base::Result<void> SqliteWriter::resetList(const List& list)
{
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    TASHILGAR_TRY(m_database.run("DELETE FROM lists WHERE name = ?", list.name.value()));
    return m_database.run("INSERT INTO lists VALUES (?, ?, ?, ?, ?)", list.name.value(), textsToJson(list.columns), list.entities,
        list.scopeColumn, *change);
}

base::Result<void> SqliteWriter::setColumns(const base::ListName& list, const std::vector<std::string>& columns)
{
    return m_database.run("UPDATE lists SET columns = ? WHERE name = ?", textsToJson(columns), list.value());
}

base::Result<void> SqliteWriter::putRow(const base::ListName& list, const Row& row)
{
    const auto before = this->row(list, row.key);
    if (!before)
        return base::fail(before.error());
    if (*before && (*before)->neighbourhood != row.neighbourhood && !row.neighbourhood.empty()) {
        const auto gone = nextChange();
        if (!gone)
            return base::fail(gone.error());
        TASHILGAR_TRY(m_database.run(
            "INSERT INTO departures VALUES (?, ?, ?, ?)", *gone, list.value(), row.key, (*before)->neighbourhood));
    }
    const auto change = nextChange();
    if (!change)
        return base::fail(change.error());
    return m_database.run("INSERT INTO rows (list, key, version, neighbourhood, data, change) VALUES (?, ?, ?, ?, ?, ?) "
                          "ON CONFLICT (list, key) DO UPDATE SET version = excluded.version, neighbourhood = excluded.neighbourhood, "
                          "data = excluded.data, change = excluded.change",
        list.value(), row.key, row.version, row.neighbourhood, valuesToJson(row.values), *change);
}

base::Result<void> SqliteWriter::addStep(const base::ListName& list, std::string_view key, const RowStep& step)
{
    return m_database.run("INSERT INTO row_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", list.value(), key, step.version,
        step.instance.value(), step.username, toMilliseconds(step.madeAt), toMilliseconds(step.receivedAt), changesToJson(step.changes),
        step.branch);
}

base::Result<void> SqliteWriter::addConflict(
    const base::ListName& list, std::string_view key, const base::InstanceId& instance, const Conflict& conflict)
{
    return m_database.run("INSERT INTO conflicts (list, key, instance, column_name, before, offered, kept) VALUES (?, ?, ?, ?, ?, ?, ?)",
        list.value(), key, instance.value(), conflict.column, conflict.before, conflict.offered, conflict.kept);
}

base::Result<void> SqliteWriter::addEntityRefusal(const EntityRefusal& refusal)
{
    return m_database.run("INSERT INTO entity_refusals (instance, list, key, code, sentence) VALUES (?, ?, ?, ?, ?)",
        refusal.instance.value(), refusal.list.value(), refusal.key, refusal.code, refusal.sentence);
}

} // namespace tashilgar::hub::storage
