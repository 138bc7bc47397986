#pragma once

#include "tests/support/qt_application.h"

#include <QElapsedTimer>
#include <QEventLoop>

namespace tashilgar::tests {

/// Lets events happen until \p condition holds; false when it does not within ten seconds.
template <class Condition>
bool eventually(Condition condition)
{
    qtApplication();
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
