#pragma once

#include "tests/support/power_disk.h"

#include <memory>
#include <string>

namespace tashilgar::tests {

/// A SQLite VFS on a PowerDisk, registered as long as this object lives. Open databases with `OpenOptions::vfs =
/// name()` (app/sqlite puts the encryption on top) and close them before it goes. Does what SQLite's own Unix VFS does:
/// the first sync of a new log or journal syncs its folder too. Tablet and hub use it alike.
class PowerVfs {
public:
    explicit PowerVfs(PowerDisk& disk);
    ~PowerVfs();
    PowerVfs(const PowerVfs&) = delete;
    PowerVfs& operator=(const PowerVfs&) = delete;

    const std::string& name() const { return m_name; }

    struct Registration;

private:
    std::string m_name;
    std::unique_ptr<Registration> m_registration;
};

} // namespace tashilgar::tests
