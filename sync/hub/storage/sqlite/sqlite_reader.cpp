#include "sync/hub/storage/sqlite/sqlite_reader.h"

#include "sync/hub/storage/sqlite/row_json.h"

#include <algorithm>

namespace tashilgar::hub::storage {
namespace {

using sqlite::Statement;

/// Runs \p statement to its end; \p read takes each row and says whether it could be read.
template <class Read>
base::Result<void> each(base::Result<Statement> statement, Read read)
{
    if (!statement)
        return base::fail(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            return {};
        TASHILGAR_TRY(read(*statement));
    }
}

template <class T, class Make>
base::Result<std::vector<T>> all(base::Result<Statement> statement, Make make)
{
    std::vector<T> items;
    TASHILGAR_TRY(each(std::move(statement), [&](Statement& row) -> base::Result<void> {
        base::Result<T> item = make(row);
        if (!item)
            return base::fail(item.error());
        items.push_back(std::move(*item));
        return {};
    }));
    return items;
}

template <class T, class Make>
base::Result<std::optional<T>> first(base::Result<Statement> statement, Make make)
{
    auto items = all<T>(std::move(statement), make);
    if (!items)
        return base::fail(items.error());
    return items->empty() ? std::optional<T>() : std::optional<T>(std::move(items->front()));
}

constexpr std::string_view kPersonColumns = "username, name, role, office";
base::Result<Person> personOf(Statement& row) { return Person{row.text(0), row.text(1), row.text(2), row.text(3)}; }

base::Result<Device> deviceOf(Statement& row)
{
    Device device{base::DeviceId(row.text(0)), row.text(1), row.text(2), row.text(3), toInstant(row.integer(4)), {}};
    if (!row.isNull(5))
        device.revokedAt = toInstant(row.integer(5));
    device.kind = row.textView(6) == toText(DeviceKind::AppUser) ? DeviceKind::AppUser : DeviceKind::Tablet;
    return device;
}
constexpr std::string_view kDeviceColumns = "id, name, username, public_key, enrolled_at, revoked_at, kind";

base::Result<PublishedForm> formOf(Statement& row)
{
    PublishedForm form;
    form.form = {base::FormId(row.text(0)), row.text(1)};
    form.title = row.text(2);
    form.sha256 = row.text(3);
    form.size = static_cast<std::uint64_t>(row.integer(4));
    form.retired = row.integer(5) != 0;
    return form;
}
constexpr std::string_view kFormColumns = "form, version, title, sha256, size, retired";

base::Result<Record> recordOf(Statement& row)
{
    Record record;
    record.number = row.integer(0);
    record.instance = base::InstanceId(row.text(1));
    record.form = {base::FormId(row.text(2)), row.text(3)};
    record.sha256 = row.text(4);
    record.device = base::DeviceId(row.text(5));
    record.username = row.text(6);
    record.madeAt = toInstant(row.integer(7));
    record.receivedAt = toInstant(row.integer(8));
    record.instanceName = row.text(9);
    record.replaces = base::InstanceId(row.text(10));
    record.encrypted = row.integer(11) != 0;
    record.xml = row.text(12);
    return record;
}
constexpr std::string_view kRecordColumns
    = "number, instance, form, version, sha256, device, username, made_at, received_at, instance_name, replaces, encrypted";

base::Result<Upload> uploadOf(Statement& row)
{
    return Upload{base::DeviceId(row.text(0)), row.text(1), static_cast<std::uint64_t>(row.integer(2)), toInstant(row.integer(3))};
}

base::Result<List> listOf(Statement& row)
{
    auto columns = textsFromJson(row.textView(1));
    if (!columns)
        return base::fail(columns.error());
    return List{base::ListName(row.text(0)), std::move(*columns), row.integer(2) != 0, row.text(3)};
}
constexpr std::string_view kListColumns = "name, columns, entities, scope_column";

base::Result<Row> rowOf(Statement& row)
{
    auto values = valuesFromJson(row.textView(4));
    if (!values)
        return base::fail(values.error());
    return Row{row.integer(0), row.text(1), row.integer(2), std::move(*values), row.text(3), row.integer(5)};
}
constexpr std::string_view kRowColumns = "id, key, version, neighbourhood, data, change";

} // namespace

base::Instant toInstant(std::int64_t milliseconds) { return base::Instant(std::chrono::milliseconds(milliseconds)); }
std::int64_t toMilliseconds(base::Instant moment) { return moment.time_since_epoch().count(); }

std::string_view toText(DeviceKind kind) { return kind == DeviceKind::AppUser ? "app-user" : "tablet"; }

std::string_view toText(FormState state)
{
    return state == FormState::Closed ? "closed" : state == FormState::Closing ? "closing" : "open";
}

template <class Base>
base::Result<std::optional<std::string>> SqliteReading<Base>::setting(std::string_view name)
{
    return first<std::string>(m_database.query("SELECT value FROM settings WHERE name = ?", name),
        [](Statement& row) -> base::Result<std::string> { return row.text(0); });
}

template <class Base>
base::Result<Programme> SqliteReading<Base>::programme()
{
    auto found = first<Programme>(m_database.query("SELECT programme, name FROM programme"),
        [](Statement& row) -> base::Result<Programme> { return Programme{row.text(0), row.text(1)}; });
    if (!found)
        return base::fail(found.error());
    return found->value_or(Programme());
}

template <class Base>
base::Result<std::vector<Person>> SqliteReading<Base>::people()
{
    return all<Person>(m_database.query(fmt::format("SELECT {} FROM people ORDER BY username", kPersonColumns)), personOf);
}

template <class Base>
base::Result<std::optional<Person>> SqliteReading<Base>::person(std::string_view username)
{
    return first<Person>(
        m_database.query(fmt::format("SELECT {} FROM people WHERE username = ?", kPersonColumns), username), personOf);
}

template <class Base>
base::Result<std::optional<Device>> SqliteReading<Base>::deviceByTokenHash(std::string_view hash)
{
    return first<Device>(m_database.query(fmt::format("SELECT {} FROM devices WHERE token_hash = ?", kDeviceColumns), hash), deviceOf);
}

template <class Base>
base::Result<std::vector<Device>> SqliteReading<Base>::devices()
{
    return all<Device>(
        m_database.query(fmt::format("SELECT {} FROM devices ORDER BY enrolled_at, id", kDeviceColumns)), deviceOf);
}

template <class Base>
base::Result<std::optional<EnrolCode>> SqliteReading<Base>::enrolCode(std::string_view hash)
{
    return first<EnrolCode>(
        m_database.query("SELECT hash, username, made_at, expires_at, used_at, device FROM enrol_codes WHERE hash = ?", hash),
        [](Statement& row) -> base::Result<EnrolCode> {
            EnrolCode code{row.text(0), row.text(1), toInstant(row.integer(2)), toInstant(row.integer(3)), {}, base::DeviceId(row.text(5))};
            if (!row.isNull(4))
                code.usedAt = toInstant(row.integer(4));
            return code;
        });
}

template <class Base>
base::Result<std::vector<MediaFile>> SqliteReading<Base>::mediaOf(const base::FormVersion& form)
{
    return all<MediaFile>(
        m_database.query("SELECT name, sha256, size FROM form_media WHERE form = ? AND version = ? ORDER BY name",
            form.form.value(), form.version),
        [](Statement& row) -> base::Result<MediaFile> {
            return MediaFile{row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2))};
        });
}

