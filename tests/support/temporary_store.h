#pragma once

#include "app/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <memory>

namespace tashilgar::tests {

/// A store in a folder of its own, which can be closed and opened again as after a restart.
class TemporaryStore {
public:
    TemporaryStore() { reopen(); }

    store::Store& operator*() { return *m_store; }
    store::Store* operator->() { return m_store.get(); }
    void close() { m_store.reset(); }
    void reopen()
    {
        m_store.reset();
        auto opened = store::Store::open(path(), key, files, clock, random);
        if (!opened)
            FAIL(opened.error().text());
        m_store = std::move(*opened);
    }
    std::filesystem::path path() const { return folder / "store"; }

    TemporaryFolder folder;
    base::SystemFiles files;
    FakeClock clock;
    FakeRandom random;
    base::SecretKey key = base::SecretKey::random(random);

private:
    std::unique_ptr<store::Store> m_store;
};

} // namespace tashilgar::tests
