#include "tests/support/temporary_store.h"

using namespace tashilgar;
using tests::TemporaryStore;

namespace {

std::string rawBytes(base::Files& files, const std::filesystem::path& folder)
{
    std::string all;
    const auto names = files.list(folder);
    REQUIRE(names);
    for (const std::string& name : *names) {
        if (const auto bytes = files.readAll(folder / name, 1 << 26))
            all += base::textOf(*bytes);
    }
    return all;
}

} // namespace

TEST_CASE("a store opens again with its key and with no other", "[store][key]")
{
    TemporaryStore store;
    REQUIRE(store->settings().setValue("language", "fa"));
    store.reopen();
    CHECK(*store->settings().value("language") == "fa");
    store.close();
    const base::SecretKey other = base::SecretKey::random(store.random);
    const auto opened = store::Store::open(store.path(), other, store.files, store.clock, store.random);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == sqlite::kWrongKey);
    store.reopen();
    CHECK(*store->settings().value("language") == "fa");
}

TEST_CASE("no answer, name, list row or file stands readable on the disk", "[store][key]")
{
    TemporaryStore store;
    const std::string secret = "Shirin-0918-1234567";
    const auto content = store->attachments().add(base::bytesOf(secret));
    REQUIRE(content);
    const base::DraftId draft("d");
    REQUIRE(store->drafts().create({draft, {base::FormId("f"), "1"}, {}, "seed", "<a/>", store.clock.now()}));
    const store::JournalStep step{store::JournalStep::Kind::Answer, "/a/name", secret, store.clock.now(), {}};
    REQUIRE(store->drafts().append(draft, std::span(&step, 1), secret,
        std::vector{store::AttachedFile{"1.jpg", content->sha256, content->size, "image/jpeg"}}));
    REQUIRE(store->submissions().finalise(
        {base::InstanceId("uuid:1"), {base::FormId("f"), "1"}, secret, "<a>" + secret + "</a>", {}, {}, {}, {}}));
    REQUIRE(store->arrivals().apply(
        {{{base::ListName("people"), true, {"name"}, {{"k", 0, {{"name", secret}}}}, {}}}, {}, {}, {}, "c"}));
    for (const auto& folder : {store.path(), store.path() / "attachments"}) {
        const std::string raw = rawBytes(store.files, folder);
        CHECK(raw.find("Shirin") == std::string::npos);
        CHECK(raw.find("CREATE TABLE") == std::string::npos);
    }
    store.close();
    CHECK(rawBytes(store.files, store.path()).find("Shirin") == std::string::npos);
}

TEST_CASE("a second store on the folder sees the first one's work, and the change number tells", "[store]")
{
    TemporaryStore store;
    auto other = store::Store::open(store.path(), store.key, store.files, store.clock, store.random, {.sweep = false});
    REQUIRE(other);
    const std::int64_t before = (*other)->changeNumber();
    CHECK((*other)->changeNumber() == before);
    REQUIRE(store->settings().setValue("a", "b"));
    CHECK((*other)->changeNumber() != before);
    CHECK(*(*other)->settings().value("a") == "b");
    const std::int64_t own = store->changeNumber();
    REQUIRE(store->settings().setValue("a", "c"));
    CHECK(store->changeNumber() != own);
}

TEST_CASE("files that no row names are swept at the start, and named ones stay", "[store][attachments]")
{
    TemporaryStore store;
    const auto named = store->attachments().add(base::bytesOf("named"));
    const auto orphan = store->attachments().add(base::bytesOf("orphan"));
    REQUIRE(store.files.writeWhole(store.path() / "attachments" / "half.part", base::bytesOf("half")));
    REQUIRE(store->submissions().finalise({base::InstanceId("uuid:1"), {base::FormId("f"), "1"}, "", "<a/>", {}, {},
        {{"1.jpg", named->sha256, named->size, "image/jpeg"}}, {}}));
    store.reopen();
    CHECK(store->attachments().has(named->sha256));
    CHECK_FALSE(store->attachments().has(orphan->sha256));
    CHECK(store.files.list(store.path() / "attachments")->size() == 1);
}

TEST_CASE("a draft that was set aside long ago is gone at the next start, with its files", "[store][drafts]")
{
    TemporaryStore store;
    const base::DraftId draft("d");
    REQUIRE(store->drafts().create({draft, {base::FormId("f"), "1"}, {}, "seed", "<a/>", store.clock.now()}));
    const auto photo = store->attachments().add(base::bytesOf("photo"));
    REQUIRE(store->drafts().append(
        draft, {}, "", std::vector{store::AttachedFile{"1.jpg", photo->sha256, 5, "image/jpeg"}}));
    REQUIRE(store->drafts().setAside(draft));
    store.clock.advance(std::chrono::hours(24));
    store.reopen();
    CHECK(store->drafts().read(draft));
    CHECK(store->attachments().has(photo->sha256));
    store.clock.advance(std::chrono::hours(24 * 8));
    store.reopen();
    CHECK(store->drafts().read(draft).error().code == base::kNotFound);
    CHECK_FALSE(store->attachments().has(photo->sha256));
}
