#pragma once

#include "app/fieldwork/filling.h"
#include "tests/support/catch.h"
#include "tests/support/power_files.h"
#include "tests/support/power_vfs.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include "app/store/store.h"

#include <memory>
#include <string>

namespace tashilgar::tests {

/// A small household form: a roster with an itemset from a list, a photo, a value that a replay would find changed
/// (time, random, position), a rule, and an entity.
std::string householdForm();
inline const base::FormVersion kHousehold{base::FormId("household"), "1"};

/// A store on a disk in memory, with the form and the list "relations" installed, and a form library over it.
class Workplace {
public:
    Workplace();
    /// What is left on \p left after a cut.
    Workplace(std::unique_ptr<PowerDisk> left, const base::SecretKey& key);

    /// The process dies: nothing is closed in good order but what C++ closes, and everything is opened again.
    void restart();
    void install(const base::FormVersion& version, const std::string& title, const std::string& xml);
    std::unique_ptr<fieldwork::Filling> start();
    std::unique_ptr<fieldwork::Filling> resume(const base::DraftId& draft);
    /// Writes a file outside of the store.
    std::filesystem::path file(const std::string& name, const std::string& text);

private:
    std::unique_ptr<PowerDisk> m_disk = std::make_unique<PowerDisk>();

public:
    PowerDisk& disk{*m_disk};
    PowerFiles files{disk};
    PowerVfs vfs{disk};
    FakeClock clock;
    FakeRandom random;
    base::SecretKey key = base::SecretKey::random(random);
    std::string position = "34.3 47.0 1300 5";
    std::unique_ptr<store::Store> store;
    std::unique_ptr<fieldwork::FormLibrary> library;
};

} // namespace tashilgar::tests
