#pragma once

#include "app/base/files.h"
#include "app/sqlite/database.h"
#include "sync/hub/api/hub.h"
#include "sync/hub/http/server.h"

#include <filesystem>
#include <memory>

namespace tashilgar::hub {

/// The world a hub lives in. All outlive it.
struct HubWorld {
    base::Files& files;
    const base::Clock& clock;
    base::Random& random;
    std::string vfs = {}; ///< as sqlite::OpenOptions::vfs
    sqlite::Synchronous synchronous = sqlite::Synchronous::Full; ///< less only to show what is lost without it
};

struct ServeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    bool plainHttp = false; ///< for tests on one machine
    api::Limits limits;
    /// Beyond refuse and tls, which are the hub's own.
    http::ServerOptions server;
};

/// The data folder of a hub, opened: key, rows and files, without a network. Several programs may hold one at a time.
class HubData {
public:
    /// Opens \p folder, or makes a new hub in it: a key file for its owner only, the database, the folders of blobs, the
    /// receipt key.
    static base::Result<std::unique_ptr<HubData>> open(const std::filesystem::path& folder, HubWorld world);

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
    /// \p data outlives it.
    static base::Result<std::unique_ptr<RunningHub>> start(HubData& data, const ServeOptions& options);
    ~RunningHub();

    std::uint16_t port() const;
    /// SHA-256 of the public key in its certificate; empty over plain HTTP.
    const std::string& pin() const { return m_pin; }
    void stop();

private:
    RunningHub() = default;

    std::string m_pin;
    std::unique_ptr<http::Workers> m_workers;
    std::unique_ptr<api::Hub> m_hub;
    std::unique_ptr<http::Server> m_server;
};

} // namespace tashilgar::hub
