#include "app/shell/composition.h"
#include "app/shell/logging.h"
#include "app/shell/options.h"
#include "app/shell/walk.h"

#include <QGuiApplication>
#include <QQuickStyle>

#include <fmt/format.h>

#include <cstdio>
#include <sys/stat.h>

using namespace tashilgar;

int main(int count, char** arguments)
{
    ::umask(0077); // what the app writes is for its owner only
    QGuiApplication application(count, arguments);
    QGuiApplication::setApplicationName("tashilgar");
    QGuiApplication::setApplicationVersion(TASHILGAR_VERSION);
    QGuiApplication::setDesktopFileName("tashilgar");
    QQuickStyle::setStyle("Basic");

    const auto options = shell::readOptions(QGuiApplication::arguments());
    if (!options) {
        fmt::print(stderr, "tashilgar: {}\n", options.error().text());
        return 2;
    }
    base::SystemFiles files;
    if (const auto made = base::makeFolder(files, options->data); !made) {
        fmt::print(stderr, "tashilgar: {}\n", made.error().text());
        return 1;
    }
    shell::startLogging(options->data);
    const auto composition = shell::Composition::make(*options);
    if (!composition) {
        fmt::print(stderr, "tashilgar: {}\n", composition.error().text());
        return 1;
    }
    std::unique_ptr<shell::Walk> walk;
    if (options->walk)
        walk = std::make_unique<shell::Walk>((*composition)->window(), options->shots);
    return QGuiApplication::exec();
}
