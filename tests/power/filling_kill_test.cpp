#include "app/fieldwork/filling.h"
#include "app/fieldwork/submission_review.h"
#include "app/store/second_copy.h"
#include "tests/fieldwork/workplace.h"
#include "tests/support/counts.h"

#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace tashilgar;
using fieldwork::Filling;

namespace {

int killsWanted() { return static_cast<int>(tests::repetitions("TASHILGAR_KILLS", 20, 1000)); }

/// A tablet on the machine's own disk, with the household form and a card.
struct Tablet {
    explicit Tablet(const std::filesystem::path& folder)
        : card(folder / "card")
    {
        tests::FakeRandom keys(5);
        const auto key = base::SecretKey::random(keys);
        auto opened = store::Store::open(folder / "store", key, files, clock, random);
        if (!opened)
            return;
        store = std::move(*opened);
        fieldwork::Surroundings around;
        around.store = store.get();
        around.files = &files;
        around.clock = &clock;
        around.random = &random;
        around.zone = *base::Zone::named("Asia/Tehran");
        library = std::make_unique<fieldwork::FormLibrary>(around);
        copy.emplace(*store, files, key, card);
    }

    bool install()
    {
        const std::string xml = tests::householdForm();
        const auto content = store->attachments().add(base::bytesOf(xml));
        return content && store->forms().install({tests::kHousehold, "خانوار", content->sha256, content->size, {}}) && copy->begin();
    }

    base::SystemFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
    std::filesystem::path card;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::optional<store::SecondCopy> copy;
};

/// Fills households without end: repeats come and go, photos are attached, drafts are left, duplicated and taken up again, the
/// copy follows. One byte goes through \p pipe for each step that was accepted: a step, a finished record, a duplicate.
[[noreturn]] void fillUntilKilled(const std::filesystem::path& folder, int pipe)
{
    Tablet tablet(folder);
    const auto accepted = [&](char what, bool done) {
        if (!done || ::write(pipe, &what, 1) != 1)
            ::_exit(1);
    };
    if (!tablet.store)
        ::_exit(1);
    for (int number = 0;; ++number) {
        const std::filesystem::path photo = folder / "photo.jpg";
        std::ofstream(photo, std::ios::binary) << std::string(70'000, static_cast<char>('a' + number % 20));
        auto filling = Filling::start(*tablet.library, tests::kHousehold);
        if (!filling)
            ::_exit(1);
        accepted('a', (*filling)->answer("/data/name", fmt::format("خانه {}", number)).has_value());
        accepted('a', (*filling)->addRepeat("/data/member").has_value());
        accepted('a', (*filling)->answer("/data/member[1]/who", "علی").has_value());
        accepted('a', (*filling)->attach("/data/photo", photo).has_value());
        accepted('a', (*filling)->addRepeat("/data/member").has_value());
        accepted('a', (*filling)->removeRepeat("/data/member[1]").has_value());
        const base::DraftId draft = (*filling)->draft();
        if (!(*filling)->leave())
            ::_exit(1);
        filling->reset();
        if (number % 3 == 2) {
            const auto twin = fieldwork::SubmissionReview(*tablet.library).duplicate(draft);
            accepted('t', twin.has_value());
        }
        auto again = Filling::resume(*tablet.library, draft);
        if (!again)
            ::_exit(1);
        accepted('a', (*again)->answer("/data/age", std::to_string(number % 100)).has_value());
        accepted('f', (*again)->finish().has_value());
        if (const auto report = tablet.copy->run(); report.trouble)
            ::_exit(1);
    }
}

struct Accepted {
    std::size_t records = 0;
    std::size_t twins = 0;
    std::size_t steps = 0; ///< of the draft after the last record
};

Accepted readAccepted(int pipe, std::size_t atLeast, pid_t child)
{
    Accepted accepted;
    std::size_t seen = 0;
    for (char what = 0; ::read(pipe, &what, 1) == 1;) {
        accepted.steps = what == 'f' ? 0 : accepted.steps + (what == 'a' ? 1 : 0);
        accepted.records += what == 'f' ? 1 : 0;
        accepted.twins += what == 't' ? 1 : 0;
        if (++seen == atLeast)
            ::kill(child, SIGKILL); // what it still writes until then is read as well
    }
    return accepted;
}

/// Every draft opens with its files and can be finished.
void finishAll(Tablet& tablet, const Accepted& accepted, std::size_t records)
{
    const auto drafts = tablet.store->drafts().list();
    REQUIRE(drafts);
    CHECK(drafts->size() >= accepted.twins);
    std::size_t longest = 0;
    for (const store::DraftSummary& summary : *drafts) {
        const auto filling = Filling::resume(*tablet.library, summary.id);
        REQUIRE(filling);
        longest = std::max<std::size_t>(longest, summary.steps);
        for (const store::AttachedFile& file : (*filling)->files()) {
            const auto bytes = tablet.store->attachments().readAll(file.sha256, 1 << 20);
            REQUIRE(bytes);
            CHECK(base::Sha256::hexOf(*bytes) == file.sha256);
        }
        CHECK((*filling)->finish());
    }
    if (accepted.steps > 0 && records == accepted.records)
        CHECK(longest >= accepted.steps);
}

} // namespace

TEST_CASE("killed at any moment of filling, repeats, photos, drafts, duplicates and the copy are as they were accepted", "[power][kill]")
{
    tests::FakeRandom moments(29);
    std::size_t all = 0;
    for (int kill = 0; kill < killsWanted(); ++kill) {
        const tests::TemporaryFolder folder;
        {
            Tablet tablet(folder.path());
            REQUIRE(tablet.store);
            REQUIRE(tablet.install());
        }
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            fillUntilKilled(folder.path(), pipe[1]);
        }
        ::close(pipe[1]);
        const Accepted accepted = readAccepted(pipe[0], 1 + moments.next() % 45, child);
        ::close(pipe[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));

        Tablet tablet(folder.path());
        REQUIRE(tablet.store);
        const auto records = tablet.store->submissions().list();
        REQUIRE(records);
        CHECK(records->size() >= accepted.records);
        CHECK(records->size() <= accepted.records + 1);
        CHECK(tablet.store->recordIndex().totals()->all() == records->size());
        finishAll(tablet, accepted, records->size());

        // The copy goes on where it was, and what it has restores.
        REQUIRE_FALSE(tablet.copy->run().trouble);
        const tests::TemporaryFolder fresh;
        Tablet other(fresh.path());
        tests::FakeRandom keys(5);
        const auto restored = store::restoreCopy(*other.store, tablet.files, tablet.card, store::copyKey(base::SecretKey::random(keys)));
        REQUIRE(restored);
        CHECK(restored->records == tablet.store->submissions().list()->size());
        CHECK(restored->broken + restored->filesMissing == 0);
        all += restored->records;
    }
    CHECK(all > 0);
}
