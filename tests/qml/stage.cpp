#include "tests/qml/stage.h"
#include "tests/qml/reference.h"

#include "app/base/text.h"
#include "tests/support/catch.h"
#include "tests/support/qt_application.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QQuickItem>
#include <QQuickStyle>
#include <QStyleHints>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#include <algorithm>
#include <fstream>
#include <sstream>

Q_IMPORT_QML_PLUGIN(TashilgarPlugin)
Q_IMPORT_QML_PLUGIN(Tashilgar_ViewModelsPlugin)

namespace tashilgar::tests {

namespace {

store::ListChange list(const std::string& name, const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows)
{
    store::ListChange change;
    change.list = base::ListName(name);
    change.reset = true;
    change.columns = columns;
    for (const auto& row : rows) {
        store::ListRow fresh;
        fresh.key = row.front();
        fresh.version = 1;
        for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i)
            fresh.values.emplace_back(columns[i], row[i]);
        change.upsert.push_back(fresh);
    }
    return change;
}

std::string contentOf(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

void needGuiApplication()
{
    if (QCoreApplication::instance())
        return;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    qtApplication<QGuiApplication>();
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QGuiApplication::styleHints()->setCursorFlashTime(0); // pictures are of no moment
}

Stage::Stage(const QString& language, bool forms)
{
    needGuiApplication();
    m_surroundings.store = &*m_store;
    m_surroundings.files = &m_store.files;
    m_surroundings.clock = &m_store.clock;
    m_surroundings.random = &m_store.random;
    m_surroundings.zone = *base::Zone::named("Asia/Tehran");
    m_surroundings.properties = {{"username", "n.karimi"}, {"deviceid", "tablet-7"}};
    if (forms) {
        fillLists();
        for (const char* form : {"tsh_household", "tsh_issue", "tsh_meeting", "tsh_asset", "tsh_followup", "tsh_block"})
            install(form);
    }
    m_library = std::make_unique<fieldwork::FormLibrary>(m_surroundings);
    m_review = std::make_unique<fieldwork::SubmissionReview>(*m_library);
    m_camera = std::make_unique<platform::RecordedFrameSource>(m_store.folder / "camera", std::chrono::milliseconds(20));
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings << error.toString();
    });
    const QString settings = QString::fromStdString((m_store.folder / "settings.ini").string());
    {
        QSettings chosen(settings, QSettings::IniFormat);
        chosen.setValue(QStringLiteral("language"), language);
        chosen.setValue(QStringLiteral("lessMotion"), true);
    }
    m_app = std::make_unique<viewmodels::Application>(viewmodels::Dependencies{
        .library = *m_library,
        .review = *m_review,
        .clock = m_store.clock,
        .zone = m_surroundings.zone,
        .settingsFile = settings,
        .sync = {[] {}, [] {}, [] {}},
        .join =
            [this](const viewmodels::JoinWish& wish, const viewmodels::EnrolmentController::Done& done) {
                joinWish = wish;
                done(joinAnswer);
            },
        .listenToPosition = [this](bool wanted) { listening = wanted; },
        .camera = *m_camera,
        .microphone = microphone,
        .loudspeaker = loudspeaker,
        .workFolder = m_store.folder / "captures",
        .recordFinished = {},
    });
    m_app->speakThrough(*m_engine);
}

Stage::~Stage()
{
    m_engine.reset(); // pages go before what they show
}

