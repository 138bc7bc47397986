#pragma once

#include "sync/hub/domain/programme_import.h"
#include "sync/hub/main/composition.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/change.h"
#include "sync/protocol/message.h"
#include "sync/protocol/receipt.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/sync/hub/http_client.h"

#include <memory>
#include <string>

namespace tashilgar::tests {

/// The form "house", version 1: a name, a status and a photo; creates and updates rows of `households`.
extern const std::string kHouseForm;

/// A submission of it. Without \p baseVersion the household is created, else updated.
struct HouseVisit {
    std::string instance = "uuid:11111111-0000-4000-8000-000000000001";
    std::string household = "aaaaaaaa-0000-4000-8000-000000000001";
    std::string neighbourhood = "JFR";
    std::string status = "done";
    std::string photo;       ///< file name
    std::string baseVersion; ///< empty: a new household
    std::string trunkVersion; ///< of a branch
    std::string branchId;     ///< empty: made with the hub's row at hand
    std::string version = "1";
    std::string corrects; ///< the instanceID of the record that this one corrects

    std::string xml() const;
    /// As it travels; \p photoBytes are announced under `photo`.
    protocol::BatchRecord record(std::string_view photoBytes = {}) const;
};

/// A programme of two offices: office_1 serves JFR, office_2 DLT; n.karimi and z.ahmadi work there, p.bagheri sees all.
hub::domain::ProgrammeFiles smallProgramme();

/// A hub with that programme in a folder of its own, over the system's files unless told otherwise.
class OfficeHub {
public:
    explicit OfficeHub(bool tls = false, hub::ServeOptions options = {}, base::Files* files = nullptr);

    hub::HubData& data() { return *m_data; }
    hub::RunningHub& running() { return *m_running; }
    std::uint16_t port() const { return m_running->port(); }
    /// Ends the hub and starts it again over the same folder.
    void restart();
    std::string invite(const std::string& username);

    FakeClock clock;

private:
    void start();

    TemporaryFolder m_folder;
    base::SystemFiles m_systemFiles;
    base::Files* m_files;
    base::SystemRandom m_random;
    hub::ServeOptions m_options;
    std::unique_ptr<hub::HubData> m_data;
    std::unique_ptr<hub::RunningHub> m_running;
};

/// A tablet as far as the wire sees it.
class Tablet {
public:
    /// Enrols \p username; `enrolled` holds what the hub answered.
    Tablet(OfficeHub& office, const std::string& username, bool tls = false);

    HttpAnswer ask(std::string_view method, std::string_view path, std::vector<std::pair<std::string, std::string>> headers = {},
        std::string_view body = {});
    /// The receipts for \p records, which the hub must answer with 200.
    std::vector<protocol::Receipt> push(const std::vector<protocol::BatchRecord>& records);
    std::vector<protocol::Receipt> askReceipts(const std::vector<protocol::BatchRecord>& records);
    /// Creates and appends in one go; the status of the last answer.
    int upload(std::string_view bytes);
    protocol::ChangePage pull(const std::string& cursor = {}, std::size_t limit = 1000);
    /// What a complete receipt must prove of \p record.
    bool proves(const protocol::Receipt& receipt, const protocol::BatchRecord& record) const;

    protocol::EnrolReply enrolled;

private:
    OfficeHub& m_office;
    bool m_tls;
};

std::vector<protocol::ReceiptQuestion> questionsOf(const std::vector<protocol::BatchRecord>& records);
/// The receipts of an answer, packed or not, each with the name of what was asked in its place.
std::vector<protocol::Receipt> receiptsIn(const HttpAnswer& answer, const std::vector<protocol::ReceiptQuestion>& asked);

} // namespace tashilgar::tests
