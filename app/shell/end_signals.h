#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace tashilgar::shell {

/// Ends the program in good order, as closing its window does, when the terminal or the session asks for it: SIGINT,
/// SIGTERM, SIGHUP. Asked a second time it ends at once. One per process, on the GUI thread.
class EndSignals : public QObject {
    Q_OBJECT

public:
    EndSignals();

private:
    QSocketNotifier m_notifier;
};

} // namespace tashilgar::shell