void Stage::fillLists()
{
    std::vector<store::ListChange> changes;
    changes.push_back(list("staff", {"name", "label", "office", "role"}, {{"n.karimi", "ن. کریمی", "office_1", "facilitator"}}));
    changes.push_back(list("neighbourhoods", {"name", "label", "label_en", "office", "lat", "lon", "radius_m"},
        {{"JFR", "جعفرآباد", "Jafarabad", "office_1", "34.345", "47.090", "900"}, {"DLT", "دولت‌آباد", "Dolatabad", "office_1", "34.290", "47.020", "900"}}));
    std::vector<std::vector<std::string>> blocks;
    for (int i = 1; i <= 39; ++i) {
        const std::string number = (i < 10 ? "0" : "") + std::to_string(i);
        blocks.push_back({"JFR-B" + number, "بلوک " + base::persianDigits(std::to_string(i)) + " جعفرآباد", "JFR", "42", "30",
            "34.3450 47.0900 0 0", "", "34.3450 47.0900 0 0", "open"});
    }
    for (int i = 1; i <= 6; ++i) // few enough for a list without search
        blocks.push_back({"DLT-B0" + std::to_string(i), "بلوک " + std::to_string(i) + " دولت‌آباد", "DLT", "30", "25", "34.2900 47.0200 0 0", "", "34.2900 47.0200 0 0", "open"});
    changes.push_back(list("blocks", {"name", "label", "neighbourhood", "hh_est", "plots_est", "centre", "boundary", "geometry", "profile_status"}, blocks));
    changes.push_back(list("households", {"name", "label", "hh_code", "block", "neighbourhood", "status", "visits", "next_visit", "geometry", "card_code"},
        {{"7d0f7c0e-1111-4a4a-8b8b-000000000001", "B01-003 در بسته", "B01-003", "JFR-B01", "JFR", "closed_door", "2", "2026-11-22", "34.3451 47.0901 0 6", ""},
            {"7d0f7c0e-1111-4a4a-8b8b-000000000002", "B03-017 گفتند بعداً بیایید", "B03-017", "JFR-B03", "JFR", "busy", "1", "2026-11-21", "34.3453 47.0903 0 6", ""},
            {"7d0f7c0e-1111-4a4a-8b8b-000000000003", "B02-011 تکمیل", "B02-011", "JFR-B02", "JFR", "done", "1", "", "34.3458 47.0908 0 6", ""},
            {"7d0f7c0e-1111-4a4a-8b8b-000000000004", "B02-014 در بسته", "B02-014", "JFR-B02", "JFR", "closed_door", "1", "2026-11-29", "34.3458 47.0908 0 6", ""}}));
    changes.push_back(list("issues", {"name", "label", "kind", "issue_no", "issue_type", "neighbourhood", "block", "body", "severity", "status", "opened", "due", "percent", "reports", "geometry"},
        {{"7d0f7c0e-1111-4a4a-8b8b-000000000009", "چاله کوچه ۳", "issue", "JFR-261121-1b2c", "pothole", "JFR", "JFR-B01", "municipality_3", "3", "open", "2026-10-21", "2026-11-19", "0", "1", "34.3451 47.0901 0 6"}}));
    changes.push_back(list("people", {"name", "label", "card_code", "gender", "age_group", "neighbourhood", "skills"},
        {{"7d0f7c0e-1111-4a4a-8b8b-000000000021", "زهرا م.", "KC000123", "female", "a30_44", "JFR", ""}}));
    changes.push_back(list("assets", {"name", "label", "side", "category", "neighbourhood", "block", "score", "status", "geometry"}, {}));
    changes.push_back(list("issue_types", {"name", "label", "label_en", "category", "body", "sla_days", "geom"},
        {{"pothole", "چاله و خرابی آسفالت", "Pothole", "street", "municipality_3", "14", "point"}, {"sewage", "فاضلاب روباز", "Open sewage", "water", "abfa", "7", "line"}}));
    changes.push_back(list("bodies", {"name", "label", "label_en", "kind", "phone"},
        {{"municipality_3", "شهرداری منطقه ۳", "Municipality, district 3", "municipality", ""}, {"abfa", "آب و فاضلاب", "Water company", "utility", ""}}));
    store::ArrivingPage page;
    page.lists = std::move(changes);
    page.cursor = "1";
    REQUIRE(m_store->arrivals().apply(page));
}

void Stage::install(const std::string& form)
{
    const std::string xml = contentOf(std::string(TASHILGAR_BINARY_DIR "/forms/") + form + ".xml");
    REQUIRE_FALSE(xml.empty());
    put(xml);
}

void Stage::put(const std::string& xml, const std::map<std::string, std::string>& media)
{
    const auto document = m_store->attachments().add(base::bytesOf(xml));
    REQUIRE(document);
    forms::Diagnostics diagnostics;
    const auto parsed = forms::Form::load(xml, diagnostics);
    REQUIRE(parsed);
    store::FormAnnouncement announced{(*parsed)->version(), (*parsed)->title(), document->sha256, document->size, {}};
    for (const auto& [name, bytes] : media) {
        const auto content = m_store->attachments().add(base::bytesOf(bytes));
        REQUIRE(content);
        announced.media.push_back({name, content->sha256, content->size});
    }
    REQUIRE(m_store->forms().install(announced));
}

