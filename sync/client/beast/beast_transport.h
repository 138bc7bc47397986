#pragma once

#include "sync/client/transport.h"

#include <memory>

namespace tashilgar::client {

/// Transport over Boost.Beast and OpenSSL, for programs without Qt: the command line, and a hub that forwards.
class BeastTransport final : public Transport {
public:
    BeastTransport();
    ~BeastTransport() override;
    base::Result<Response> send(const Request& request, std::stop_token stop) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::client
