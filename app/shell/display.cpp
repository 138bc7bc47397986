#include "app/shell/display.h"

#include <QString>

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include <unistd.h>

namespace tashilgar::shell {
namespace {

std::vector<std::string> held; ///< what Qt says meanwhile
std::string reason; ///< its first warning

void listen(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const std::string text = message.simplified().toStdString();
    if (type == QtFatalMsg) {
        fmt::print(stderr, "tashilgar: no display can be opened: {}\n", reason.empty() ? text : reason);
        std::fflush(stderr);
        ::_exit(1); // Qt would abort
    }
    if (type == QtWarningMsg && reason.empty())
        reason = text;
    held.push_back(text);
}

} // namespace

DisplayWatch::DisplayWatch() { qInstallMessageHandler(listen); }

DisplayWatch::~DisplayWatch()
{
    qInstallMessageHandler(nullptr);
    for (const std::string& text : held)
        fmt::print(stderr, "{}\n", text);
    held.clear();
}

} // namespace tashilgar::shell