template <class Base>
base::Result<std::vector<PublishedForm>> SqliteReading<Base>::forms()
{
    // `change` is that of the retirement where there was one. Of versions that came together each retired the one before.
    auto forms = all<PublishedForm>(
        m_database.query(fmt::format("SELECT {} FROM forms ORDER BY published_at, retired DESC, change", kFormColumns)), formOf);
    if (!forms)
        return forms;
    for (PublishedForm& form : *forms) {
        auto media = mediaOf(form.form);
        if (!media)
            return base::fail(media.error());
        form.media = std::move(*media);
    }
    return forms;
}

template <class Base>
base::Result<std::optional<PublishedForm>> SqliteReading<Base>::form(const base::FormVersion& version)
{
    auto found = first<PublishedForm>(
        m_database.query(fmt::format("SELECT {} FROM forms WHERE form = ? AND version = ?", kFormColumns),
            version.form.value(), version.version),
        formOf);
    if (!found || !*found)
        return found;
    auto media = mediaOf(version);
    if (!media)
        return base::fail(media.error());
    (*found)->media = std::move(*media);
    return found;
}

template <class Base>
base::Result<FormState> SqliteReading<Base>::formState(const base::FormId& form)
{
    const auto found = first<FormState>(m_database.query("SELECT state FROM form_states WHERE form = ?", form.value()),
        [](Statement& row) -> base::Result<FormState> {
            const std::string_view state = row.textView(0);
            return state == toText(FormState::Closed) ? FormState::Closed
                : state == toText(FormState::Closing) ? FormState::Closing
                                                      : FormState::Open;
        });
    if (!found)
        return base::fail(found.error());
    return found->value_or(FormState::Open);
}

