#pragma once

#include "app/sqlite/database.h"
#include "sync/hub/storage/storage.h"

namespace tashilgar::hub::storage {

base::Instant toInstant(std::int64_t milliseconds);
std::int64_t toMilliseconds(base::Instant moment);

/// How these stand in their columns.
std::string_view toText(DeviceKind kind);
std::string_view toText(FormState state);

/// The questions of Reader, put to one connection. Base is Reader or Writer: a writer reads through the same lines.
template <class Base>
class SqliteReading : public Base {
public:
    explicit SqliteReading(sqlite::Database& database)
        : m_database(database)
    {
    }

    base::Result<std::optional<std::string>> setting(std::string_view name) override;
    base::Result<Programme> programme() override;
    base::Result<std::vector<Person>> people() override;
    base::Result<std::optional<Person>> person(std::string_view username) override;
    base::Result<std::optional<Device>> deviceByTokenHash(std::string_view hash) override;
    base::Result<std::vector<Device>> devices() override;
    base::Result<std::optional<EnrolCode>> enrolCode(std::string_view hash) override;
    base::Result<std::vector<PublishedForm>> forms() override;
    base::Result<std::optional<PublishedForm>> form(const base::FormVersion& form) override;
    base::Result<FormState> formState(const base::FormId& form) override;
    base::Result<bool> isOfAForm(std::string_view sha256) override;
    base::Result<std::optional<Record>> record(const base::InstanceId& instance) override;
    base::Result<std::optional<std::string>> recordXml(const base::InstanceId& instance) override;
    base::Result<std::size_t> recordCount() override;
    base::Result<std::vector<Record>> records(
        const base::FormId& form, std::int64_t after, std::size_t limit, bool withXml, Reader::Versions versions) override;
    base::Result<base::InstanceId> newestVersionOf(const base::InstanceId& instance) override;
    base::Result<std::vector<std::string>> missingBlobs(const std::vector<BlobRef>& wanted) override;
    base::Result<std::optional<std::uint64_t>> blobSize(std::string_view sha256) override;
    base::Result<std::optional<Upload>> upload(const base::DeviceId& device, std::string_view sha256) override;
    base::Result<Reader::UploadTotals> uploadTotals(const base::DeviceId& device) override;
    base::Result<std::vector<Upload>> uploadsBefore(base::Instant moment) override;
    base::Result<std::vector<List>> lists() override;
    base::Result<std::optional<List>> list(const base::ListName& name) override;
    base::Result<std::optional<Row>> row(const base::ListName& list, std::string_view key) override;
    base::Result<std::vector<Row>> rows(const base::ListName& list, std::int64_t after, std::size_t limit) override;
    base::Result<std::int64_t> lastChangeOf(
        const base::ListName& list, const std::optional<std::vector<std::string>>& seen) override;
    base::Result<std::vector<RowStep>> stepsAfter(
        const base::ListName& list, std::string_view key, std::int64_t version) override;
    base::Result<std::vector<Conflict>> conflictsOf(const base::ListName& list, std::string_view key) override;
    base::Result<std::vector<EntityRefusal>> entityRefusals() override;
    base::Result<std::vector<std::string>> neighbourhoodsOf(std::string_view office) override;
    base::Result<std::int64_t> lastChange() override;
    base::Result<std::vector<LoggedChange>> changesAfter(
        std::int64_t after, const std::optional<std::vector<std::string>>& seen, std::size_t limit) override;

protected:
    sqlite::Database& m_database;

private:
    base::Result<std::vector<BlobRef>> blobsOf(std::int64_t record);
    base::Result<std::vector<MediaFile>> mediaOf(const base::FormVersion& form);
};

extern template class SqliteReading<Reader>;
extern template class SqliteReading<Writer>;

} // namespace tashilgar::hub::storage