void Stage::show(const QImage& picture, bool toward)
{
    const auto folder = toward ? m_store.folder / "camera" / "toward" : m_store.folder / "camera";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    REQUIRE(picture.save(QString::fromStdString((folder / "1.png").string())));
}

void Stage::join()
{
    m_app->enrolment()->setJoined({QStringLiteral("دفتر جعفرآباد"), QStringLiteral("برنامه نمونه کرمانشاه"), QStringLiteral("ن. کریمی"),
        QStringLiteral("تبلت ۷"), QStringLiteral("192.168.1.5:8443")});
}

namespace {

void finish(TemporaryStore& store, int number, const std::string& form, const std::string& name, std::uint32_t files)
{
    store::NewSubmission record;
    record.id = base::InstanceId("uuid:" + std::to_string(number));
    record.form = {base::FormId(form), "2026112201"};
    record.name = name;
    record.xml = "<data id=\"" + form + "\" version=\"2026112201\"/>";
    for (std::uint32_t i = 0; i < files; ++i) {
        const std::string bytes = name + std::to_string(i);
        const auto content = store->attachments().add(base::bytesOf(bytes));
        REQUIRE(content);
        record.files.push_back({"photo" + std::to_string(i) + ".jpg", content->sha256, content->size, "image/jpeg"});
    }
    REQUIRE(store->submissions().finalise(record));
    store.clock.advance(std::chrono::minutes(25));
}

} // namespace

void Stage::work()
{
    const auto begin = m_store.clock.now();
    m_store.clock.set(begin - std::chrono::hours(26));
    finish(m_store, 1, "tsh_household", "B03-013", 0);
    finish(m_store, 2, "tsh_household", "B03-014", 1);
    m_store.clock.set(begin - std::chrono::hours(3));
    finish(m_store, 3, "tsh_issue", "JFR-261121-1b2c", 2);
    finish(m_store, 4, "tsh_household", "B01-002", 1);
    finish(m_store, 5, "tsh_household", "B03-016", 1);
    finish(m_store, 6, "tsh_meeting", "M-JFR-261122-a1", 2);
    auto& box = m_store->submissions();
    for (const char* id : {"uuid:1", "uuid:2"})
        REQUIRE(box.keepReceipt(base::InstanceId(id), {"text of " + std::string(id), "sig", "key", "دفتر جعفرآباد", begin - std::chrono::hours(20), begin - std::chrono::hours(20)}));
    const auto partial = box.read(base::InstanceId("uuid:3"));
    REQUIRE(partial);
    REQUIRE(box.noteAnswer(base::InstanceId("uuid:3"), {store::SubmissionState::Partial, {partial->files[0].sha256}, {}, {}}));
    REQUIRE(box.noteAnswer(base::InstanceId("uuid:4"), {store::SubmissionState::Refused, {}, "form-unknown", "the form is too old"}));
    m_store.clock.set(begin - std::chrono::minutes(40));
    for (const char* form : {"tsh_household", "tsh_issue"}) {
        REQUIRE(m_app->fill()->openForm(QString::fromLatin1(form)));
        REQUIRE(m_app->fill()->choose(m_app->fill()->questions()->rows()[0].ref, QStringLiteral("JFR"), true));
        m_app->fill()->close();
    }
    m_store.clock.set(begin);
    m_app->listsChanged();
}

QQuickWindow& Stage::open(int width, int height) { return openWith({}, width, height); }

QQuickWindow& Stage::openWith(const QVariantMap& properties, int width, int height)
{
    QVariantMap all = properties;
    all[QStringLiteral("app")] = QVariant::fromValue(m_app.get());
    all[QStringLiteral("width")] = width;
    all[QStringLiteral("height")] = height;
    m_engine->setInitialProperties(all);
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tashilgar/Main.qml")));
    INFO(m_warnings.join(u'\n').toStdString());
    REQUIRE(m_engine->rootObjects().size() == 1);
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().front());
    REQUIRE(m_window);
    m_window->resize(width, height);
    m_window->show();
    settle();
    return *m_window;
}

