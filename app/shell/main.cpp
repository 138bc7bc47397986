#include "app/shell/composition.h"
#include "app/shell/display.h"
#include "app/shell/end_signals.h"
#include "app/shell/gallery.h"
#include "app/shell/logging.h"
#include "app/shell/options.h"
#include "app/shell/scratch_folder.h"
#include "app/shell/trouble_window.h"
#include "app/shell/walk.h"

#include <QGuiApplication>
#include <QQuickStyle>

#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <sys/stat.h>
#include <tuple>

using namespace tashilgar;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName("tashilgar");
    QCoreApplication::setApplicationVersion(TASHILGAR_VERSION);
}

/// Tells a person on the screen, and whoever reads the terminal, why the app does not start; returns when they have read it.
int tell(const base::Error& error, const shell::Options& options)
{
    fmt::print(stderr, "tashilgar: {}\n", error.text());
    const shell::TroubleWindow trouble(error, options);
    if (!trouble.window())
        return 1;
    std::unique_ptr<shell::Walk> walk;
    if (options.walk)
        walk = std::make_unique<shell::Walk>(*trouble.window(), options.shots);
    QGuiApplication::exec();
    return 1;
}

} // namespace

int main(int count, char** arguments)
{
    ::umask(0077); // what the app writes is for its owner only
    if (shell::wantsWordsOnly(count, arguments)) {
        const QCoreApplication words(count, arguments);
        nameApplication();
        std::ignore = shell::readOptions(QCoreApplication::arguments());
    }
    std::optional<shell::DisplayWatch> display(std::in_place);
    QGuiApplication application(count, arguments);
    display.reset();
    nameApplication();
    QGuiApplication::setDesktopFileName("tashilgar");
    QQuickStyle::setStyle("Basic");

    auto options = shell::readOptions(QGuiApplication::arguments());
    if (!options) {
        fmt::print(stderr, "tashilgar: {}\n", options.error().text());
        return 2;
    }
    std::optional<shell::EndSignals> endSignals;
    std::optional<shell::ScratchFolder> scratch; // outlives everything that writes into it
    if (options->keepsNothing()) {
        auto made = shell::ScratchFolder::make();
        if (!made) {
            fmt::print(stderr, "tashilgar: {}\n", made.error().text());
            return 1;
        }
        endSignals.emplace();
        scratch.emplace(std::move(*made));
        options->data = scratch->path();
    }
    if (options->gallery) {
        const auto form = shell::unpackGallery(options->data);
        if (!form) {
            fmt::print(stderr, "tashilgar: {}\n", form.error().text());
            return 1;
        }
        options->preview = *form;
    }
    base::SystemFiles files;
    if (const auto made = base::makeFolder(files, options->data); !made)
        return tell(made.error(), *options);
    shell::startLogging(options->data);
    const auto composition = shell::Composition::make(*options);
    if (!composition)
        return tell(composition.error(), *options);
    std::unique_ptr<shell::Walk> walk;
    if (options->walk)
        walk = std::make_unique<shell::Walk>((*composition)->window(), options->shots);
    if (!options->cell.isEmpty())
        shell::drawCell((*composition)->window(), options->cell, options->shot);
    return QGuiApplication::exec();
}
