#include "tests/power/store_walk.h"
#include "tests/support/catch.h"
#include "tests/support/counts.h"

using namespace tashilgar;
using tests::PowerDisk;
using tests::PowerFiles;
using tests::Promises;
using Pretend = tests::PowerFiles::Pretend;

namespace {

/// Seeds per cut point; Forget needs one.
std::uint64_t seedsWanted() { return tests::repetitions("TASHILGAR_POWER_SEEDS", 3, 30); }

struct Outcome {
    std::uint64_t cutPoints = 0;
    std::uint64_t runs = 0;
    std::vector<std::string> losses; ///< "sync 12, reorder 3: the draft second is gone"
};

/// The walk, cut before each of its syncs and once at its end, in each way.
Outcome cutEverywhere(Pretend pretend, sqlite::Synchronous synchronous, sqlite::Cipher cipher = sqlite::Cipher::Aegis)
{
    Outcome outcome;
    {
        PowerDisk disk;
        Promises promises;
        REQUIRE(tests::walk(disk, promises, pretend, synchronous, cipher));
        outcome.cutPoints = disk.syncs() + 1;
    }
    for (std::uint64_t at = 1; at <= outcome.cutPoints; ++at) {
        PowerDisk disk;
        disk.cutAt(at);
        Promises promises;
        tests::walk(disk, promises, pretend, synchronous, cipher);
        for (const auto& [cut, name] : {std::pair(PowerDisk::Cut::Forget, "forget"),
                 std::pair(PowerDisk::Cut::Tear, "tear"), std::pair(PowerDisk::Cut::Reorder, "reorder")}) {
            for (std::uint64_t seed = 1; seed <= (cut == PowerDisk::Cut::Forget ? 1 : seedsWanted()); ++seed) {
                const auto left = disk.afterCut(cut, seed * 1000 + at);
                ++outcome.runs;
                for (const std::string& loss : tests::losses(*left, promises))
                    outcome.losses.push_back(
                        "sync " + std::to_string(at) + ", " + name + " " + std::to_string(seed) + ": " + loss);
            }
        }
    }
    return outcome;
}

bool anyHas(const std::vector<std::string>& sentences, std::string_view words)
{
    return std::any_of(
        sentences.begin(), sentences.end(), [&](const std::string& s) { return s.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("power lost at any moment takes nothing that the store accepted", "[power][store]")
{
    const auto cipher = GENERATE(sqlite::Cipher::Aegis, sqlite::Cipher::ChaCha20);
    const Outcome outcome = cutEverywhere(Pretend::Nothing, sqlite::Synchronous::Full, cipher);
    INFO(outcome.cutPoints << " cut points, " << outcome.runs << " runs");
    std::string first;
    for (std::size_t i = 0; i < outcome.losses.size() && i < 10; ++i)
        first += outcome.losses[i] + "\n";
    INFO(first);
    CHECK(outcome.losses.empty());
    CHECK(outcome.cutPoints > 40);
    WARN(outcome.cutPoints << " cut points, " << outcome.runs << " runs, " << outcome.losses.size() << " losses");
}

TEST_CASE("without synchronous commits the same walk is caught losing answers", "[power][store]")
{
    const Outcome outcome = cutEverywhere(Pretend::Nothing, sqlite::Synchronous::Off);
    CHECK(anyHas(outcome.losses, "answer"));
}

TEST_CASE("without the sync of an attachment's file the same walk is caught losing its bytes", "[power][store]")
{
    const Outcome outcome = cutEverywhere(Pretend::FileSync, sqlite::Synchronous::Full);
    CHECK(anyHas(outcome.losses, "is named in a row"));
}

TEST_CASE("without the sync of the attachments' folder the same walk is caught losing files", "[power][store]")
{
    const Outcome outcome = cutEverywhere(Pretend::FolderSync, sqlite::Synchronous::Full);
    CHECK(anyHas(outcome.losses, "is named in a row"));
}
