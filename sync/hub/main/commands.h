#pragma once

#include <memory>

namespace CLI {
class App;
}

/// One function for each command of `tashilgar-hub`: adds it to the command line. What a command ends with is kept in
/// \p status: 0 done, 1 could not be done, 2 wrongly asked.
namespace tashilgar::hub {

void addServe(CLI::App& app, int& status);
void addImport(CLI::App& app, int& status);
void addEnrol(CLI::App& app, int& status);
void addDevices(CLI::App& app, int& status);
void addRevoke(CLI::App& app, int& status);
void addCopyKey(CLI::App& app, int& status);
void addRecords(CLI::App& app, int& status);
void addSummary(CLI::App& app, int& status);
void addExport(CLI::App& app, int& status);
void addBundle(CLI::App& app, int& status);
void addAppUser(CLI::App& app, int& status);
void addForm(CLI::App& app, int& status);

} // namespace tashilgar::hub
