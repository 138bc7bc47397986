#pragma once

#include "sync/client/transport.h"

#include <memory>

namespace tashilgar::client {

/// Transport over Qt Network. Blocks its thread in an event loop of its own; that thread need not be one of Qt's, but a
/// QCoreApplication must live somewhere. Never goes through a proxy: a hub is near.
class QtTransport final : public Transport {
public:
    QtTransport();
    ~QtTransport() override;
    base::Result<Response> send(const Request& request, std::stop_token stop) override;

private:
    struct State;
    std::unique_ptr<State> m_state; ///< made on the thread that first sends, and let go there
};

} // namespace tashilgar::client
