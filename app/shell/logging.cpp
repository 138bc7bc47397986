#include "app/shell/logging.h"

#include <QString>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace tashilgar::shell {
namespace {

constexpr std::size_t kLogSize = 1024 * 1024;
constexpr std::size_t kLogFiles = 2;

void fromQt(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const std::string text = message.toStdString();
    switch (type) {
    case QtDebugMsg:
        spdlog::debug("{}", text);
        break;
    case QtInfoMsg:
        spdlog::info("{}", text);
        break;
    case QtWarningMsg:
        spdlog::warn("{}", text);
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        spdlog::error("{}", text);
        break;
    }
}

} // namespace

void startLogging(const std::filesystem::path& folder)
{
    std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::stderr_color_sink_mt>()};
    try {
        const std::string file = (folder / "tashilgar.log").string();
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, kLogSize, kLogFiles - 1));
    } catch (const spdlog::spdlog_ex&) {
        // A log that cannot be written is no reason not to record.
    }
    auto logger = std::make_shared<spdlog::logger>("tashilgar", sinks.begin(), sinks.end());
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
    qInstallMessageHandler(fromQt);
}

} // namespace tashilgar::shell
