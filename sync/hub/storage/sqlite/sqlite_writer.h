#pragma once

#include "sync/hub/storage/sqlite/sqlite_reader.h"

namespace tashilgar::hub::storage {

/// Writer over one connection, inside a transaction that somebody else begins and ends.
class SqliteWriter final : public SqliteReading<Writer> {
public:
    using SqliteReading<Writer>::SqliteReading;

    base::Result<void> setSetting(std::string_view name, std::string_view value) override;
    base::Result<void> setProgramme(const Programme& programme, const std::vector<Person>& people) override;
    base::Result<void> addDevice(const Device& device, std::string_view tokenHash) override;
    base::Result<void> revokeDevice(const base::DeviceId& device, base::Instant at) override;
    base::Result<void> addEnrolCode(const EnrolCode& code) override;
    base::Result<void> useEnrolCode(std::string_view hash, const base::DeviceId& device, base::Instant at) override;
    base::Result<void> endEnrolCodes(std::string_view username, base::Instant at) override;
    base::Result<void> publishForm(const PublishedForm& form, base::Instant at) override;
    base::Result<void> retireForm(const base::FormVersion& form) override;
    base::Result<void> reviveForm(const base::FormVersion& form) override;
    base::Result<void> setFormState(const base::FormId& form, FormState state) override;
    base::Result<void> addRecord(const Record& record) override;
    base::Result<void> setRecordBlob(const base::InstanceId& record, const BlobRef& blob) override;
    base::Result<void> addBlob(std::string_view sha256, std::uint64_t size, base::Instant at) override;
    base::Result<void> addUpload(const Upload& upload) override;
    base::Result<void> removeUpload(const base::DeviceId& device, std::string_view sha256) override;
    base::Result<void> resetList(const List& list) override;
    base::Result<void> setColumns(const base::ListName& list, const std::vector<std::string>& columns) override;
    base::Result<void> putRow(const base::ListName& list, const Row& row) override;
    base::Result<void> addStep(const base::ListName& list, std::string_view key, const RowStep& step) override;
    base::Result<void> addConflict(
        const base::ListName& list, std::string_view key, const base::InstanceId& instance, const Conflict& conflict) override;
    base::Result<void> addEntityRefusal(const EntityRefusal& refusal) override;

private:
    base::Result<std::int64_t> nextChange();
};

} // namespace tashilgar::hub::storage
