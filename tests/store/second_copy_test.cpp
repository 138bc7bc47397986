#include "app/store/second_copy.h"
#include "app/base/sealed_box.h"
#include "tests/support/temporary_store.h"

#include <fstream>
#include <sodium.h>

using namespace tashilgar;
using store::SecondCopy;
using tests::TemporaryStore;

namespace {

/// A card that takes so many bytes and no more.
class SmallCard : public base::Files {
public:
    std::int64_t room = 1'000'000'000;

    base::Result<std::unique_ptr<base::WritableFile>> create(const std::filesystem::path& path) override
    {
        auto file = m_files.create(path);
        if (!file)
            return file;
        return std::unique_ptr<base::WritableFile>(new File(room, std::move(*file)));
    }
    base::Result<std::unique_ptr<base::WritableFile>> append(const std::filesystem::path& path) override { return m_files.append(path); }
    base::Result<std::unique_ptr<base::ReadableFile>> open(const std::filesystem::path& path) override { return m_files.open(path); }
    base::Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override { return m_files.rename(from, to); }
    base::Result<void> remove(const std::filesystem::path& path) override { return m_files.remove(path); }
    base::Result<void> createDirectories(const std::filesystem::path& path) override { return m_files.createDirectories(path); }
    base::Result<void> syncDirectory(const std::filesystem::path& path) override { return m_files.syncDirectory(path); }
    bool exists(const std::filesystem::path& path) const override { return m_files.exists(path); }
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override { return m_files.list(folder); }

private:
    class File : public base::WritableFile {
    public:
        File(std::int64_t& room, std::unique_ptr<base::WritableFile> file)
            : m_room(room)
            , m_file(std::move(file))
        {
        }
        base::Result<void> write(base::ByteView bytes) override
        {
            m_room -= static_cast<std::int64_t>(bytes.size());
            if (m_room < 0)
                return base::fail(base::kDiskFull, "no space left on device");
            return m_file->write(bytes);
        }
        base::Result<void> sync() override { return m_file->sync(); }

    private:
        std::int64_t& m_room;
        std::unique_ptr<base::WritableFile> m_file;
    };
    base::SystemFiles m_files;
};

/// A tablet with a record that has a photo, a draft with an answer and half a word, and a card.
struct Desk {
    Desk()
    {
        REQUIRE(copy.begin());
        finalise("1", "a photo of 1");
        const base::DraftId id("d1");
        REQUIRE(tablet->drafts().create({id, {base::FormId("household"), "3"}, {}, "seed",
            "<data><meta><instanceID>uuid:draft</instanceID></meta></data>", tablet.clock.now()}));
        answer("41");
        REQUIRE(tablet->drafts().setCurrentRef(id, "/data/age"));
        REQUIRE(tablet->drafts().keepTyped(id, {"/data/name", "شیر"}));
    }

    void finalise(const std::string& id, const std::string& photo)
    {
        store::NewSubmission record;
        record.id = base::InstanceId("uuid:" + id);
        record.form = {base::FormId("household"), "3"};
        record.name = "خانه " + id;
        record.xml = "<data>" + id + "</data>";
        const auto content = tablet->attachments().add(base::bytesOf(photo));
        REQUIRE(content);
        record.files = {{"1.jpg", content->sha256, content->size, "image/jpeg"}};
        REQUIRE(tablet->submissions().finalise(record));
        tablet.clock.advance(std::chrono::minutes(5));
    }

    void answer(const std::string& value)
    {
        tablet.clock.advance(std::chrono::seconds(3));
        const store::JournalStep step{store::JournalStep::Kind::Answer, "/data/age", value, tablet.clock.now(), "34 47"};
        REQUIRE(tablet->drafts().append(base::DraftId("d1"), std::span(&step, 1), "B03"));
    }

    std::vector<std::string> onCard() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    /// The name on the card that begins so.
    std::filesystem::path file(const std::string& beginning) const
    {
        for (const std::string& name : onCard()) {
            if (name.starts_with(beginning))
                return folder / name;
        }
        return {};
    }

    TemporaryStore tablet;
    tests::TemporaryFolder card;
    std::filesystem::path folder = card / "tashilgar";
    SmallCard files;
    SecondCopy copy{*tablet, files, tablet.key, folder};
};

} // namespace