template <class Base>
base::Result<bool> SqliteReading<Base>::isOfAForm(std::string_view sha256)
{
    const auto found = first<bool>(m_database.query("SELECT 1 FROM forms WHERE sha256 = ?1 UNION ALL "
                                                    "SELECT 1 FROM form_media WHERE sha256 = ?1 LIMIT 1", sha256),
        [](Statement&) -> base::Result<bool> { return true; });
    if (!found)
        return base::fail(found.error());
    return found->has_value();
}

template <class Base>
base::Result<std::vector<BlobRef>> SqliteReading<Base>::blobsOf(std::int64_t record)
{
    return all<BlobRef>(
        m_database.query("SELECT name, sha256, size, media_type FROM record_blobs WHERE record = ? ORDER BY place", record),
        [](Statement& row) -> base::Result<BlobRef> {
            return BlobRef{row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2)), row.text(3)};
        });
}

template <class Base>
base::Result<std::optional<Record>> SqliteReading<Base>::record(const base::InstanceId& instance)
{
    auto found = first<Record>(
        m_database.query(fmt::format("SELECT {}, '' FROM records WHERE instance = ?", kRecordColumns), instance.value()), recordOf);
    if (!found || !*found)
        return found;
    auto blobs = blobsOf((*found)->number);
    if (!blobs)
        return base::fail(blobs.error());
    (*found)->blobs = std::move(*blobs);
    return found;
}

template <class Base>
base::Result<std::optional<std::string>> SqliteReading<Base>::recordXml(const base::InstanceId& instance)
{
    return first<std::string>(m_database.query("SELECT xml FROM records WHERE instance = ?", instance.value()),
        [](Statement& row) -> base::Result<std::string> { return row.text(0); });
}

template <class Base>
base::Result<std::size_t> SqliteReading<Base>::recordCount()
{
    const auto found = first<std::size_t>(m_database.query("SELECT count(*) FROM records"),
        [](Statement& row) -> base::Result<std::size_t> { return static_cast<std::size_t>(row.integer(0)); });
    if (!found)
        return base::fail(found.error());
    return found->value_or(0);
}

template <class Base>
base::Result<std::vector<Record>> SqliteReading<Base>::records(
    const base::FormId& form, std::int64_t after, std::size_t limit, bool withXml, Reader::Versions versions)
{
    constexpr std::string_view kNotReplaced = "AND NOT EXISTS (SELECT 1 FROM records n WHERE n.replaces <> '' "
                                              "AND n.replaces = r.instance AND n.form = r.form AND n.username = r.username)";
    const std::string sql = fmt::format("SELECT {}, {} FROM records r WHERE {} number > ?2 {} ORDER BY number LIMIT ?3",
        kRecordColumns, withXml ? "xml" : "''", form.empty() ? "?1 = '' AND" : "form = ?1 AND",
        versions == Reader::Versions::Newest ? kNotReplaced : std::string_view());
    auto records = all<Record>(m_database.query(sql, form.value(), after, limit), recordOf);
    if (!records)
        return records;
    for (Record& record : *records) {
        auto blobs = blobsOf(record.number);
        if (!blobs)
            return base::fail(blobs.error());
        record.blobs = std::move(*blobs);
    }
    return records;
}

