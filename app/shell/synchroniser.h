#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/viewmodels/enrolment_controller.h"
#include "app/viewmodels/sync_controller.h"
#include "platform/connectivity/reachability.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace tashilgar::client {
class Worker;
}

namespace tashilgar::shell {

/// The synchroniser's thread as the screen sees it: wishes go there, its status comes back as a signal here.
class Synchroniser : public QObject {
    Q_OBJECT

public:
    /// \p folder and \p key are the store's. What is pointed at outlives it, and may be used from any thread.
    static base::Result<std::unique_ptr<Synchroniser>> start(const std::filesystem::path& folder,
        const base::SecretKey& key, base::Files& files, const base::Clock& clock, base::Random& random);
    ~Synchroniser() override;

    viewmodels::SyncController::Wishes wishes();
    void recordFinished();
    /// Joins an office, or an ODK or Kobo server; \p done is called on this thread. Then a round begins by itself.
    void join(const viewmodels::JoinWish& wish, viewmodels::EnrolmentController::Done done);
    /// What the synchroniser says now, as one more signal.
    void tellStatus();

signals:
    void statusChanged(const tashilgar::client::Status& status);

private:
    Synchroniser();
    void onStatus(const client::Status& status);

    std::unique_ptr<client::Worker> m_worker;
    std::unique_ptr<platform::Reachability> m_reachability;
    client::Reason m_logged = client::Reason::None;
};

} // namespace tashilgar::shell
