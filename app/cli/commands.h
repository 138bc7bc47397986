#pragma once

#include <CLI/CLI.hpp>

namespace tashilgar::cli {

/// Each command adds itself below its group and sets \p status when it has run: 0 done, 1 the work failed and standard
/// error says why, 2 used wrongly. One file each.
void addFormBench(CLI::App& form, int& status);
void addFormCheck(CLI::App& form, int& status);
void addFormConvert(CLI::App& form, int& status);
void addFormEval(CLI::App& form, int& status);
void addFormPreview(CLI::App& form, int& status);
void addFormPrint(CLI::App& form, int& status);
void addFormSession(CLI::App& form, int& status);
void addSyncEnrol(CLI::App& sync, int& status);
void addSyncBundle(CLI::App& sync, int& status);
void addSyncList(CLI::App& sync, int& status);
void addSyncRun(CLI::App& sync, int& status);
void addFill(CLI::App& app, int& status);
void addCopy(CLI::App& app, int& status);

} // namespace tashilgar::cli
