#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/change.h"
#include "sync/protocol/message.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a hub keeps, as plain records, and the interface to keep it. Knows no rule: who may do what is the domain's.
namespace tashilgar::hub::storage {

using protocol::BlobRef;
using protocol::MediaFile;
using protocol::Person;

/// A row of this key is there already.
inline constexpr base::ErrorCode kAlreadyThere{"storage.already-there"};

struct Programme {
    std::string id;
    std::string name;
    friend bool operator==(const Programme&, const Programme&) = default;
};

/// By which door a device comes in: a tablet of ours enrols; an app user holds a token in the address, as ODK Collect does.
enum class DeviceKind { Tablet, AppUser };

struct Device {
    base::DeviceId id;
    std::string name;
    std::string username;
    std::string publicKey;
    base::Instant enrolledAt{};
    std::optional<base::Instant> revokedAt;
    DeviceKind kind = DeviceKind::Tablet;
};

/// A one-time code; of the code itself only the SHA-256 is kept.
struct EnrolCode {
    std::string hash;
    std::string username;
    base::Instant madeAt{};
    base::Instant expiresAt{};
    std::optional<base::Instant> usedAt;
    base::DeviceId usedBy; ///< the device that it bought
};

struct PublishedForm {
    base::FormVersion form;
    std::string title;
    std::string sha256; ///< of its XML, a blob
    std::uint64_t size = 0;
    std::vector<MediaFile> media;
    bool retired = false;
};

/// Whether a form takes records. Closing: what was begun, but it is no longer offered.
enum class FormState { Open, Closing, Closed };

struct Record {
    std::int64_t number = 0; ///< in the order of arrival, given by the storage
    base::InstanceId instance;
    base::FormVersion form;
    std::string sha256;
    base::DeviceId device;
    std::string username; ///< whose device it was when it came
    base::Instant madeAt{};
    base::Instant receivedAt{};
    std::string instanceName;
    base::InstanceId replaces; ///< the record that this one corrects; empty for a first one
    /// What its answers name. Without a hash where the file was named only and has not come: OpenRosa announces nothing.
    std::vector<BlobRef> blobs;
    std::string xml; ///< empty where it was not asked for
    bool encrypted = false; ///< for the holder of the form's key; xml is the manifest then
};

/// A blob that is on its way.
struct Upload {
    base::DeviceId device;
    std::string sha256;
    std::uint64_t length = 0;
    base::Instant madeAt{};
};

/// A list of rows: an entity list or a plain one.
struct List {
    base::ListName name;
    std::vector<std::string> columns; ///< `name` included
    bool entities = false;
    /// The column whose value says which neighbourhood a row belongs to; empty where all may see all rows.
    std::string scopeColumn;
};

struct Row {
    std::int64_t number = 0; ///< its place in the list, given by the storage
    std::string key;
    std::int64_t version = 1;
    std::map<std::string, std::string> values; ///< without `name`; empty ones left out
    std::string neighbourhood;                 ///< empty: for all
    std::int64_t change = 0;                   ///< its place in the change log, given by the storage
};

/// One step in the life of a row: what it changed and who asked for it.
struct RowStep {
    std::int64_t version = 1;
    base::InstanceId instance; ///< the record that asked; empty for an import
    std::string username;
    base::Instant madeAt{};     ///< on the tablet
    base::Instant receivedAt{};
    std::map<std::string, std::pair<std::string, std::string>> changes; ///< column: before, after
    std::string branch; ///< the tablet's chain of offline changes; empty outside one
};

/// Two people changed one field without knowing of each other; `kept` stands until somebody decides.
struct Conflict {
    std::string column;
    std::string before; ///< what the row had
    std::string offered; ///< what the record wanted
    std::string kept;
};

/// An entity change that could not be made, though its record is stored.
struct EntityRefusal {
    base::InstanceId instance;
    base::ListName list;
    std::string key;
    std::string code;
    std::string sentence;
};

/// One entry of the change log.
struct LoggedChange {
    std::int64_t number = 0;
    enum class Kind { Form, Retired, Reset, Row, RowGone, Programme } kind = Kind::Row;
    PublishedForm form;  ///< of Form, Retired
    List list;           ///< of Reset; its name of Row, RowGone
    Row row;             ///< of Row; its key of RowGone
};

/// A look at everything as it was at one moment. Used by one thread.
class Reader {
public:
    virtual ~Reader() = default;

