#pragma once

#include "app/base/error.h"
#include "app/shell/options.h"
#include "app/viewmodels/application.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace tashilgar::shell {

/// The app cannot start: a plain window that says what happened, that the data is safe, and what to do. In the language of
/// the settings where they can be read, else of the system. Closing it ends the program.
class TroubleWindow {
public:
    TroubleWindow(const base::Error& error, const Options& options);
    ~TroubleWindow();

    /// Null where not even this page loads.
    QQuickWindow* window() const;

private:
    viewmodels::Translator m_translator;
    QQmlApplicationEngine m_engine;
};

} // namespace tashilgar::shell
