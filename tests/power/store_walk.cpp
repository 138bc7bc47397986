#include "tests/power/store_walk.h"

#include <fmt/format.h>
#include <set>

namespace tashilgar::tests {
namespace {

const std::filesystem::path kFolder = "/tablet/store";
const base::FormVersion kForm{base::FormId("household"), "3"};
constexpr std::string_view kFormXml = "<h:html>the form</h:html>";
constexpr std::string_view kMedium = "a map, in PNG";

base::SecretKey key()
{
    FakeRandom random(7);
    return base::SecretKey::random(random);
}

base::Result<std::unique_ptr<store::Store>> openStore(PowerFiles& files, const base::Clock& clock, base::Random& random,
    const PowerVfs& vfs, sqlite::Synchronous synchronous)
{
    store::StoreOptions options;
    options.vfs = vfs.name();
    options.recordsSynchronous = synchronous;
    return store::Store::open(kFolder, key(), files, clock, random, options);
}

/// As an earlier run on this disk would have.
base::Result<void> chooseCipher(PowerFiles& files, sqlite::Cipher cipher)
{
    TASHILGAR_TRY(base::makeFolder(files, kFolder));
    return files.writeWhole(kFolder / "cipher", base::bytesOf(cipher == sqlite::Cipher::Aegis ? "aegis" : "chacha20"));
}

/// A content larger than one sealed chunk, so that a cut can fall between two.
base::Bytes photo(char letter) { return base::Bytes(100'000, static_cast<std::byte>(letter)); }

/// One walk. Each step writes down its promise when the store has accepted it.
class Walker {
public:
    Walker(store::Store& store, FakeClock& clock, Promises& promises)
        : m_store(store)
        , m_clock(clock)
        , m_promises(promises)
    {
    }

    base::Result<void> morning()
    {
        TASHILGAR_TRY(receiveForm());
        TASHILGAR_TRY(begin("first"));
        for (int i = 0; i < 3; ++i)
            TASHILGAR_TRY(answer("first", fmt::format("answer {}", i)));
        TASHILGAR_TRY(attach("first", 'a'));
        TASHILGAR_TRY(m_store.drafts().keepTyped(base::DraftId("first"), {"/data/name", "half a na"}));
        TASHILGAR_TRY(m_store.drafts().saveSnapshot(base::DraftId("first"), "<later/>"));
        TASHILGAR_TRY(answer("first", "after the snapshot"));
        TASHILGAR_TRY(begin("second"));
        TASHILGAR_TRY(answer("second", "stays a draft"));
        TASHILGAR_TRY(finalise("first"));
        TASHILGAR_TRY(m_store.checkpoint());
        TASHILGAR_TRY(answer("second", "after a checkpoint"));
        TASHILGAR_TRY(receipt("first"));
        TASHILGAR_TRY(begin("third"));
        TASHILGAR_TRY(attach("third", 'b'));
        TASHILGAR_TRY(attach("third", 'c'));
        TASHILGAR_TRY(finalise("third"));
        TASHILGAR_TRY(receiveRows());
        TASHILGAR_TRY(attach("second", 'd'));
        return answer("second", "the last one");
    }

private:
    base::Result<void> receiveForm()
    {
        store::ArrivingPage page;
        page.forms = {{kForm, "خانوار", base::Sha256::hexOf(base::bytesOf(kFormXml)), kFormXml.size(),
            {{"map.png", base::Sha256::hexOf(base::bytesOf(kMedium)), kMedium.size()}}}};
        page.lists = {{base::ListName("blocks"), true, {"name"}, {{"B01", 1, {{"name", "B01"}}}}, {}}};
        page.cursor = "1";
        TASHILGAR_TRY(m_store.arrivals().apply(page));
        for (const std::string_view content : {kFormXml, kMedium})
            TASHILGAR_TRY(m_store.attachments().add(base::bytesOf(content)).map([](const auto&) {}));
        TASHILGAR_TRY(m_store.arrivals().installComplete().map([](std::uint32_t) {}));
        m_promises.forms.push_back(kForm.version);
        return {};
    }

    base::Result<void> receiveRows()
    {
        store::ArrivingPage page;
        page.lists = {{base::ListName("blocks"), false, {}, {{"B02", 1, {{"name", "B02"}}}}, {}}};
        page.cursor = "2";
        return m_store.arrivals().apply(page);
    }

    base::Result<void> begin(const std::string& draft)
    {
        TASHILGAR_TRY(m_store.drafts().create({base::DraftId(draft), kForm, {}, "seed", "<first/>", m_clock.now()}));
        m_promises.drafts[draft];
        return {};
    }

    base::Result<void> answer(
        const std::string& draft, const std::string& value, std::vector<store::AttachedFile> files = {})
    {
        m_clock.advance(std::chrono::seconds(7));
        const store::JournalStep step{store::JournalStep::Kind::Answer, "/data/q", value, m_clock.now(), {}};
        TASHILGAR_TRY(m_store.drafts().append(base::DraftId(draft), std::span(&step, 1), "name", files));
        m_promises.drafts[draft].push_back(value);
        return {};
    }

    base::Result<void> attach(const std::string& draft, char letter)
    {
        const auto content = m_store.attachments().add(photo(letter));
        if (!content)
            return base::fail(content.error());
        const std::string name = std::string(1, letter) + ".jpg";
        m_files[draft].push_back({name, content->sha256, content->size, "image/jpeg"});
        return answer(draft, name, {m_files[draft].back()});
    }

    base::Result<void> finalise(const std::string& draft)
    {
        m_promises.finalising = draft;
        store::NewSubmission submission;
        submission.id = base::InstanceId("uuid:" + draft);
        submission.form = kForm;
        submission.name = draft;
        submission.xml = "<data>" + draft + "</data>";
        submission.draft = base::DraftId(draft);
        submission.files = m_files[draft];
        submission.found = {"JFR", "JFR-B03", "B03-017", draft, {}};
        submission.entities
            = {{base::ListName("households"), base::EntityId(draft), true, false, draft, {}, "", "", "b"}};
        TASHILGAR_TRY(m_store.submissions().finalise(submission));
        m_promises.finalising.clear();
        m_promises.drafts.erase(draft);
        m_promises.records[submission.id.value()] = submission.xml;
        m_promises.filesOfRecord[submission.id.value()] = submission.files.size();
        return {};
    }

    base::Result<void> receipt(const std::string& draft)
    {
        const base::InstanceId id("uuid:" + draft);
        std::vector<std::string> hashes;
        for (const store::AttachedFile& file : m_files[draft])
            hashes.push_back(file.sha256);
        TASHILGAR_TRY(m_store.submissions().noteAttempt(id, "", ""));
        TASHILGAR_TRY(m_store.submissions().noteAnswer(id, {store::SubmissionState::Partial, hashes, {}, {}}));
        for (const std::string& sha256 : hashes)
            TASHILGAR_TRY(m_store.submissions().noteArrived(sha256));
        TASHILGAR_TRY(m_store.submissions().keepReceipt(
            id, {"signed", "signature", "key", "office", m_clock.now(), m_clock.now()}));
        m_promises.safe.push_back(id.value());
        return {};
    }

    store::Store& m_store;
    FakeClock& m_clock;
    Promises& m_promises;
    std::map<std::string, std::vector<store::AttachedFile>> m_files;
};

/// Looks at a reopened store.
class Judge {
public:
    Judge(store::Store& store, const Promises& promises)
        : m_store(store)
        , m_promises(promises)
    {
    }

    std::vector<std::string> losses()
    {
        forms();
        drafts();
        records();
        lists();
        return std::move(m_losses);
    }

private:
    void lost(std::string sentence) { m_losses.push_back(std::move(sentence)); }

    void content(const store::AttachedFile& file)
    {
        const auto bytes = m_store.attachments().readAll(file.sha256, 1 << 20);
        if (!bytes)
            lost(fmt::format("the file {} is named in a row: {}", file.name, bytes.error().text()));
        else if (base::Sha256::hexOf(*bytes) != file.sha256)
            lost(fmt::format("the file {} has other bytes than its name", file.name));
    }

    void forms()
    {
        for (const std::string& version : m_promises.forms) {
            const auto form = m_store.forms().find({kForm.form, version});
            if (!form) {
                lost("a form that was installed is gone");
                continue;
            }
            for (const store::FormMedia& medium : form->media)
                content({medium.name, medium.sha256, medium.size, {}});
        }
    }

    void drafts()
    {
        const auto present = m_store.drafts().list();
        if (!present)
            return lost("the drafts cannot be listed: " + present.error().text());
        std::set<std::string> ids;
        for (const store::DraftSummary& summary : *present) {
            ids.insert(summary.id.value());
            const auto draft = m_store.drafts().read(summary.id);
            if (!draft)
                return lost("a draft cannot be read: " + draft.error().text());
            if (draft->firstSnapshot.empty() || draft->journal.size() < draft->snapshotSteps)
                lost("a draft has lost its beginning");
            for (const store::AttachedFile& file : draft->files)
                content(file);
        }
        for (const auto& [id, answers] : m_promises.drafts) {
            const bool finalised
                = id == m_promises.finalising && m_store.submissions().read(base::InstanceId("uuid:" + id));
            if (finalised && ids.contains(id))
                lost(fmt::format("{} is a draft and a record at once", id));
            if (finalised)
                continue;
            const auto draft = m_store.drafts().read(base::DraftId(id));
            if (!draft) {
                lost(fmt::format("the draft {} is gone", id));
                continue;
            }
            for (std::size_t i = 0; i < answers.size(); ++i) {
                if (i >= draft->journal.size() || draft->journal[i].value != answers[i])
                    lost(fmt::format("answer {} of the draft {} is gone", i + 1, id));
            }
        }
        for (const auto& [id, xml] : m_promises.records) {
            if (ids.contains(id.substr(5)))
                lost(fmt::format("the draft of the record {} is back", id));
        }
    }

    void records()
    {
        const auto present = m_store.submissions().list();
        if (!present)
            return lost("the records cannot be listed: " + present.error().text());
        for (const store::SubmissionSummary& summary : *present) {
            const auto record = m_store.submissions().read(summary.id);
            if (!record)
                return lost("a record cannot be read: " + record.error().text());
            if (base::Sha256::hexOf(base::bytesOf(record->xml)) != summary.sha256)
                lost(fmt::format("the record {} has other bytes than its hash", summary.id.value()));
            store::RecordFilter filter;
            filter.words = summary.name;
            const auto found = m_store.recordIndex().keys(filter, {}, 10);
            if (!found || found->size() != 1 || found->front().row != summary.row)
                lost(fmt::format("the record {} is not found by its name", summary.id.value()));
            for (const store::AttachedFile& file : record->files)
                content(file);
            if (!m_store.lists().row(base::ListName("households"), summary.id.value().substr(5)))
                lost(fmt::format("the record {} is here without its entity", summary.id.value()));
        }
        const auto totals = m_store.recordIndex().totals();
        if (!totals || totals->all() != present->size())
            lost("the records are not counted as they are");
        for (const auto& [id, xml] : m_promises.records) {
            const auto record = m_store.submissions().read(base::InstanceId(id));
            if (!record)
                lost(fmt::format("the record {} is gone", id));
            else if (record->xml != xml || record->files.size() != m_promises.filesOfRecord.at(id))
                lost(fmt::format("the record {} is not whole", id));
        }
        for (const std::string& id : m_promises.safe) {
            const auto summary = m_store.submissions().summary(base::InstanceId(id));
            if (!summary || summary->state != store::SubmissionState::Safe || !summary->receipt)
                lost(fmt::format("the receipt of {} is gone", id));
        }
    }

    // The last page may be gone, but never a half of it.
    void lists()
    {
        const auto cursor = m_store.arrivals().cursor();
        if (!cursor)
            return lost("the lists cannot be read: " + cursor.error().text());
        const std::uint64_t rows = m_store.lists().count(base::ListName("blocks")).value_or(99);
        const std::uint64_t expected = *cursor == "2" ? 2 : *cursor == "1" ? 1 : 0;
        if (rows != expected)
            lost(fmt::format("the cursor says {} but there are {} rows", *cursor, rows));
    }

    store::Store& m_store;
    const Promises& m_promises;
    std::vector<std::string> m_losses;
};

} // namespace

bool walk(PowerDisk& disk, Promises& promises, PowerFiles::Pretend pretend, sqlite::Synchronous synchronous,
    sqlite::Cipher cipher)
{
    FakeClock clock;
    FakeRandom random;
    PowerFiles files(disk);
    PowerVfs vfs(disk);
    if (!chooseCipher(files, cipher))
        return false;
    auto store = openStore(files, clock, random, vfs, synchronous);
    if (!store)
        return false;
    files.pretend(pretend);
    const bool done = Walker(**store, clock, promises).morning().has_value();
    if (done)
        disk.cutNow(); // before the store can close in good order
    return done;
}

std::vector<std::string> losses(PowerDisk& disk, const Promises& promises)
{
    FakeClock clock;
    FakeRandom random(99);
    PowerFiles files(disk);
    PowerVfs vfs(disk);
    auto store = openStore(files, clock, random, vfs, sqlite::Synchronous::Full);
    if (!store)
        return {"the store does not open: " + store.error().text()};
    std::vector<std::string> found = Judge(**store, promises).losses();

    if (auto done
        = (*store)->submissions().finalise({base::InstanceId("uuid:later"), kForm, "", "<later/>", {}, {}, {}, {}});
        !done)
        found.push_back("the store takes no new record: " + done.error().text());
    return found;
}

} // namespace tashilgar::tests
