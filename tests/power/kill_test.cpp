#include "app/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/counts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace tashilgar;

namespace {

int killsWanted() { return static_cast<int>(tests::repetitions("TASHILGAR_KILLS", 20, 1000)); }

base::SecretKey key()
{
    tests::FakeRandom random(5);
    return base::SecretKey::random(random);
}

std::unique_ptr<store::Store> openStore(
    const std::filesystem::path& folder, base::Files& files, const base::Clock& clock, base::Random& random)
{
    auto opened = store::Store::open(folder, key(), files, clock, random);
    return opened ? std::move(*opened) : nullptr;
}

/// Answers, attaches and finalises without end; one byte goes through \p pipe for each step that was accepted.
[[noreturn]] void workUntilKilled(const std::filesystem::path& folder, int pipe)
{
    base::SystemFiles files;
    base::SystemClock clock;
    tests::FakeRandom random;
    const auto store = openStore(folder, files, clock, random);
    for (int record = 0; store; ++record) {
        const base::DraftId draft(std::to_string(record));
        store::NewSubmission submission;
        submission.id = base::InstanceId("uuid:" + draft.value());
        submission.form = {base::FormId("f"), "1"};
        submission.xml = "<a>" + draft.value() + "</a>";
        submission.draft = draft;
        const auto accepted = [&](char what, bool done) {
            if (!done || ::write(pipe, &what, 1) != 1)
                ::_exit(1);
        };
        accepted('d', store->drafts().create({draft, submission.form, {}, "s", "<a/>", clock.now()}).has_value());
        for (int i = 0; i < 4; ++i) {
            const store::JournalStep step{store::JournalStep::Kind::Answer, "/a", std::to_string(i), clock.now(), {}};
            accepted('a', store->drafts().append(draft, std::span(&step, 1), "").has_value());
        }
        const auto content = store->attachments().add(base::Bytes(80'000, static_cast<std::byte>(record)));
        if (!content)
            ::_exit(1);
        submission.files = {{"1.jpg", content->sha256, content->size, "image/jpeg"}};
        accepted('f', store->submissions().finalise(submission).has_value());
    }
    ::_exit(1);
}

/// Everything that was accepted: how many records, and how many answers of the draft after the last of them.
struct Accepted {
    std::size_t records = 0;
    std::size_t answers = 0;
    bool draft = false;
};

Accepted readAccepted(int pipe, std::size_t atLeast, pid_t child)
{
    Accepted accepted;
    std::size_t seen = 0;
    for (char what = 0; ::read(pipe, &what, 1) == 1;) {
        accepted.draft = what == 'd' || (accepted.draft && what != 'f');
        accepted.answers = what == 'a' ? accepted.answers + 1 : 0;
        accepted.records += what == 'f' ? 1 : 0;
        if (++seen == atLeast)
            ::kill(child, SIGKILL); // what it still writes until then is read as well
    }
    return accepted;
}

} // namespace

TEST_CASE("a process killed at any moment has kept every step that it reported", "[power][kill]")
{
    tests::FakeRandom moments(17);
    std::size_t records = 0;
    for (int kill = 0; kill < killsWanted(); ++kill) {
        const tests::TemporaryFolder folder;
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            workUntilKilled(folder / "store", pipe[1]);
        }
        ::close(pipe[1]);
        const Accepted accepted = readAccepted(pipe[0], 1 + moments.next() % 40, child);
        ::close(pipe[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));

        base::SystemFiles files;
        base::SystemClock clock;
        tests::FakeRandom random;
        const auto store = openStore(folder / "store", files, clock, random);
        REQUIRE(store);
        const auto present = store->submissions().list();
        REQUIRE(present);
        // The one under way when the kill came may be there too.
        CHECK(present->size() >= accepted.records);
        CHECK(present->size() <= accepted.records + 1);
        for (const store::SubmissionSummary& summary : *present) {
            const auto record = store->submissions().read(summary.id);
            REQUIRE(record);
            CHECK(base::Sha256::hexOf(base::bytesOf(record->xml)) == summary.sha256);
            REQUIRE(record->files.size() == 1);
            const auto bytes = store->attachments().readAll(record->files.front().sha256, 1 << 20);
            REQUIRE(bytes);
            CHECK(base::Sha256::hexOf(*bytes) == record->files.front().sha256);
        }
        if (accepted.draft && present->size() == accepted.records) {
            const auto draft = store->drafts().read(base::DraftId(std::to_string(accepted.records)));
            REQUIRE(draft);
            CHECK(draft->journal.size() >= accepted.answers);
        }
        records += present->size();
    }
    CHECK(records > 0);
}
