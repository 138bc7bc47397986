#include "app/shell/end_signals.h"

#include <QCoreApplication>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace tashilgar::shell {
namespace {

/// A handler may do no more than write a byte; the notifier reads it in the event loop. Open as long as the process.
int pipeEnds[2] = {-1, -1};

int readingEnd()
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        qWarning("signals end the program at once: no pipe");
    return pipeEnds[0];
}

extern "C" void note(int)
{
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &one, sizeof one);
}

} // namespace

EndSignals::EndSignals()
    : m_notifier(readingEnd(), QSocketNotifier::Read)
{
    if (pipeEnds[0] < 0)
        return;
    connect(&m_notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

} // namespace tashilgar::shell
