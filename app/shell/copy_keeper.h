#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/viewmodels/copy_controller.h"

#include <QObject>
#include <QThread>

#include <filesystem>
#include <memory>

namespace tashilgar::shell {

/// Keeps the second copy of unsent records up to date on a thread of its own, with a store of its own on the same folder:
/// after each finished record, and some seconds after anything else changed or a card came back.
class CopyKeeper : public QObject {
    Q_OBJECT

public:
    /// \p folder and \p key are the store's. What is pointed at outlives it, and may be used from any thread.
    CopyKeeper(std::filesystem::path folder, const base::SecretKey& key, base::Files& files, const base::Clock& clock,
        base::Random& random);
    ~CopyKeeper() override;

    viewmodels::CopyController::Wishes wishes();
    /// Begins; statusChanged() comes from then on.
    void start();
    void recordFinished();

signals:
    void statusChanged(const tashilgar::viewmodels::CopyStatus& status);

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread and goes with it
};

} // namespace tashilgar::shell
