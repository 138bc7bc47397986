#include "app/viewmodels/preview_controller.h"

#include "app/fieldwork/form_preview.h"
#include "app/viewmodels/display_text.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_store.h"

#include <fstream>

using namespace tashilgar;
using viewmodels::PreviewController;

namespace {

constexpr const char* kSurvey = "type,name,label\ninteger,age,Age\ntext,job,Job\n";

/// An author's folder, a scratch store, and the controllers over them; the test takes the looks that a timer would.
struct Trial {
    Trial()
    {
        tests::qtApplication();
        viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
        fieldwork::Surroundings surroundings;
        surroundings.store = &*store;
        surroundings.files = &store.files;
        surroundings.clock = &store.clock;
        surroundings.random = &store.random;
        surroundings.zone = *base::Zone::named("Asia/Tehran");
        surroundings.rehearsal = true;
        library = std::make_unique<fieldwork::FormLibrary>(surroundings);
        form = std::make_unique<fieldwork::FormPreview>(*library, folder / "census");
        fill = std::make_unique<viewmodels::FillController>(*library);
        preview = std::make_unique<PreviewController>(*form, *fill);
    }
    void write(const std::string& text)
    {
        std::filesystem::create_directories(folder / "census");
        std::ofstream(folder / "census/survey.csv", std::ios::binary) << text;
    }
    void look(int times = 2)
    {
        for (int i = 0; i < times; ++i)
            preview->look();
    }

    tests::TemporaryStore store;
    tests::TemporaryFolder folder;
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::unique_ptr<fieldwork::FormPreview> form;
    std::unique_ptr<viewmodels::FillController> fill;
    std::unique_ptr<PreviewController> preview;
};

} // namespace

TEST_CASE("a preview opens the form, and opens it again where its author was", "[viewmodels][preview]")
{
    Trial trial;
    trial.write(kSurvey);
    trial.preview->start();
    REQUIRE(trial.fill->isOpen());
    REQUIRE(trial.fill->answer("/data/age", "33"));
    REQUIRE(trial.fill->next());
    CHECK(trial.fill->currentRef() == u"/data/job");
    int closed = 0;
    QObject::connect(trial.fill.get(), &viewmodels::FillController::openChanged, [&] { closed += trial.fill->isOpen() ? 0 : 1; });
    trial.write("type,name,label\ntext,name,Name\ninteger,age,Age\ntext,job,Job\ntext,street,Street\n");
    trial.look();
    CHECK(trial.preview->loads() == 2);
    CHECK(trial.fill->currentRef() == u"/data/job");
    CHECK(trial.fill->answerOf("/data/age") == u"33");
    CHECK(trial.fill->goTo("/data/street"));
    CHECK(closed == 0); // the page is never without a form
}

TEST_CASE("a question that is renamed under its author's eyes is still the one on the page", "[viewmodels][preview]")
{
    Trial trial;
    trial.write("type,name,label\ninteger,age,Age\ntext,job,Job\ntext,street,Street\n");
    trial.preview->start();
    REQUIRE(trial.fill->goTo("/data/job"));
    trial.write("type,name,label\ninteger,age,Age\ntext,trade,Trade\ntext,street,Street\n");
    trial.look();
    CHECK(trial.fill->currentRef() == u"/data/trade");
    trial.write("type,name,label\ninteger,age,Age\n");
    trial.look();
    CHECK(trial.fill->currentRef() == u"/data/age");
    trial.fill->goToEnd();
    trial.write("type,name,label\ninteger,age,How old\n");
    trial.look();
    CHECK(trial.fill->step() == u"end");
}

TEST_CASE("a file is read once it stands still, and not again while it stays", "[viewmodels][preview]")
{
    Trial trial;
    trial.write(kSurvey);
    trial.preview->start();
    trial.look(5);
    CHECK(trial.preview->loads() == 1);
    trial.write("type,name,label\n");
    trial.look(1);
    trial.write("type,name,label\ntext,na");
    trial.look(1);
    trial.write("type,name,label\ntext,name,Name\n");
    trial.look(1);
    CHECK(trial.preview->loads() == 1);
    trial.look(3);
    CHECK(trial.preview->loads() == 2);
    CHECK(trial.preview->problems()->count() == 0);
    CHECK(trial.fill->goTo("/data/name"));
}