TEST_CASE("a copy has every unsent record and draft, and restores them whole into a fresh store", "[store][copy]")
{
    Desk desk;
    const auto report = desk.copy.run();
    CHECK(report.wanted == 2);
    CHECK(report.present == 2);
    CHECK_FALSE(report.trouble);

    TemporaryStore fresh;
    const auto restored = store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key));
    REQUIRE(restored);
    CHECK(restored->records == 1);
    CHECK(restored->drafts == 1);
    const auto before = desk.tablet->submissions().read(base::InstanceId("uuid:1"));
    const auto after = fresh->submissions().read(base::InstanceId("uuid:1"));
    REQUIRE(after);
    CHECK(after->xml == before->xml);
    CHECK(after->summary.sha256 == before->summary.sha256);
    CHECK(after->summary.madeAt == before->summary.madeAt);
    CHECK(after->summary.state == store::SubmissionState::Waiting);
    CHECK(base::textOf(*fresh->attachments().readAll(after->files.front().sha256, 100)) == "a photo of 1");
    const auto draft = fresh->drafts().read(base::DraftId("d1"));
    REQUIRE(draft);
    REQUIRE(draft->journal.size() == 1);
    CHECK(draft->journal.front().value == "41");
    CHECK(draft->journal.front().position == "34 47");
    CHECK(draft->summary.currentRef == "/data/age");
    REQUIRE(draft->typed);
    CHECK(draft->typed->text == "شیر");
    CHECK(draft->seed == "seed");

    const auto again = store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key));
    REQUIRE(again);
    CHECK(again->records + again->drafts == 0);
    CHECK(again->already == 2);
}

TEST_CASE("a copy is written once, and follows the store: a new answer, a receipt, the end of a draft", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    const auto first = desk.onCard();
    CHECK(desk.copy.run().written == 0);
    CHECK(desk.onCard() == first);

    desk.answer("42");
    const auto changed = desk.copy.run();
    CHECK(changed.written == 1);
    CHECK(changed.removed == 1);
    CHECK(desk.onCard().size() == first.size());

    REQUIRE(desk.tablet->submissions().keepReceipt(
        base::InstanceId("uuid:1"), {"signed", "sig", "key", "دفتر", desk.tablet.clock.now(), desk.tablet.clock.now()}));
    REQUIRE(desk.tablet->drafts().setAside(base::DraftId("d1")));
    CHECK(desk.copy.run().removed == 3); // the record, its photo, the draft
    CHECK(desk.onCard() == std::vector<std::string>{"about"});
}

TEST_CASE("without the key a copy tells nothing: no name, no code, no form, and it does not open", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    for (const std::string& name : desk.onCard()) {
        const auto bytes = desk.files.readAll(desk.folder / name, 1 << 20);
        REQUIRE(bytes);
        for (const char* word : {"uuid:", "household", "شیر", "photo", "data"})
            CHECK((name + std::string(base::textOf(*bytes))).find(word) == std::string::npos);
    }
    TemporaryStore fresh;
    tests::FakeRandom other(3);
    const auto tried = store::restoreCopy(*fresh, desk.files, desk.folder, base::SecretKey::random(other));
    REQUIRE_FALSE(tried);
    CHECK(tried.error().code == store::kCopyForeign);
}

TEST_CASE("the office unlocks the copy of a tablet that is gone, and nobody else does", "[store][copy]")
{
    Desk desk;
    tests::FakeRandom random(8);
    const auto seed = base::SecretKey::random(random);
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secretKey{};
    crypto_sign_seed_keypair(publicKey.data(), secretKey.data(), reinterpret_cast<const unsigned char*>(seed.bytes().data()));
    CHECK(store::readAbout(desk.files, desk.folder)->box.empty()); // before the tablet belonged to an office
    store::Enrolment enrolment;
    enrolment.hub = base::HubId("hub");
    enrolment.receiptKeyId = "k1";
    enrolment.receiptKey = base::toBase64Url(base::ByteView(reinterpret_cast<const std::byte*>(publicKey.data()), publicKey.size()));
    REQUIRE(desk.tablet->settings().enrol(enrolment));
    REQUIRE(desk.copy.begin());
    REQUIRE_FALSE(desk.copy.run().trouble);
    const auto about = store::readAbout(desk.files, desk.folder);
    CHECK(about->officeKeyId == "k1");
    const base::Bytes box = *base::fromBase64(about->box);
    const auto key = base::openAsHolder(box, seed.bytes()); // as `tashilgar-hub copy-key` does
    REQUIRE(key);
    TemporaryStore fresh;
    const auto typed = store::keyFromText(" " + base::toBase64Url(*key) + "\n");
    REQUIRE(typed);
    CHECK(store::restoreCopy(*fresh, desk.files, desk.folder, *typed)->records == 1);
    CHECK_FALSE(base::openAsHolder(box, base::SecretKey::random(random).bytes()));
}

