#include "app/base/limits.h"
#include "tests/fieldwork/workplace.h"

using namespace tashilgar;
using fieldwork::Filling;
using tests::Workplace;

namespace {

std::string valueOf(const Filling& filling, const std::string& ref) { return filling.entry().view(ref)->value; }

/// A walk through every kind of step; what the entry is afterwards.
void fill(Workplace& place, Filling& filling)
{
    const auto later = [&] {
        place.clock.advance(std::chrono::seconds(11));
        place.position = "34.4 47." + std::to_string(place.clock.now().time_since_epoch().count() % 1000) + " 0 3";
    };
    REQUIRE(filling.answer("/data/name", "شیرین"));
    later();
    REQUIRE(filling.addRepeat("/data/member"));
    REQUIRE(filling.answer("/data/member[1]/who", "علی"));
    later();
    REQUIRE(filling.addRepeat("/data/member"));
    REQUIRE(filling.answer("/data/member[2]/relation", "son"));
    REQUIRE(filling.removeRepeat("/data/member[1]"));
    later();
    REQUIRE(filling.answer("/data/name", "شیرین کریمی"));
    REQUIRE(filling.answer("/data/age", "130")); // kept, though not accepted
    later();
}

} // namespace

TEST_CASE("a form that is opened and closed leaves no draft", "[fieldwork][filling]")
{
    Workplace place;
    REQUIRE(place.start()->leave());
    CHECK(*place.store->drafts().count() == 0);
}

TEST_CASE("after the process dies the draft is the same entry, to the last byte", "[fieldwork][filling]")
{
    Workplace place;
    std::string before;
    base::DraftId draft;
    {
        const auto filling = place.start();
        fill(place, *filling);
        before = filling->entry().snapshot();
        draft = filling->draft();
        CHECK(filling->unsaved() == 0);
        CHECK_FALSE(valueOf(*filling, "/data/stamp").empty());
        CHECK_FALSE(valueOf(*filling, "/data/lot").empty());
        CHECK(valueOf(*filling, "/data/place").starts_with("34.4"));
    }
    place.restart();
    place.position = "0 0 0 0";
    place.clock.advance(std::chrono::hours(5));
    CHECK(place.resume(draft)->entry().snapshot() == before);
}

TEST_CASE("a snapshot shortens the way back and changes nothing", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    fill(place, *filling);
    REQUIRE(filling->leave());
    REQUIRE(filling->answer("/data/age", "41"));
    const std::string before = filling->entry().snapshot();
    place.clock.advance(std::chrono::hours(1));
    CHECK(place.resume(filling->draft())->entry().snapshot() == before);
    CHECK(place.store->drafts().read(filling->draft())->snapshotSteps == 8);
}

TEST_CASE("a snapshot that does not open costs nothing: the journal is taken from its beginning",
    "[fieldwork][filling][bad-input]")
{
    Workplace place;
    const auto filling = place.start();
    fill(place, *filling);
    const std::string before = filling->entry().snapshot();
    const auto broken = GENERATE(as<std::string>(), "", "<data", "<other id=\"x\"/>");
    REQUIRE(place.store->drafts().saveSnapshot(filling->draft(), broken));
    CHECK(place.resume(filling->draft())->entry().snapshot() == before);
}

TEST_CASE("a draft that opens in no way says so and stays where it is", "[fieldwork][filling][bad-input]")
{
    Workplace place;
    const base::DraftId draft("broken");
    REQUIRE(place.store->drafts().create({draft, tests::kHousehold, {}, "seed", "<data", place.clock.now()}));
    const auto filling = Filling::resume(*place.library, draft);
    REQUIRE_FALSE(filling);
    CHECK(filling.error().code == fieldwork::kBrokenDraft);
    CHECK(place.store->drafts().list()->size() == 1);
    CHECK(Filling::resume(*place.library, base::DraftId("none")).error().code == base::kNotFound);
}

