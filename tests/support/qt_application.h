#pragma once

#include <QCoreApplication>

namespace tashilgar::tests {

/// The application object of a test program that uses Qt, made at the first call; GUI thread is the caller's. It lives as
/// long as the process: destroyed among static objects it would outlive those of Qt that were made after it.
template <class Application = QCoreApplication>
Application& qtApplication()
{
    static int count = 1;
    static char name[] = "tashilgar-test";
    static char* arguments[] = {name, nullptr};
    static auto* application = new Application(count, arguments);
    return *application;
}

} // namespace tashilgar::tests