TEST_CASE("a full card keeps what it has, says so, and takes the rest when there is room", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    desk.finalise("2", std::string(200'000, 'x'));
    desk.files.room = 100'000;
    const auto full = desk.copy.run();
    REQUIRE(full.trouble);
    CHECK(full.trouble->code == base::kDiskFull);
    CHECK(full.present < full.wanted);
    for (const std::string& name : desk.onCard())
        CHECK_FALSE(name.ends_with(".part"));
    TemporaryStore fresh;
    CHECK(store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key))->records == 1);
    desk.files.room = 1'000'000'000;
    const auto rest = desk.copy.run();
    CHECK_FALSE(rest.trouble);
    CHECK(rest.present == rest.wanted);
}

TEST_CASE("a card that is out is not replaced by a folder of the tablet", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    std::filesystem::rename(desk.folder, desk.card / "out");
    std::filesystem::create_directories(desk.folder); // the bare mount point
    const auto gone = desk.copy.run();
    REQUIRE(gone.trouble);
    CHECK(gone.trouble->code == store::kCopyGone);
    CHECK(gone.wanted == 2);
    CHECK(desk.onCard().empty());
    std::filesystem::remove(desk.folder);
    std::filesystem::rename(desk.card / "out", desk.folder);
    CHECK_FALSE(desk.copy.run().trouble);
}

TEST_CASE("what was torn when the card was pulled out is found, written anew, and harms nothing else", "[store][copy]")
{
    Desk desk;
    desk.finalise("2", "a photo of 2");
    REQUIRE_FALSE(desk.copy.run().trouble);
    const auto torn = desk.file("r-");
    std::filesystem::resize_file(torn, std::filesystem::file_size(torn) - 5);
    std::ofstream(desk.folder / "r-0123.part") << "half";
    TemporaryStore fresh;
    const auto restored = store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key));
    REQUIRE(restored);
    CHECK(restored->records == 1);
    CHECK(restored->broken == 1);
    CHECK(restored->drafts == 1);
    REQUIRE(desk.copy.check());
    CHECK(desk.copy.run().written == 1);
    CHECK_FALSE(std::filesystem::exists(desk.folder / "r-0123.part"));
    TemporaryStore whole;
    CHECK(store::restoreCopy(*whole, desk.files, desk.folder, store::copyKey(desk.tablet.key))->records == 2);
}

TEST_CASE("of a draft that was finished meanwhile only the record is restored; of two states the later", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    const auto older = desk.file("d-");
    std::filesystem::copy(older, desk.card / "kept");
    desk.answer("42");
    REQUIRE_FALSE(desk.copy.run().trouble);
    std::filesystem::copy(desk.card / "kept", older); // as if the power had gone before it was removed
    {
        TemporaryStore fresh;
        REQUIRE(store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key)));
        CHECK(fresh->drafts().read(base::DraftId("d1"))->journal.size() == 2);
    }
    store::NewSubmission record;
    record.id = base::InstanceId("uuid:draft");
    record.form = {base::FormId("household"), "3"};
    record.xml = "<data>finished</data>";
    record.draft = base::DraftId("d1");
    const auto draftFile = desk.file("d-");
    std::filesystem::copy(draftFile, desk.card / "draft");
    REQUIRE(desk.tablet->submissions().finalise(record));
    REQUIRE_FALSE(desk.copy.run().trouble);
    std::filesystem::copy(desk.card / "draft", draftFile);
    TemporaryStore fresh;
    const auto restored = store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key));
    REQUIRE(restored);
    CHECK(restored->records == 2);
    CHECK(restored->drafts == 0);
}

TEST_CASE("a folder with the copy of another tablet is left alone", "[store][copy]")
{
    Desk desk;
    TemporaryStore other;
    tests::FakeRandom random(77);
    SecondCopy theirs(*other, desk.files, base::SecretKey::random(random), desk.folder);
    const auto begun = theirs.begin();
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == store::kCopyForeign);
    CHECK_FALSE(theirs.isThere());
}

TEST_CASE("what a lost store left on its card stays until it was brought back, whatever the new store copies", "[store][copy]")
{
    Desk desk;
    REQUIRE_FALSE(desk.copy.run().trouble);
    const auto left = desk.onCard();
    TemporaryStore fresh; // the same tablet and key, its store begun anew
    SecondCopy copy(*fresh, desk.files, desk.tablet.key, desk.folder);
    REQUIRE(copy.begin());
    CHECK(copy.run().removed == 0);
    CHECK(desk.onCard() == left);
    REQUIRE(store::restoreCopy(*fresh, desk.files, desk.folder, store::copyKey(desk.tablet.key)));
    const auto after = copy.run();
    CHECK_FALSE(after.trouble);
    CHECK(after.present == 2);
    CHECK(desk.onCard().size() == left.size()); // the draft under its new moment in place of the old one
}
