#pragma once

#include "app/exchange/store_account_book.h"
#include "app/exchange/store_outbox.h"
#include "app/store/store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/sync/kill/process.h"

#include <boost/json.hpp>

namespace tashilgar::tests {

/// A hub and a tablet as programs of their own, which can be killed at any moment. The tablet is one data folder; the app
/// (with its pages, off the screen) and `tashil` take turns on it.
class Town {
public:
    explicit Town(std::uint64_t seed);

    std::uint64_t dice(std::uint64_t below) { return m_dice.next() % below; }
    int kills() const { return m_kills; }
    /// Of those, the ones that met the app.
    int appKills() const { return m_appKills; }

    void startHub();
    void invite();
    const std::string& invitation() const { return m_invitation; }

    /// Who dies at a random moment of \p span, if anybody.
    enum class Death { Nobody, Tablet, Hub };
    /// Runs `tashil` on the tablet to its end, or to somebody's death. The reply is its exit status, nothing when it was
    /// killed.
    std::optional<int> runTashil(std::vector<std::string> what, std::chrono::milliseconds span, Death death);
    /// Runs the app, which does what \p script says (app/shell/walk.h), and ends. The hub is known to it unless \p offline.
    std::optional<int> runApp(const std::vector<boost::json::object>& script, bool offline, std::chrono::milliseconds span,
        Death death);
    /// What the tablet's program said at the last run.
    const std::string& said() const { return m_said; }
    /// That, as far as lines were whole.
    std::vector<boost::json::object> replies() const;
    static bool hasApp();

    /// A photo of some size; records share them, as they do in life.
    std::string anyPhoto() { return m_photos[dice(m_photos.size())].string(); }
    std::string write(const std::string& name, const std::string& text) const;

    std::unique_ptr<store::Store> openStore();
    client::Account account(store::Store& store);
    std::vector<client::OutgoingRecord> stillInOutbox(store::Store& store);
    boost::json::array recordsAtHub();

private:
    std::optional<int> run(Process& tablet, std::chrono::milliseconds span, Death death, int& killed);
    std::filesystem::path keyFile() const { return m_folder / "tablet/keys/store"; }

    TemporaryFolder m_folder;
    FakeRandom m_dice;
    base::SystemFiles m_files;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::vector<std::filesystem::path> m_photos;
    std::unique_ptr<Process> m_hub;
    std::uint16_t m_port = 0;
    std::string m_invitation;
    std::string m_said;
    int m_kills = 0;
    int m_appKills = 0;
};

} // namespace tashilgar::tests