template <class Base>
base::Result<base::InstanceId> SqliteReading<Base>::newestVersionOf(const base::InstanceId& instance)
{
    base::InstanceId newest = instance;
    for (;;) { // ends: a correction that would close a ring is not kept as one
        const auto next = first<std::string>(
            m_database.query("SELECT n.instance FROM records n JOIN records r ON r.instance = n.replaces AND r.form = n.form "
                             "AND r.username = n.username WHERE n.replaces <> '' AND n.replaces = ? ORDER BY n.number DESC LIMIT 1",
                newest.value()),
            [](Statement& row) -> base::Result<std::string> { return row.text(0); });
        if (!next)
            return base::fail(next.error());
        if (!*next)
            return newest;
        newest = base::InstanceId(**next);
    }
}

template <class Base>
base::Result<std::vector<std::string>> SqliteReading<Base>::missingBlobs(const std::vector<BlobRef>& wanted)
{
    std::vector<std::string> missing;
    for (const BlobRef& blob : wanted) {
        const auto size = blobSize(blob.sha256);
        if (!size)
            return base::fail(size.error());
        if (!*size)
            missing.push_back(blob.sha256);
    }
    std::ranges::sort(missing);
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    return missing;
}

template <class Base>
base::Result<std::optional<std::uint64_t>> SqliteReading<Base>::blobSize(std::string_view sha256)
{
    return first<std::uint64_t>(m_database.query("SELECT size FROM blobs WHERE sha256 = ?", sha256),
        [](Statement& row) -> base::Result<std::uint64_t> { return static_cast<std::uint64_t>(row.integer(0)); });
}

template <class Base>
base::Result<std::optional<Upload>> SqliteReading<Base>::upload(const base::DeviceId& device, std::string_view sha256)
{
    return first<Upload>(m_database.query("SELECT device, sha256, length, made_at FROM uploads WHERE device = ? AND sha256 = ?",
                             device.value(), sha256), uploadOf);
}

template <class Base>
base::Result<Reader::UploadTotals> SqliteReading<Base>::uploadTotals(const base::DeviceId& device)
{
    auto found = first<Reader::UploadTotals>(
        m_database.query("SELECT count(*), coalesce(sum(length), 0) FROM uploads WHERE device = ?", device.value()),
        [](Statement& row) -> base::Result<Reader::UploadTotals> {
            return Reader::UploadTotals{static_cast<std::size_t>(row.integer(0)), static_cast<std::uint64_t>(row.integer(1))};
        });
    if (!found)
        return base::fail(found.error());
    return found->value_or(Reader::UploadTotals());
}

template <class Base>
base::Result<std::vector<Upload>> SqliteReading<Base>::uploadsBefore(base::Instant moment)
{
    return all<Upload>(
        m_database.query("SELECT device, sha256, length, made_at FROM uploads WHERE made_at < ?", toMilliseconds(moment)), uploadOf);
}

template <class Base>
base::Result<std::vector<List>> SqliteReading<Base>::lists()
{
    return all<List>(m_database.query(fmt::format("SELECT {} FROM lists ORDER BY name", kListColumns)), listOf);
}

template <class Base>
base::Result<std::optional<List>> SqliteReading<Base>::list(const base::ListName& name)
{
    return first<List>(m_database.query(fmt::format("SELECT {} FROM lists WHERE name = ?", kListColumns), name.value()), listOf);
}

template <class Base>
base::Result<std::optional<Row>> SqliteReading<Base>::row(const base::ListName& list, std::string_view key)
{
    return first<Row>(m_database.query(fmt::format("SELECT {} FROM rows WHERE list = ? AND key = ?", kRowColumns), list.value(), key),
        rowOf);
}

