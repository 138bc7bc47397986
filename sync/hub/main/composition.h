#pragma once

#include "app/base/files.h"
#include "app/base/folder_lock.h"
#include "app/sqlite/database.h"
#include "sync/hub/api/hub.h"
#include "sync/hub/http/server.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

namespace tashilgar::hub {

/// The world a hub lives in. All outlive it.
struct HubWorld {
    base::Files& files;
    const base::Clock& clock;
    base::Random& random;
    std::string vfs = {}; ///< as sqlite::OpenOptions::vfs
    sqlite::Synchronous synchronous = sqlite::Synchronous::Full; ///< less only to show what is lost without it
    bool alone = false; ///< no other program can reach the folder, and nothing can lock it: a disk inside a test
};

struct ServeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    bool plainHttp = false; ///< for tests on one machine
    std::string publicUrl; ///< as api::Hub::publicUrl
    api::Limits limits;
    std::chrono::milliseconds sweepEvery = std::chrono::hours(24); ///< how often old partial uploads are forgotten
    /// Beyond refuse and tls, which are the hub's own.
    http::ServerOptions server;
};

/// Another program serves the folder, or imports into it.
inline constexpr base::ErrorCode kFolderInUse{"hub.folder-in-use"};

/// The data folder of a hub, opened: key, rows and files, without a network. Several programs may have it open at a time:
/// what is made once is made by one of them while the others wait, one of them serves, and one imports.
class HubData {
public:
    /// Opens \p folder, or makes a new hub in it: a key file for its owner only, the database, the folders of blobs, the
    /// receipt key.
    static base::Result<std::unique_ptr<HubData>> open(const std::filesystem::path& folder, HubWorld world);

    /// Key and certificate of its TLS; made where there are none.
    base::Result<http::TlsIdentity> tlsIdentity();
    /// What one program does with a folder at a time.
    enum class Work { Making, Serving, Importing };
    /// Keeps other programs from the same work while it lives; no lock where the hub is alone. Fails with kFolderInUse when
    /// another one still does it after \p patience.
    base::Result<std::optional<base::FolderLock>> lockFor(Work work, std::chrono::milliseconds patience);

    HubWorld world;
    std::filesystem::path folder;
    std::unique_ptr<storage::Storage> storage;
    std::unique_ptr<storage::BlobFiles> blobs;
    std::unique_ptr<domain::FormLibrary> forms;
    std::unique_ptr<domain::HubIdentity> identity;

private:
    explicit HubData(HubWorld world_)
        : world(std::move(world_))
    {
    }
};

/// A hub that answers. Destroying it stops it: what was acknowledged is safe at any moment.
class RunningHub {
public:
    /// \p data outlives it. Fails with kFolderInUse while another program serves the same folder, with http::kCannotListen.
    static base::Result<std::unique_ptr<RunningHub>> start(HubData& data, const ServeOptions& options);
    ~RunningHub();

    std::uint16_t port() const;
    /// SHA-256 of the public key in its certificate; empty over plain HTTP.
    const std::string& pin() const { return m_pin; }
    void stop();

private:
    RunningHub() = default;

    std::optional<base::FolderLock> m_lock; ///< while it is held, partial uploads are this program's alone
    std::string m_pin;
    std::unique_ptr<http::Workers> m_workers;
    std::unique_ptr<api::Hub> m_hub;
    std::unique_ptr<http::Server> m_server;
    std::jthread m_sweeper;
};

} // namespace tashilgar::hub
