#include "tests/support/temporary_store.h"

#include <fstream>
#include <sys/resource.h>

using namespace tashilgar;
using base::StreamSealer;
using tests::TemporaryStore;

namespace {

base::Bytes patternOf(std::size_t size)
{
    base::Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::byte>(i * 31 + (i >> 8));
    return bytes;
}

} // namespace

TEST_CASE("a content comes back byte for byte, whatever its size", "[store][attachments]")
{
    const std::size_t size = GENERATE(0, 1, StreamSealer::kChunk - 1, StreamSealer::kChunk, StreamSealer::kChunk + 1,
        3 * StreamSealer::kChunk, 200'001);
    TemporaryStore store;
    const base::Bytes bytes = patternOf(size);
    const auto content = store->attachments().add(bytes);
    REQUIRE(content);
    CHECK(content->size == size);
    CHECK(content->sha256 == base::Sha256::hexOf(bytes));
    CHECK(*store->attachments().readAll(content->sha256, 1 << 20) == bytes);

    const auto file = store->attachments().open(content->sha256);
    REQUIRE(file);
    CHECK((*file)->size() == size);
    for (const std::size_t offset : {size / 2, std::size_t{0}, size / 3, size}) {
        const base::Bytes wanted(bytes.begin() + static_cast<std::ptrdiff_t>(offset),
            bytes.begin() + static_cast<std::ptrdiff_t>(std::min(size, offset + 100)));
        CHECK(*(*file)->read(offset, 100) == wanted);
    }
}

TEST_CASE("the same content is kept once", "[store][attachments]")
{
    TemporaryStore store;
    const auto a = store->attachments().add(base::bytesOf("photo"));
    const auto b = store->attachments().add(base::bytesOf("photo"));
    CHECK(a->sha256 == b->sha256);
    CHECK(store.files.list(store.path() / "attachments")->size() == 1);
}

TEST_CASE("a changed, cut or lengthened file is noticed", "[store][attachments]")
{
    TemporaryStore store;
    const auto content = store->attachments().add(patternOf(150'000));
    const auto path = store.path() / "attachments" / content->sha256;
    const base::Bytes whole = *store.files.readAll(path, 1 << 20);
    base::Bytes changed = whole;
    SECTION("changed") { changed[100'000] ^= std::byte{1}; }
    SECTION("cut in a chunk") { changed.resize(100'000); }
    SECTION("cut after a chunk")
    {
        changed.resize(StreamSealer::kHeader + 2 * (StreamSealer::kChunk + StreamSealer::kOverhead));
    }
    SECTION("cut to nothing") { changed.resize(10); }
    SECTION("lengthened") { changed.resize(whole.size() + 50); }
    REQUIRE(store.files.writeWhole(path, changed));
    const auto read = store->attachments().readAll(content->sha256, 1 << 20);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == base::kSealBroken);
}

TEST_CASE("what arrives with another hash than announced is not kept", "[store][attachments]")
{
    TemporaryStore store;
    {
        auto writer = store->attachments().begin();
        REQUIRE((*writer)->write(base::bytesOf("something")));
        const auto done = (*writer)->finish(base::Sha256::hexOf(base::bytesOf("something else")));
        REQUIRE_FALSE(done);
        CHECK(done.error().code == store::kHashDiffers);
    }
    CHECK(store.files.list(store.path() / "attachments")->empty());
}

TEST_CASE("a file over the limit is refused before a byte is copied", "[store][attachments]")
{
    TemporaryStore store;
    const auto source = store.folder / "big.jpg";
    {
        std::ofstream(source) << "";
    }
    std::filesystem::resize_file(source, 200u << 20);
    const auto added = store->attachments().addFile(source, 30u << 20);
    REQUIRE_FALSE(added);
    CHECK(added.error().code == base::kTooLarge);
    CHECK(store.files.list(store.path() / "attachments")->empty());
    CHECK(store->attachments().addFile(store.folder / "none.jpg", 100).error().code == base::kNotFound);
}

TEST_CASE("a file of 200 MB goes in and comes out in a few megabytes of memory", "[store][attachments]")
{
    TemporaryStore store;
    const auto source = store.folder / "film.mp4";
    REQUIRE(store.files.writeWhole(source, {}));
    std::filesystem::resize_file(source, 200u << 20);
    const auto memory = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss; // kilobytes
    };
    [[maybe_unused]] const long before = memory();
    const auto content = store->attachments().addFile(source, 1u << 30);
    REQUIRE(content);
    CHECK(content->size == 200u << 20);
    const auto file = store->attachments().open(content->sha256);
    for (std::uint64_t offset = 0; offset < (*file)->size();) {
        const auto bytes = (*file)->read(offset, 1 << 20);
        REQUIRE(bytes);
        REQUIRE_FALSE(bytes->empty());
        offset += bytes->size();
    }
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
    CHECK(memory() - before < 20'000);
#endif
}

TEST_CASE("a name that is no hash reaches no file", "[store][attachments]")
{
    TemporaryStore store;
    for (const char* name : {"../records.db", "", "ABCDEF"}) {
        CHECK_FALSE(store->attachments().has(name));
        CHECK(store->attachments().open(name).error().code == base::kNotFound);
    }
}
