#pragma once

#include "sync/protocol/invitation.h"
#include "tests/sync/loopback/fake_hub.h"

#include <functional>
#include <utility>
#include <vector>

namespace tashilgar::tests {

/// What can happen to one request.
enum class Mishap {
    None,
    Unreachable, ///< nothing is there
    LoseRequest, ///< the hub never sees it
    CutRequest,  ///< the hub sees half of a file's piece, and of all else nothing
    LoseAnswer,  ///< the hub did it; the answer is gone
    Delay,       ///< the hub did it; the answer comes after the tablet has given up
    Repeat,      ///< the hub sees it twice; the second answer arrives
    Busy,
    Fail,        ///< 500
    Portal,      ///< something else answers
    Late,        ///< the tablet gives up; the hub sees it after the next one, in another order than they were sent
};
/// Those that one request can meet alone; Late needs a next one.
inline constexpr Mishap kMishaps[] = {Mishap::Unreachable, Mishap::LoseRequest, Mishap::CutRequest, Mishap::LoseAnswer,
    Mishap::Delay, Mishap::Repeat, Mishap::Busy, Mishap::Fail, Mishap::Portal};

/// A wire between a tablet and a FakeHub on which a script decides what happens to each request.
class ScriptedWire final : public client::Transport {
public:
    ScriptedWire(FakeHub& hub, FakeClock& clock)
        : m_hub(&hub)
        , m_clock(&clock)
    {
    }

    /// Asked with the number of the request, from 0.
    std::function<Mishap(std::size_t)> script = [](std::size_t) { return Mishap::None; };
    std::vector<client::Request> seen;

    base::Result<client::Response> send(const client::Request& request, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return base::fail(base::kCancelled, "stopped");
        const Mishap mishap = script(seen.size());
        seen.push_back(request);
        if (!protocol::pinMatches(request.pin, m_hub->pin))
            return base::fail(client::kOtherHub, "another key");

        const auto dropped = [] { return base::fail(client::kLinkDropped, "the link dropped"); };
        switch (mishap) {
        case Mishap::None: return asked(request);
        case Mishap::Unreachable: return base::fail(client::kUnreachable, "no route");
        case Mishap::LoseRequest: return dropped();
        case Mishap::CutRequest:
            if (request.method == client::Method::Patch) {
                client::Request half = request;
                half.body.resize(half.body.size() / 2);
                m_hub->answer(half);
            }
            return dropped();
        case Mishap::LoseAnswer: m_hub->answer(request); return dropped();
        case Mishap::Delay:
            m_hub->answer(request);
            m_clock->advance(request.stallTimeout);
            return base::fail(client::kTimedOut, "no answer in time");
        case Mishap::Repeat: m_hub->answer(request); return asked(request);
        case Mishap::Busy: return plainAnswer(503);
        case Mishap::Fail: return plainAnswer(500);
        case Mishap::Portal: return plainAnswer(200, {{"Content-Type", "text/html"}}, "<html>Sign in</html>");
        case Mishap::Late: m_late.push_back(request); return dropped();
        }
        return dropped();
    }

private:
    client::Response asked(const client::Request& request)
    {
        client::Response response = m_hub->answer(request);
        response.peerPin = m_hub->pin;
        for (const client::Request& late : std::exchange(m_late, {}))
            m_hub->answer(late);
        return response;
    }

    FakeHub* m_hub;
    FakeClock* m_clock;
    std::vector<client::Request> m_late;
};

} // namespace tashilgar::tests
