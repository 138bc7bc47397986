#include "tests/qml/stage.h"

#include <QQuickItem>

// Pictures of every page, each compared with its reference (reference.h). What differs on purpose is looked at in
// build/…/shots, and then kept by `make references`.

using namespace tashilgar;
using tests::Stage;

namespace {

struct Look {
    const char* language;
    const char* theme;
    int width;
    int height;
    double scale = 1;
};

const QString kHousehold = QStringLiteral("tsh_household");

std::vector<Look> everyLook()
{
    std::vector<Look> looks;
    for (const char* language : {"fa", "en"}) {
        for (const char* theme : {"light", "dark"}) {
            looks.push_back({language, theme, 1280, 800});
            looks.push_back({language, theme, 800, 1280});
            looks.push_back({language, theme, 360, 740});
        }
    }
    return looks;
}

/// A stage, and the names of its pictures.
class Camera {
public:
    Camera(const Look& look, bool forms = true)
        : m_stage(QString::fromLatin1(look.language), forms)
        , m_prefix(QString::fromLatin1(look.theme))
    {
        if (look.scale != 1)
            m_prefix += QStringLiteral("-large");
        m_stage.app().settings()->setTheme(QString::fromLatin1(look.theme));
        m_stage.app().settings()->setTextScale(look.scale);
    }
    Stage* operator->() { return &m_stage; }
    viewmodels::FillController& fill() { return *m_stage.app().fill(); }
    void shoot(const char* name) { m_stage.shoot(m_prefix + u'-' + QString::fromLatin1(name)); }
    void goTo(const char* place) { REQUIRE(m_stage.press(QStringLiteral("place_") + QString::fromLatin1(place))); }

private:
    Stage m_stage;
    QString m_prefix;
};

void workedDay(Camera& camera)
{
    camera->join();
    camera->work();
    client::Status status;
    status.reason = client::Reason::NoAnswer;
    status.totals = {2, 1, 1, 2, 3, 1'480'000};
    camera->app().sync()->show(status);
}

/// Fixes that grow better, and spread as real ones do.
void standSomewhere(Camera& camera)
{
    double accuracy = 22;
    for (int i = 0; i < 7; ++i, accuracy -= 1.6) {
        platform::Fix fix;
        fix.latitude = 34.34512 + 0.00003 * ((i * 5) % 7 - 3);
        fix.longitude = 47.09008 + 0.00004 * ((i * 3) % 7 - 3);
        fix.accuracyMetres = accuracy;
        fix.time = camera->store().clock.now();
        camera->app().position()->feed(fix);
    }
}

void showPoint(Camera& camera)
{
    viewmodels::FillController& fill = camera.fill();
    for (int page = 0; page < 20 && !(fill.questions()->count() > 0 && fill.questions()->rows()[0].control == u"Geopoint"); ++page)
        fill.next();
    REQUIRE(fill.step() != u"end");
    camera->settle(50);
    standSomewhere(camera);
    camera.shoot("fill-point");
}

/// The household form as far as the list of blocks, the first choice and the point at the door.
void shootFilling(Camera& camera)
{
    viewmodels::FillController& fill = camera.fill();
    REQUIRE(fill.openForm(kHousehold));
    camera.shoot("fill-first");
    fill.choose(QStringLiteral("/data/place/nbh"), QStringLiteral("JFR"), true);
    camera.shoot("fill-search");
    fill.choose(QStringLiteral("/data/place/block"), QStringLiteral("JFR-B03"), true);
    fill.next();
    fill.next();
    fill.next();
    fill.choose(fill.currentRef(), fill.questions()->rows()[0].choices->rows()[1].value, true);
    camera.shoot("fill-choice");
    showPoint(camera);
}

} // namespace

TEST_CASE("before the first sync every place says what it is for", "[qml][shots]")
{
    for (const Look& look : everyLook()) {
        Camera camera(look, false);
        camera->open(look.width, look.height);
        camera.shoot("enrol-language");
        REQUIRE(camera->press(QStringLiteral("enrolNext")));
        camera.shoot("enrol-code");
        camera->join();
        for (const char* place : {"today", "forms", "records", "outbox"}) {
            camera.goTo(place);
            camera.shoot((std::string("empty-") + place).c_str());
        }
        camera->expectNoWarnings();
    }
}

TEST_CASE("every place of a working day is drawn in both languages, light and dark, on three windows", "[qml][shots]")
{
    for (const Look& look : everyLook()) {
        Camera camera(look);
        workedDay(camera);
        camera->open(look.width, look.height);
        for (const char* place : {"today", "forms", "records", "outbox", "settings"}) {
            camera.goTo(place);
            camera.shoot(place);
        }
        camera.goTo("forms");
        REQUIRE(camera->press(QStringLiteral("form_tsh_household")));
        camera.shoot("form");
        camera.goTo("records");
        std::ignore = camera->press(QStringLiteral("record_uuid:4")); // beyond the edge of small windows
        camera.shoot("record");
        camera->expectNoWarnings();
    }
}

TEST_CASE("filling is drawn page by page in both languages, light and dark, on three windows", "[qml][shots]")
{
    for (const Look& look : everyLook()) {
        Camera camera(look);
        camera->join();
        camera->open(look.width, look.height);
        shootFilling(camera);
        viewmodels::FillController& fill = camera.fill();
        fill.goToEnd();
        camera.shoot("fill-missing");
        if (camera->press(QStringLiteral("outline")))
            camera.shoot("fill-outline");
        fill.close();
        REQUIRE(fill.openForm(QStringLiteral("tsh_meeting")));
        fill.choose(QStringLiteral("/data/head/nbh"), QStringLiteral("JFR"), true);
        fill.choose(QStringLiteral("/data/signin/mode"), QStringLiteral("list"), true);
        REQUIRE(fill.goTo(QStringLiteral("/data/att")));
        camera.shoot("fill-roster");
        fill.roster()->add();
        camera.shoot("fill-roster-row");
        camera->expectNoWarnings();
    }
}

TEST_CASE("a working day is drawn in sunlight and in the largest text", "[qml][shots]")
{
    constexpr Look kLooks[] = {{"fa", "sun", 800, 1280}, {"fa", "sun", 360, 740}, {"en", "sun", 1280, 800},
        {"fa", "light", 1280, 800, 1.5}, {"fa", "light", 800, 1280, 1.5}, {"fa", "light", 360, 740, 1.5}, {"fa", "light", 960, 600}};
    for (const Look& look : kLooks) {
        Camera camera(look);
        workedDay(camera);
        camera->open(look.width, look.height);
        for (const char* place : {"today", "forms", "records", "outbox", "settings"}) {
            camera.goTo(place);
            camera.shoot(place);
        }
        shootFilling(camera);
        camera->expectNoWarnings();
    }
}