template <class Base>
base::Result<std::vector<Row>> SqliteReading<Base>::rows(const base::ListName& list, std::int64_t after, std::size_t limit)
{
    return all<Row>(m_database.query(fmt::format("SELECT {} FROM rows WHERE list = ? AND id > ? ORDER BY id LIMIT ?", kRowColumns),
                        list.value(), after, limit), rowOf);
}

template <class Base>
base::Result<std::int64_t> SqliteReading<Base>::lastChangeOf(
    const base::ListName& list, const std::optional<std::vector<std::string>>& seen)
{
    // Each part is one look into an index; the list's own change is its beginning.
    constexpr std::string_view kOfOne = "SELECT max(change) FROM (SELECT max(change) AS change FROM rows WHERE list = ?1 AND neighbourhood = ?2 "
                                        "UNION ALL SELECT max(change) FROM departures WHERE list = ?1 AND neighbourhood = ?2)";
    constexpr std::string_view kOfAll = "SELECT max(change) FROM (SELECT max(change) AS change FROM rows WHERE list = ?1 "
                                        "UNION ALL SELECT max(change) FROM departures WHERE list = ?1)";
    auto last = m_database.selectInteger("SELECT change FROM lists WHERE name = ?", list.value());
    if (!last)
        return base::fail(last.error());
    std::int64_t newest = last->value_or(0);
    std::vector<std::string> areas = seen.value_or(std::vector<std::string>());
    areas.emplace_back(); // rows for all
    for (const std::string& area : areas) {
        const auto change = seen ? m_database.selectInteger(kOfOne, list.value(), area) : m_database.selectInteger(kOfAll, list.value());
        if (!change)
            return base::fail(change.error());
        newest = std::max(newest, change->value_or(0));
    }
    return newest;
}

template <class Base>
base::Result<std::vector<RowStep>> SqliteReading<Base>::stepsAfter(
    const base::ListName& list, std::string_view key, std::int64_t version)
{
    return all<RowStep>(m_database.query("SELECT version, instance, username, made_at, received_at, changes, branch FROM row_steps "
                                         "WHERE list = ? AND key = ? AND version > ? ORDER BY version",
                            list.value(), key, version),
        [](Statement& row) -> base::Result<RowStep> {
            auto changes = changesFromJson(row.textView(5));
            if (!changes)
                return base::fail(changes.error());
            return RowStep{row.integer(0), base::InstanceId(row.text(1)), row.text(2), toInstant(row.integer(3)),
                toInstant(row.integer(4)), std::move(*changes), row.text(6)};
        });
}

template <class Base>
base::Result<std::vector<Conflict>> SqliteReading<Base>::conflictsOf(const base::ListName& list, std::string_view key)
{
    return all<Conflict>(m_database.query("SELECT column_name, before, offered, kept FROM conflicts WHERE list = ? AND key = ? ORDER BY id",
                             list.value(), key),
        [](Statement& row) -> base::Result<Conflict> { return Conflict{row.text(0), row.text(1), row.text(2), row.text(3)}; });
}

template <class Base>
base::Result<std::vector<EntityRefusal>> SqliteReading<Base>::entityRefusals()
{
    return all<EntityRefusal>(m_database.query("SELECT instance, list, key, code, sentence FROM entity_refusals ORDER BY id"),
        [](Statement& row) -> base::Result<EntityRefusal> {
            return EntityRefusal{base::InstanceId(row.text(0)), base::ListName(row.text(1)), row.text(2), row.text(3), row.text(4)};
        });
}

template <class Base>
base::Result<std::vector<std::string>> SqliteReading<Base>::neighbourhoodsOf(std::string_view office)
{
    return all<std::string>(m_database.query("SELECT key FROM rows WHERE list = 'neighbourhoods' "
                                             "AND json_extract(data, '$.office') = ? ORDER BY key", office),
        [](Statement& row) -> base::Result<std::string> { return row.text(0); });
}