TEST_CASE("what keeps a form from opening is told, the last good one stays, and a good save goes on", "[viewmodels][preview]")
{
    Trial trial;
    trial.write(kSurvey);
    trial.preview->start();
    REQUIRE(trial.fill->answer("/data/age", "33"));
    trial.write("type,name,label\ninteger,age,Age\nnumber of,job,Job\n");
    trial.look();
    REQUIRE(trial.preview->problems()->stopCount() == 1);
    const viewmodels::ProblemRow& problem = trial.preview->problems()->rows().front();
    CHECK(problem.place.contains(u"row 3"));
    CHECK(problem.severity == u"error");
    CHECK_FALSE(problem.sentence.isEmpty());
    CHECK(trial.fill->answerOf("/data/age") == u"33");
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("fa"));
    CHECK(trial.preview->problems()->rows().front().place.contains(QStringLiteral("ردیف")));
    CHECK(trial.preview->problems()->rows().front().sentence.contains(QStringLiteral("number of"))); // not turned round
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
    trial.write(kSurvey);
    trial.look();
    CHECK(trial.preview->problems()->count() == 0);
    CHECK(trial.fill->answerOf("/data/age") == u"33");
}

TEST_CASE("a file that is away for a moment is waited for, and one that stays away is told", "[viewmodels][preview]")
{
    Trial trial;
    trial.write(kSurvey);
    trial.preview->start();
    const auto file = trial.folder / "census/survey.csv";
    std::filesystem::rename(file, trial.folder / "away.csv");
    trial.look(3);
    CHECK(trial.preview->loads() == 1);
    std::filesystem::rename(trial.folder / "away.csv", file);
    trial.look(3);
    CHECK(trial.preview->loads() == 1);
    std::filesystem::rename(file, trial.folder / "away.csv");
    trial.look(30);
    CHECK(trial.preview->loads() == 2);
    CHECK(trial.preview->problems()->stopCount() == 1);
    CHECK(trial.fill->isOpen());
    std::filesystem::rename(trial.folder / "away.csv", file); // the very same file
    trial.look();
    CHECK(trial.preview->problems()->count() == 0);
}

TEST_CASE("a preview that was broken from the beginning opens at the first good save", "[viewmodels][preview]")
{
    Trial trial;
    trial.preview->start();
    CHECK(trial.preview->problems()->stopCount() == 1);
    CHECK_FALSE(trial.fill->isOpen());
    CHECK_FALSE(trial.preview->startAgain());
    trial.write(kSurvey);
    trial.look();
    CHECK(trial.preview->problems()->count() == 0);
    CHECK(trial.fill->isOpen());
}

TEST_CASE("finishing a preview keeps nothing, and it begins anew when asked or when the file changes", "[viewmodels][preview]")
{
    Trial trial;
    trial.write(kSurvey);
    trial.preview->start();
    REQUIRE(trial.fill->answer("/data/age", "33"));
    REQUIRE(trial.fill->finish());
    CHECK(trial.preview->isFinished());
    CHECK(*trial.store->submissions().countOf(base::FormId("census")) == 0);
    REQUIRE(trial.preview->startAgain());
    CHECK_FALSE(trial.preview->isFinished());
    CHECK(trial.fill->answerOf("/data/age").isEmpty());
    REQUIRE(trial.fill->finish());
    trial.write("type,name,label\ninteger,age,Age\n");
    trial.look();
    CHECK_FALSE(trial.preview->isFinished());
    CHECK(trial.fill->isOpen());
}

TEST_CASE("remarks come after what keeps the form from opening, and do not hide it", "[viewmodels][preview]")
{
    Trial trial;
    trial.write("type,name,label,lable\ninteger,age,Age,x\n");
    trial.preview->start();
    CHECK(trial.fill->isOpen());
    CHECK(trial.preview->problems()->count() == 1);
    CHECK(trial.preview->problems()->stopCount() == 0);
}

TEST_CASE("what an author wrote stays in one piece inside a Persian sentence", "[viewmodels][preview]")
{
    tests::qtApplication();
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("fa"));
    viewmodels::ProblemModel model;
    const auto shown = [&](const std::string& sentence) {
        model.show({{forms::Severity::Error, "x", {}, sentence, {}}});
        return model.rows().front().sentence;
    };
    const auto piece = [](const char* words) { return QChar(0x2066) + QString::fromUtf8(words) + QChar(0x2069); };
    CHECK(shown("«number of» نوع پرسش نیست").contains(u'«' + piece("number of") + u'»'));
    CHECK(shown("تابعی به نام nonsens() نیست").contains(piece("nonsens()")));
    CHECK(shown("در ${age} > 5 and /data/b[1] چیزی نیست").contains(piece("${age} > 5 and /data/b[1]")));
    CHECK(shown("(ستون label) از xlsform.org.").contains(piece("label") + u')'));
    CHECK(shown("از xlsform.org.").endsWith(piece("xlsform.org") + u'.'));
    CHECK(shown("ردیف 12").contains(QStringLiteral("۱۲")));
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
}