    virtual base::Result<std::optional<std::string>> setting(std::string_view name) = 0;
    virtual base::Result<Programme> programme() = 0;
    virtual base::Result<std::vector<Person>> people() = 0;
    virtual base::Result<std::optional<Person>> person(std::string_view username) = 0;
    virtual base::Result<std::optional<Device>> deviceByTokenHash(std::string_view hash) = 0;
    virtual base::Result<std::vector<Device>> devices() = 0;
    virtual base::Result<std::optional<EnrolCode>> enrolCode(std::string_view hash) = 0;

    /// In the order of publication.
    virtual base::Result<std::vector<PublishedForm>> forms() = 0;
    virtual base::Result<std::optional<PublishedForm>> form(const base::FormVersion& form) = 0;
    virtual base::Result<FormState> formState(const base::FormId& form) = 0;
    /// True when a published form is made of this blob, or shows it.
    virtual base::Result<bool> isOfAForm(std::string_view sha256) = 0;

    /// Without its XML.
    virtual base::Result<std::optional<Record>> record(const base::InstanceId& instance) = 0;
    virtual base::Result<std::optional<std::string>> recordXml(const base::InstanceId& instance) = 0;
    virtual base::Result<std::size_t> recordCount() = 0;
    /// Newest: without records that another one of the same form and person replaces.
    enum class Versions { Newest, All };
    /// Up to \p limit records of \p form (of all when it is empty) after number \p after.
    virtual base::Result<std::vector<Record>> records(
        const base::FormId& form, std::int64_t after, std::size_t limit, bool withXml, Versions versions) = 0;
    /// The record at the end of the corrections of \p instance by the same person; itself where nothing replaces it.
    virtual base::Result<base::InstanceId> newestVersionOf(const base::InstanceId& instance) = 0;
    /// Those of \p wanted that are not here, sorted, each once.
    virtual base::Result<std::vector<std::string>> missingBlobs(const std::vector<BlobRef>& wanted) = 0;
    virtual base::Result<std::optional<std::uint64_t>> blobSize(std::string_view sha256) = 0;
    virtual base::Result<std::optional<Upload>> upload(const base::DeviceId& device, std::string_view sha256) = 0;
    struct UploadTotals {
        std::size_t count = 0;
        std::uint64_t bytes = 0; ///< as announced
    };
    virtual base::Result<UploadTotals> uploadTotals(const base::DeviceId& device) = 0;
    virtual base::Result<std::vector<Upload>> uploadsBefore(base::Instant moment) = 0;

    virtual base::Result<std::vector<List>> lists() = 0;
    virtual base::Result<std::optional<List>> list(const base::ListName& name) = 0;
    virtual base::Result<std::optional<Row>> row(const base::ListName& list, std::string_view key) = 0;
    /// Up to \p limit rows in the order of the list, after Row::number \p after (0: from the first).
    virtual base::Result<std::vector<Row>> rows(const base::ListName& list, std::int64_t after, std::size_t limit) = 0;
    /// The last change of \p list that is seen from the neighbourhoods of \p seen (none: from all); 0 where there is no such list.
    virtual base::Result<std::int64_t> lastChangeOf(
        const base::ListName& list, const std::optional<std::vector<std::string>>& seen) = 0;
    /// Steps above \p version, oldest first.
    virtual base::Result<std::vector<RowStep>> stepsAfter(
        const base::ListName& list, std::string_view key, std::int64_t version) = 0;
    /// In the order they arose.
    virtual base::Result<std::vector<Conflict>> conflictsOf(const base::ListName& list, std::string_view key) = 0;
    virtual base::Result<std::vector<EntityRefusal>> entityRefusals() = 0;
    /// Codes of the neighbourhoods that an office serves.
    virtual base::Result<std::vector<std::string>> neighbourhoodsOf(std::string_view office) = 0;