TEST_CASE("typing that was not finished and the place of the person come back", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->setCurrentRef("/data/name"));
    REQUIRE(filling->keepTyped("/data/name", "شیر"));
    place.restart();
    {
        const auto again = place.resume(filling->draft());
        REQUIRE(again->typed());
        CHECK(again->typed()->text == "شیر");
        CHECK(again->currentRef() == "/data/name");
        REQUIRE(again->answer("/data/name", "شیرین"));
        CHECK_FALSE(again->typed());
    }
    CHECK_FALSE(place.resume(filling->draft())->typed());
}

TEST_CASE("what the engine refuses is not in the journal", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    CHECK(filling->answer("/data/nowhere", "1").error().code == forms::kUnknownNode);
    CHECK(filling->answer("/data/meta/instanceID", "7").error().code == forms::kNotAllowed);
    CHECK(*place.store->drafts().count() == 0);
}

TEST_CASE("finishing puts record, entity and files into the store and ends the draft", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    fill(place, *filling);
    CHECK(filling->finish().error().code == forms::kNotValid);
    CHECK(*place.store->drafts().count() == 1);

    REQUIRE(filling->answer("/data/age", "41"));
    const auto first = filling->attach("/data/photo", place.file("a.JPG", "the first photo"));
    REQUIRE(first);
    const auto photo = filling->attach("/data/photo", place.file("b.jpg", "the photo that counts"));
    REQUIRE(photo);
    CHECK(*photo != *first);
    CHECK(photo->ends_with(".jpg"));
    const auto bytes = (*filling->attachment("/data/photo"))->read(0, 100);
    CHECK(base::textOf(*bytes) == "the photo that counts");

    const auto id = filling->finish();
    REQUIRE(id);
    CHECK(*place.store->drafts().count() == 0);
    const auto record = place.store->submissions().read(*id);
    REQUIRE(record);
    CHECK(record->summary.name == "شیرین کریمی");
    REQUIRE(record->files.size() == 1);
    CHECK(record->files.front().name == *photo);
    CHECK(record->files.front().mediaType == "image/jpeg");
    CHECK(record->xml.find(*photo) != std::string::npos);
    CHECK(*place.store->lists().count(base::ListName("households")) == 1);

    place.restart();
    CHECK(place.store->attachments().has(record->files.front().sha256));
    CHECK_FALSE(place.store->attachments().has(base::Sha256::hexOf(base::bytesOf("the first photo"))));
}

TEST_CASE("a draft with a photo can be finished after a restart", "[fieldwork][filling]")
{
    Workplace place;
    base::DraftId draft;
    {
        const auto filling = place.start();
        REQUIRE(filling->answer("/data/name", "a"));
        REQUIRE(filling->attach("/data/photo", place.file("a.jpg", "photo")));
        draft = filling->draft();
    }
    place.restart();
    const auto id = place.resume(draft)->finish();
    REQUIRE(id);
    CHECK(place.store->submissions().read(*id)->files.size() == 1);
}

TEST_CASE("a file of 200 MB where a photo is expected is refused with both sizes, and nothing is copied",
    "[fieldwork][filling][bad-input]")
{
    Workplace place;
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    auto opened = store::Store::open(folder / "store", place.key, files, place.clock, place.random);
    REQUIRE(opened);
    fieldwork::Surroundings around = place.library->surroundings();
    around.store = opened->get();
    around.files = &files;
    fieldwork::FormLibrary library(around);
    const auto content = (*opened)->attachments().add(base::bytesOf(tests::householdForm()));
    REQUIRE((*opened)->forms().install({tests::kHousehold, "خانوار", content->sha256, content->size, {}}));
    const auto filling = Filling::start(library, tests::kHousehold);
    REQUIRE(filling);

    REQUIRE(files.writeWhole(folder / "film.mp4", {}));
    std::filesystem::resize_file(folder / "film.mp4", 200'000'000);
    const auto attached = (*filling)->attach("/data/photo", folder / "film.mp4");
    REQUIRE_FALSE(attached);
    CHECK(attached.error().code == fieldwork::kFileTooLarge);
    CHECK(attached.error().sentence == "the file has 200 MB; at most 30 MB may be attached here");
    CHECK(files.list(folder / "store" / "attachments")->size() == 1); // the form
    CHECK(valueOf(**filling, "/data/photo").empty());
    CHECK((*filling)->attach("/data/photo", folder / "none.jpg").error().code == base::kNotFound);
}

