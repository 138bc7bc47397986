#include "tests/fieldwork/workplace.h"
#include "tests/support/counts.h"

#include <fmt/format.h>

using namespace tashilgar;
using fieldwork::Filling;
using tests::PowerDisk;

namespace {

/// Seeds per cut point; Forget needs one.
std::uint64_t seedsWanted() { return tests::repetitions("TASHILGAR_POWER_SEEDS", 2, 20); }

/// What a person saw accepted: the entry after each step, and the record once it was finished.
struct Seen {
    base::DraftId draft;
    std::string snapshot; ///< after the last accepted step
    std::string attempted; ///< after the step that was under way, as it stood in memory
    std::string typed; ///< in the field of the age, not an answer yet: what was kept last
    std::string typing; ///< and what was being kept
    bool finishing = false;
    base::InstanceId record;
};

/// Fills one household to its end, as far as the disk goes.
void fillOne(tests::Workplace& place, Seen& seen)
{
    auto started = Filling::start(*place.library, tests::kHousehold);
    if (!started)
        return;
    Filling& filling = **started;
    seen.draft = filling.draft();
    const auto accepted = [&](bool done) {
        seen.attempted = filling.entry().snapshot();
        if (done)
            seen.snapshot = seen.attempted;
        place.clock.advance(std::chrono::seconds(9));
        return done;
    };
    const auto typed = [&](const char* text) {
        seen.typing = text;
        const bool done = filling.keepTyped("/data/age", text).has_value();
        if (done)
            seen.typed = text;
        return done;
    };
    const std::filesystem::path photo = "/tablet/photo.jpg";
    const bool all = typed("4") && accepted(filling.answer("/data/name", "شیرین").has_value())
        && accepted(filling.addRepeat("/data/member").has_value())
        && accepted(filling.answer("/data/member[1]/who", "علی").has_value())
        && accepted(filling.attach("/data/photo", photo).has_value()) && typed("41")
        && accepted(filling.addRepeat("/data/member").has_value())
        && accepted(filling.removeRepeat("/data/member[1]").has_value()) && filling.leave()
        && accepted(filling.answer("/data/name", "شیرین کریمی").has_value());
    if (!all)
        return;
    seen.finishing = true;
    if (const auto id = filling.finish())
        seen.record = *id;
}

/// What is not as it was seen, after the power is back.
std::vector<std::string> losses(tests::Workplace& place, const Seen& seen)
{
    std::vector<std::string> found;
    const auto records = place.store->submissions().list();
    if (!records)
        return {records.error().text()};
    if (records->size() > 1)
        found.push_back("a record is here more than once");
    if (!seen.record.empty() && (records->size() != 1 || records->front().id != seen.record))
        found.push_back("the record is gone");
    if (seen.finishing && records->size() == 1)
        return found;
    if (!records->empty())
        found.push_back("a record came from nowhere");
    if (seen.snapshot.empty() && seen.typed.empty())
        return found;
    auto resumed = Filling::resume(*place.library, seen.draft);
    if (!resumed) {
        found.push_back("the draft does not open: " + resumed.error().text());
        return found;
    }
    const std::string typed = (*resumed)->typed() ? (*resumed)->typed()->text : std::string();
    if (typed != seen.typed && typed != seen.typing)
        found.push_back("what was typed is not in the field again: " + typed);
    if (!(*resumed)->entry().view("/data/age")->value.empty())
        found.push_back("what was typed became an answer");
    const std::string snapshot = (*resumed)->entry().snapshot();
    if (seen.snapshot.empty()) // only typing so far: nothing to finish
        return found;
    if (snapshot != seen.snapshot && snapshot != seen.attempted)
        found.push_back("the entry is not the one that was seen");
    if (!(*resumed)->answer("/data/age", "41") || !(*resumed)->finish())
        found.push_back("the draft cannot be finished");
    return found;
}

} // namespace

TEST_CASE("power lost at any moment of filling leaves the entry as it was seen", "[power][fieldwork]")
{
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    {
        tests::Workplace place;
        place.file("photo.jpg", std::string(70'000, 'p'));
        before = place.disk.syncs();
        Seen seen;
        fillOne(place, seen);
        REQUIRE_FALSE(seen.record.empty());
        after = place.disk.syncs();
    }
    std::vector<std::string> all;
    std::uint64_t runs = 0;
    for (std::uint64_t at = before + 1; at <= after + 1; ++at) {
        tests::Workplace place;
        place.file("photo.jpg", std::string(70'000, 'p'));
        place.disk.cutAt(at);
        Seen seen;
        fillOne(place, seen);
        place.disk.cutNow();
        for (const auto cut : {PowerDisk::Cut::Forget, PowerDisk::Cut::Tear, PowerDisk::Cut::Reorder}) {
            for (std::uint64_t seed = 1; seed <= (cut == PowerDisk::Cut::Forget ? 1 : seedsWanted()); ++seed) {
                tests::Workplace again(place.disk.afterCut(cut, seed * 1000 + at), place.key);
                ++runs;
                for (const std::string& loss : losses(again, seen))
                    all.push_back(fmt::format("sync {}, seed {}: {}", at - before, seed, loss));
            }
        }
    }
    INFO((all.empty() ? std::string() : all.front()));
    CHECK(all.empty());
    CHECK(after - before >= 12);
    WARN(after - before + 1 << " cut points, " << runs << " runs, " << all.size() << " losses");
}