    virtual base::Result<std::int64_t> lastChange() = 0;
    /// Up to \p limit changes after \p after, oldest first; rows of other neighbourhoods than \p seen are left out (no
    /// list of neighbourhoods: all are seen).
    virtual base::Result<std::vector<LoggedChange>> changesAfter(
        std::int64_t after, const std::optional<std::vector<std::string>>& seen, std::size_t limit) = 0;
};

/// The same inside a transaction, and able to write. Used only within the job it was handed to.
class Writer : public Reader {
public:
    virtual base::Result<void> setSetting(std::string_view name, std::string_view value) = 0;
    virtual base::Result<void> setProgramme(const Programme& programme, const std::vector<Person>& people) = 0;
    /// Fails with kAlreadyThere.
    virtual base::Result<void> addDevice(const Device& device, std::string_view tokenHash) = 0;
    virtual base::Result<void> revokeDevice(const base::DeviceId& device, base::Instant at) = 0;
    virtual base::Result<void> addEnrolCode(const EnrolCode& code) = 0;
    virtual base::Result<void> useEnrolCode(std::string_view hash, const base::DeviceId& device, base::Instant at) = 0;
    /// Codes of \p username that nobody used are out of time from \p at on.
    virtual base::Result<void> endEnrolCodes(std::string_view username, base::Instant at) = 0;

    virtual base::Result<void> publishForm(const PublishedForm& form, base::Instant at) = 0;
    virtual base::Result<void> retireForm(const base::FormVersion& form) = 0;
    /// A retired version is offered again.
    virtual base::Result<void> reviveForm(const base::FormVersion& form) = 0;
    virtual base::Result<void> setFormState(const base::FormId& form, FormState state) = 0;
    /// Fails with kAlreadyThere when its instanceID is taken.
    virtual base::Result<void> addRecord(const Record& record) = 0;
    /// What is known now of the file \p blob.name of \p record; \p record names it already.
    virtual base::Result<void> setRecordBlob(const base::InstanceId& record, const BlobRef& blob) = 0;
    /// Only after the file is safe on disk.
    virtual base::Result<void> addBlob(std::string_view sha256, std::uint64_t size, base::Instant at) = 0;
    virtual base::Result<void> addUpload(const Upload& upload) = 0;
    virtual base::Result<void> removeUpload(const base::DeviceId& device, std::string_view sha256) = 0;

    /// Begins a list anew, empty.
    virtual base::Result<void> resetList(const List& list) = 0;
    virtual base::Result<void> setColumns(const base::ListName& list, const std::vector<std::string>& columns) = 0;
    /// Adds or replaces the row and puts it at the end of the change log.
    virtual base::Result<void> putRow(const base::ListName& list, const Row& row) = 0;
    virtual base::Result<void> addStep(const base::ListName& list, std::string_view key, const RowStep& step) = 0;
    virtual base::Result<void> addConflict(
        const base::ListName& list, std::string_view key, const base::InstanceId& instance, const Conflict& conflict) = 0;
    virtual base::Result<void> addEntityRefusal(const EntityRefusal& refusal) = 0;
};

/// Keeps everything. Any thread may call.
class Storage {
public:
    using ReadJob = std::function<base::Result<void>(Reader&)>;
    using WriteJob = std::function<base::Result<void>(Writer&)>;
    using Done = std::function<void(base::Result<void>)>;

    virtual ~Storage() = default;

    /// Runs \p job on this thread over one snapshot.
    virtual base::Result<void> read(const ReadJob& job) = 0;
    /// Runs \p job soon, on the writer's thread, and calls \p done there when what it wrote is durable. Jobs that wait at
    /// the same time share one transaction; a job that fails is undone alone and its error handed to \p done. When the
    /// shared commit fails, all of them have failed and nothing of them is kept.
    virtual void write(WriteJob job, Done done) = 0;
    /// write(), waiting for it.
    base::Result<void> writeNow(WriteJob job);
    /// How many commits there were; fewer than jobs when they came together.
    virtual std::uint64_t commits() const = 0;
};

} // namespace tashilgar::hub::storage
