#pragma once

#include "sync/client/beast/beast_transport.h"

#ifdef TASHILGAR_WITH_QT
#include "sync/client/qt/qt_transport.h"
#include "tests/support/qt_application.h"
#endif

namespace tashilgar::tests {

#ifdef TASHILGAR_WITH_QT
/// Qt wants its application before its first socket.
struct WithApplication final : client::Transport {
    WithApplication() { qtApplication(); }
    base::Result<client::Response> send(const client::Request& request, std::stop_token stop) override
    {
        return transport.send(request, stop);
    }
    client::QtTransport transport;
};
#define TASHILGAR_TRANSPORTS client::BeastTransport, WithApplication
#else
#define TASHILGAR_TRANSPORTS client::BeastTransport
#endif

} // namespace tashilgar::tests
