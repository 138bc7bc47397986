#pragma once

#include "app/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <filesystem>

namespace tashilgar::shell {

/// What the command line said.
struct Options {
    std::filesystem::path data;                   ///< where the tablet keeps everything
    std::filesystem::path preview;                ///< the form to show its author; then nothing is kept, and `data` is no matter
    bool gallery = false;                         ///< shows every component and question; keeps nothing, as a preview
    QString cell;                                 ///< the one piece of the gallery to draw; empty: all of them stand in the window
    std::filesystem::path shot;                   ///< the picture of it
    QString language;                             ///< "fa", "ckb" or "en"; empty: as the settings say
    QSize size;                                   ///< of the window; empty: as the screen likes it
    QString enrol;                                ///< an invitation to accept at the start
    QString position;                             ///< a position source that overrules the settings
    std::filesystem::path camera;                 ///< a folder of pictures that plays as a camera; empty: the cameras there are
    std::chrono::milliseconds trackSecond{1000};  ///< how long a second of a recorded track lasts
    bool offline = false;                         ///< never talks to a hub; so is a preview
    bool keysInFile = false;                      ///< does not ask the session's keyring; nor does a preview
    bool walk = false;                            ///< takes steps from standard input (Walk)
    std::filesystem::path shots;                  ///< where the walk puts its pictures

    /// A run whose store goes with it.
    bool keepsNothing() const { return gallery || !preview.empty(); }
};

/// Whether these arguments ask for nothing but help or the version, for which no display is needed.
bool wantsWordsOnly(int count, char** arguments);

/// Reads \p arguments, the program's name first. Ends the program after --help, --version and --try-display. Fails with base::kMalformed.
base::Result<Options> readOptions(const QStringList& arguments);

} // namespace tashilgar::shell