template <class Base>
base::Result<std::int64_t> SqliteReading<Base>::lastChange()
{
    const auto last = first<std::int64_t>(m_database.query("SELECT last FROM change_counter"),
        [](Statement& row) -> base::Result<std::int64_t> { return row.integer(0); });
    if (!last)
        return base::fail(last.error());
    return last->value_or(0);
}

template <class Base>
base::Result<std::vector<LoggedChange>> SqliteReading<Base>::changesAfter(
    std::int64_t after, const std::optional<std::vector<std::string>>& seen, std::size_t limit)
{
    using Kind = LoggedChange::Kind;
    // Each table is read in the order of the log and no further than the page; then they are merged.
    std::vector<LoggedChange> changes;
    TASHILGAR_TRY(each(m_database.query("SELECT change FROM programme WHERE change > ?", after), [&](Statement& row) -> base::Result<void> {
        changes.push_back({row.integer(0), Kind::Programme, {}, {}, {}});
        return {};
    }));
    TASHILGAR_TRY(each(m_database.query(fmt::format("SELECT {}, change FROM forms WHERE change > ? ORDER BY change LIMIT ?", kFormColumns),
                           after, limit), [&](Statement& row) -> base::Result<void> {
        LoggedChange change{row.integer(6), Kind::Form, *formOf(row), {}, {}};
        change.kind = change.form.retired ? Kind::Retired : Kind::Form;
        changes.push_back(std::move(change));
        return {};
    }));
    TASHILGAR_TRY(each(m_database.query(fmt::format("SELECT {}, change FROM lists WHERE change > ? ORDER BY change LIMIT ?", kListColumns),
                           after, limit), [&](Statement& row) -> base::Result<void> {
        auto list = listOf(row);
        if (!list)
            return base::fail(list.error());
        changes.push_back({row.integer(4), Kind::Reset, {}, std::move(*list), {}});
        return {};
    }));
    const std::optional<std::string> neighbourhoods = seen ? std::optional(textsToJson(*seen)) : std::nullopt;
    TASHILGAR_TRY(each(m_database.query(fmt::format("SELECT {}, list FROM rows WHERE change > ?1 AND (?2 IS NULL OR neighbourhood = '' "
                                                    "OR neighbourhood IN (SELECT value FROM json_each(?2))) ORDER BY change LIMIT ?3",
                                            kRowColumns), after, neighbourhoods, limit), [&](Statement& row) -> base::Result<void> {
        auto item = rowOf(row);
        if (!item)
            return base::fail(item.error());
        changes.push_back({item->change, Kind::Row, {}, {base::ListName(row.text(6)), {}, false, {}}, std::move(*item)});
        return {};
    }));
    // A row that left no neighbourhood in particular was everybody's. Where it can be seen now, its own change follows.
    TASHILGAR_TRY(each(m_database.query("SELECT change, list, key FROM departures d WHERE change > ?1 AND ?2 IS NOT NULL "
                                        "AND (neighbourhood = '' OR neighbourhood IN (SELECT value FROM json_each(?2))) "
                                        "AND NOT EXISTS (SELECT 1 FROM rows r WHERE r.list = d.list AND r.key = d.key "
                                        "AND (r.neighbourhood = '' OR r.neighbourhood IN (SELECT value FROM json_each(?2)))) "
                                        "ORDER BY change LIMIT ?3",
                           after, neighbourhoods, limit), [&](Statement& row) -> base::Result<void> {
        LoggedChange change{row.integer(0), Kind::RowGone, {}, {base::ListName(row.text(1)), {}, false, {}}, {}};
        change.row.key = row.text(2);
        changes.push_back(std::move(change));
        return {};
    }));
    std::ranges::sort(changes, {}, &LoggedChange::number);
    if (changes.size() > limit)
        changes.resize(limit);
    for (LoggedChange& change : changes) {
        if (change.kind != Kind::Form)
            continue;
        auto media = mediaOf(change.form.form);
        if (!media)
            return base::fail(media.error());
        change.form.media = std::move(*media);
    }
    return changes;
}

template class SqliteReading<Reader>;
template class SqliteReading<Writer>;

} // namespace tashilgar::hub::storage