void Stage::resize(int width, int height)
{
    m_window->resize(width, height);
    settle();
}

void Stage::settle(int milliseconds)
{
    QTest::qWait(milliseconds);
}

namespace {

QQuickItem* findVisible(QQuickItem* item, const QString& name)
{
    if (!item || !item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = findVisible(child, name))
            return found;
    }
    return nullptr;
}

void gather(QQuickItem* item, const std::function<bool(QQuickItem&)>& wanted, QStringList& names)
{
    if (!item->isVisible())
        return;
    if (wanted(*item))
        names << item->objectName();
    for (QQuickItem* child : item->childItems())
        gather(child, wanted, names);
}

} // namespace

QStringList Stage::names(const std::function<bool(QQuickItem&)>& wanted)
{
    QStringList found;
    gather(m_window->contentItem(), wanted, found);
    return found;
}

QQuickItem* Stage::find(const QString& objectName)
{
    return findVisible(m_window->contentItem(), objectName);
}

namespace {

/// Scrolls the page as a person does who wants to touch what is further down.
void bringIntoView(QQuickItem* item)
{
    for (QQuickItem* above = item->parentItem(); above; above = above->parentItem()) {
        const double whole = above->property("contentHeight").toDouble();
        if (!above->property("contentY").isValid() || whole <= above->height())
            continue;
        const QRectF place = item->mapRectToItem(above, QRectF(0, 0, item->width(), item->height()));
        if (place.top() >= 0 && place.bottom() <= above->height())
            continue;
        const double y = above->property("contentY").toDouble() + place.center().y() - above->height() / 2;
        above->setProperty("contentY", std::clamp(y, 0.0, whole - above->height()));
    }
}

} // namespace

bool Stage::press(const QString& objectName)
{
    QQuickItem* item = find(objectName);
    if (!item)
        return false;
    bringIntoView(item);
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    settle(60);
    return true;
}

bool Stage::pressAt(const QString& objectName, QPointF place)
{
    return drag(objectName, place, place);
}

bool Stage::drag(const QString& objectName, QPointF from, QPointF to)
{
    QQuickItem* item = find(objectName);
    if (!item)
        return false;
    bringIntoView(item);
    const QPointF begin = item->mapToScene(from); // the item may move with the finger
    const QPointF way = item->mapToScene(to) - begin;
    QTest::mousePress(m_window, Qt::LeftButton, Qt::NoModifier, begin.toPoint());
    constexpr int kSteps = 8;
    for (int i = 1; i <= kSteps && !way.isNull(); ++i)
        QTest::mouseMove(m_window, (begin + way * i / kSteps).toPoint());
    QTest::mouseRelease(m_window, Qt::LeftButton, Qt::NoModifier, (begin + way).toPoint());
    settle(60);
    return true;
}

void Stage::type(const QString& text)
{
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(m_window, &down);
    }
    settle(350);
}

namespace {

constexpr std::chrono::seconds kPictureLate{4};

}

void Stage::shoot(const QString& name)
{
    const QString folder = QStringLiteral(TASHILGAR_BINARY_DIR "/shots");
    QDir().mkpath(folder);
    settle(120);
    while (m_app->fill()->isSurveying()) // what tells of the whole form follows the page
        settle(20);
    const QImage image = m_window->grabWindow();
    const QString file = QStringLiteral("%1-%2-%3x%4").arg(name, m_app->settings()->language()).arg(m_window->width()).arg(m_window->height());
    CHECK(image.save(folder + u'/' + file + QStringLiteral(".png")));
    Comparison comparison = compareWithReference(image, file, folder);
    // On a busy machine a picture may still be on its way; what was kept is what the page comes to.
    for (QDeadlineTimer late(kPictureLate); !comparison.agrees && !late.hasExpired();) {
        settle(200);
        comparison = compareWithReference(m_window->grabWindow(), file, folder);
    }
    INFO(comparison.told.toStdString());
    CHECK(comparison.agrees);
}

void Stage::expectNoWarnings() const
{
    INFO(m_warnings.join(u'\n').toStdString());
    CHECK(m_warnings.isEmpty());
}

} // namespace tashilgar::tests
