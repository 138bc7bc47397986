#include "app/fieldwork/form_preview.h"
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QQuickItem>
#include <QSet>

#include <cmath>
#include <cstring>

using namespace tashilgar;
using tests::Stage;

namespace {

constexpr int kSheet = 4000; ///< pixels of the gallery on one picture

void openGallery(Stage& stage, int width)
{
    fieldwork::FormPreview form(stage.library(), std::string(TASHILGAR_SOURCE_DIR "/assets/gallery/questions.md"));
    forms::Diagnostics diagnostics;
    REQUIRE(form.install(forms::MessageLanguage::Persian, diagnostics));
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("gallery")));
    if (stage.app().settings()->language() == u"en")
        fill.setLanguage(QStringLiteral("English (en)"));
    fill.next(); // stays, and tells what is not accepted
    stage.openWith({{QStringLiteral("gallery"), true}}, width, kSheet);
}

/// As many pictures as the gallery is long.
void shootSheets(Stage& stage, const QString& name)
{
    QQuickItem* flick = stage.find(QStringLiteral("galleryFlick"));
    REQUIRE(flick);
    const int sheets = static_cast<int>(std::ceil(flick->property("contentHeight").toDouble() / flick->height()));
    for (int sheet = 0; sheet < sheets; ++sheet) {
        flick->setProperty("contentY", sheet * flick->height());
        stage.shoot(QStringLiteral("%1-%2").arg(name).arg(sheet + 1));
    }
    flick->setProperty("contentY", 0);
}

} // namespace

TEST_CASE("every component and question is drawn in every state, in both languages, each theme and two widths", "[qml][gallery][shots]")
{
    for (const char* language : {"fa", "en"}) {
        for (const int width : {1280, 360}) {
            Stage stage(QString::fromLatin1(language));
            stage.join();
            openGallery(stage, width);
            for (const char* theme : {"light", "dark", "sun"}) {
                stage.app().settings()->setTheme(QString::fromLatin1(theme));
                shootSheets(stage, QStringLiteral("gallery-%1").arg(QString::fromLatin1(theme)));
            }
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("no piece of the gallery is wider than its place", "[qml][gallery]")
{
    for (const int width : {1280, 360}) {
        Stage stage;
        stage.join();
        openGallery(stage, width);
        const auto tooWide = stage.names([](QQuickItem& item) {
            const bool piece = item.objectName().startsWith(u"cell_") || item.objectName().startsWith(u"block_");
            return piece && item.childrenRect().width() > item.width() + 1;
        });
        INFO(tooWide.join(u'\n').toStdString());
        CHECK(tooWide.isEmpty());
    }
}

TEST_CASE("the gallery has every kind of question", "[qml][gallery]")
{
    Stage stage;
    stage.join();
    openGallery(stage, 800);
    QSet<QString> shown;
    for (const viewmodels::QuestionRow& row : stage.app().fill()->questions()->rows())
        shown << row.control;
    // These have pages or places of their own, or are what others are made of.
    for (const char* other : {"Group", "Instance", "Repeat", "Grid", "Unknown", "Capture", "Select", "Typed"})
        shown << QString::fromLatin1(other);
    for (const QString& file : QDir(QStringLiteral(":/qt/qml/Tashilgar/questions")).entryList({QStringLiteral("*Question.qml")})) {
        const QString control = file.chopped(static_cast<int>(std::strlen("Question.qml")));
        INFO(control.toStdString());
        CHECK(shown.contains(control));
    }
}
