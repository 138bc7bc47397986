#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

namespace tashilgar::tests {

/// Qt's event loop for tests that need one.
inline QCoreApplication& application()
{
    static int count = 1;
    static char name[] = "test";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication app(count, arguments);
    return app;
}

/// Lets events happen until \p condition holds; false when it does not within ten seconds.
template <class Condition>
bool eventually(Condition condition)
{
    application();
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 10'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

} // namespace tashilgar::tests
