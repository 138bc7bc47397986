#include "app/fieldwork/form_preview.h"

#include "app/fieldwork/filling.h"
#include "app/fieldwork/form_resources.h"
#include "tests/support/temporary_store.h"

#include <fstream>

using namespace tashilgar;
using fieldwork::FormPreview;
using forms::MessageLanguage;

namespace {

constexpr const char* kSurvey = "type,name,label\ninteger,age,Age\nselect_one_from_file wards.csv,ward,Ward\n";

/// A folder of an author beside a scratch store.
struct AuthorsDesk {
    AuthorsDesk()
    {
        surroundings.store = &*store;
        surroundings.files = &store.files;
        surroundings.clock = &store.clock;
        surroundings.random = &store.random;
        surroundings.zone = *base::Zone::named("Asia/Tehran");
        surroundings.rehearsal = true;
        library = std::make_unique<fieldwork::FormLibrary>(surroundings);
    }
    void write(const std::string& name, const std::string& text)
    {
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << text;
    }

    tests::TemporaryStore store;
    tests::TemporaryFolder folder;
    fieldwork::Surroundings surroundings;
    std::unique_ptr<fieldwork::FormLibrary> library;
    forms::Diagnostics told;
};

} // namespace

TEST_CASE("each state of an author's file is the one form of the shelf", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    desk.write("census/survey.csv", kSurvey);
    FormPreview preview(*desk.library, desk.folder / "census/"); // as a shell completes it
    const auto first = preview.install(MessageLanguage::English, desk.told);
    REQUIRE(first);
    CHECK(first->form == base::FormId("census"));
    desk.write("census/survey.csv", std::string(kSurvey) + "text,job,Job\n");
    const auto second = preview.install(MessageLanguage::English, desk.told);
    REQUIRE(second);
    CHECK(second->form == first->form);
    CHECK(second->version != first->version);
    const auto fillable = desk.library->forms();
    REQUIRE(fillable->size() == 1);
    CHECK(fillable->front().id == *second);
}

TEST_CASE("a file of the author that changed, came or went is seen without being read", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    FormPreview preview(*desk.library, desk.folder / "census");
    CHECK(preview.state().empty());
    desk.write("census/survey.csv", kSurvey);
    const std::string before = preview.state();
    CHECK_FALSE(before.empty());
    desk.write("census/.survey.csv.swp.csv", "half");
    CHECK(preview.state() == before);
    REQUIRE(preview.install(MessageLanguage::English, desk.told));
    CHECK(preview.state() == preview.stateRead());
    desk.write("census-media/wards.csv", "name,label\n1,One\n"); // named by the form, not there before
    CHECK(preview.state() != preview.stateRead());
    REQUIRE(preview.install(MessageLanguage::English, desk.told));
    CHECK(preview.state() == preview.stateRead());
    std::filesystem::remove(desk.folder / "census-media/wards.csv");
    CHECK(preview.state() != preview.stateRead());
    std::filesystem::remove(desk.folder / "census/survey.csv");
    std::filesystem::remove(desk.folder / "census/.survey.csv.swp.csv");
    CHECK(preview.state().empty());
}

TEST_CASE("a file that is only begun is none yet", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    desk.write("census.md", "");
    CHECK(FormPreview(*desk.library, desk.folder / "census.md").state().empty());
}

TEST_CASE("what a form brings is taken from its folder of files, else from beside it", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    desk.write("census/survey.csv", kSurvey);
    desk.write("wards.csv", "name,label\n1,Beside\n");
    FormPreview preview(*desk.library, desk.folder / "census");
    const auto read = [&] {
        const auto form = preview.install(MessageLanguage::English, desk.told);
        REQUIRE(form);
        const auto list = fieldwork::FormResources(*desk.store, *form).read("jr://file-csv/wards.csv");
        REQUIRE(list);
        return *list;
    };
    CHECK(read() == "name,label\n1,Beside\n");
    desk.write("census-media/wards.csv", "name,label\n1,Media\n");
    CHECK(read() == "name,label\n1,Media\n");
}

TEST_CASE("a broken file says where and what to do, in the language asked for, and leaves the shelf as it is", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    desk.write("census/survey.csv", kSurvey);
    FormPreview preview(*desk.library, desk.folder / "census");
    const auto good = preview.install(MessageLanguage::English, desk.told);
    REQUIRE(good);
    desk.write("census/survey.csv", "type,name,label\nnumber of,age,Age\n");
    for (const auto& [language, word] : {std::pair(MessageLanguage::English, "row 2"), std::pair(MessageLanguage::Persian, "ردیف")}) {
        forms::Diagnostics told;
        CHECK_FALSE(preview.install(language, told));
        REQUIRE(forms::hasErrors(told));
        CHECK(told.front().place.find("survey") != std::string::npos);
        CHECK(told.front().place.find(word) != std::string::npos);
    }
    CHECK(desk.library->forms()->front().id == *good);
    CHECK(preview.state() == preview.stateRead());
}

TEST_CASE("a file that is no form says so, once", "[fieldwork][preview][bad-input]")
{
    AuthorsDesk desk;
    for (const char* text : {"PK\x03\x04 half a workbook", "<h:html", "no form at all"}) {
        desk.write("form.xlsx", text);
        forms::Diagnostics told;
        CHECK_FALSE(FormPreview(*desk.library, desk.folder / "form.xlsx").install(MessageLanguage::Persian, told));
        INFO(text);
        REQUIRE(told.size() == 1);
        CHECK(told.front().severity == forms::Severity::Error);
        CHECK_FALSE(told.front().sentence.empty());
    }
}

TEST_CASE("an entry that is finished in a rehearsal leaves no record and no draft", "[fieldwork][preview]")
{
    AuthorsDesk desk;
    desk.write("census/survey.csv", kSurvey);
    FormPreview preview(*desk.library, desk.folder / "census");
    const auto form = preview.install(MessageLanguage::English, desk.told);
    REQUIRE(form);
    const auto filling = fieldwork::Filling::start(*desk.library, *form);
    REQUIRE(filling);
    REQUIRE((*filling)->answer("/data/age", "7"));
    REQUIRE((*filling)->finish());
    CHECK(*desk.store->submissions().countOf(form->form) == 0);
    CHECK(*desk.store->drafts().count() == 0);
}