TEST_CASE("on a full disk the answer stays in sight and goes to the disk when there is room",
    "[fieldwork][filling][bad-input]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "شیرین"));
    place.disk.setRoom(0);
    int accepted = 0;
    while (filling->answer("/data/age", std::to_string(accepted))) // the log may have room of its own for a while
        REQUIRE(++accepted < 1000);
    const auto failed = filling->answer("/data/age", "41");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == base::kDiskFull);
    CHECK(filling->unsaved() == 2);
    CHECK(valueOf(*filling, "/data/age") == "41");
    CHECK(filling->attach("/data/photo", "/tablet/cipher").error().code == base::kDiskFull);
    CHECK(filling->finish().error().code == base::kDiskFull);

    place.disk.setRoom(std::nullopt);
    REQUIRE(filling->answer("/data/member[1]/who", "x").error().code == forms::kUnknownNode);
    REQUIRE(filling->save());
    CHECK(filling->unsaved() == 0);
    const std::string before = filling->entry().snapshot();
    place.restart();
    const auto again = place.resume(filling->draft());
    CHECK(again->entry().snapshot() == before);
    CHECK(again->finish());
}

TEST_CASE("correcting a record makes a new one with its files, and both are kept", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "a"));
    REQUIRE(filling->attach("/data/photo", place.file("a.jpg", "photo")));
    const auto first = filling->finish();
    REQUIRE(first);
    const auto correction = Filling::correct(*place.library, *first);
    REQUIRE(correction);
    REQUIRE((*correction)->answer("/data/name", "b"));
    const auto second = place.resume((*correction)->draft())->finish();
    REQUIRE(second);
    CHECK(*second != *first);
    const auto record = place.store->submissions().read(*second);
    CHECK(record->files.size() == 1);
    CHECK(record->xml.find(first->value()) != std::string::npos);
    CHECK(place.store->submissions().summary(*first)->corrected);
}

TEST_CASE("a correction that died after its first step still has the record's files", "[fieldwork][filling]")
{
    Workplace place;
    const auto first = place.start();
    REQUIRE(first->answer("/data/name", "a"));
    REQUIRE(first->attach("/data/photo", place.file("a.jpg", "photo")));
    const auto record = first->finish();
    REQUIRE(record);
    auto correction = fieldwork::Filling::correct(*place.library, *record);
    REQUIRE(correction);
    const base::DraftId draft = (*correction)->draft();
    REQUIRE((*correction)->keepTyped("/data/name", "half a na")); // begins the draft and is no step
    correction->reset();
    place.restart();
    const auto again = place.resume(draft);
    REQUIRE(again->answer("/data/name", "b"));
    const auto second = again->finish();
    REQUIRE(second);
    CHECK(place.store->submissions().read(*second)->files.size() == 1);
}

TEST_CASE("a record does not finish without a file that it names", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "a"));
    REQUIRE(filling->answer("/data/photo", "gone.jpg"));
    CHECK(filling->finish().error().code == fieldwork::kFileMissing);
    REQUIRE(filling->attach("/data/photo", place.file("a.jpg", "photo")));
    CHECK(filling->finish());
}

TEST_CASE("the kinds of file have limits and names", "[fieldwork][media]")
{
    CHECK(fieldwork::mediaTypeOf("a.JPG") == "image/jpeg");
    CHECK(fieldwork::mediaTypeOf("a.unknown") == "application/octet-stream");
    CHECK(fieldwork::largestFile("image/*") < fieldwork::largestFile("audio/mp4"));
    CHECK(fieldwork::largestFile("video/mp4") == base::kMaxAttachment);
}

TEST_CASE("a picture that the form itself brings as an answer is no file of the tablet", "[fieldwork][filling]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "a"));
    REQUIRE(filling->answer("/data/photo", "jr://images/plan.png"));
    const auto record = filling->finish();
    REQUIRE(record);
    CHECK(place.store->submissions().read(*record)->files.empty());
}
