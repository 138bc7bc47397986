#include "app/shell/composition.h"

#include "app/base/folder_lock.h"
#include "app/fieldwork/form_library.h"
#include "app/fieldwork/form_preview.h"
#include "app/fieldwork/submission_review.h"
#include "app/lists/table_cache.h"
#include "app/shell/copy_keeper.h"
#include "app/shell/position_feed.h"
#include "app/shell/synchroniser.h"
#include "app/store/store.h"
#include "app/viewmodels/application.h"
#include "app/viewmodels/preview_controller.h"
#include "platform/capture/make_frame_source.h"
#include "platform/capture/qt_sound_player.h"
#include "platform/capture/qt_sound_source.h"
#include "platform/keys/key_vault.h"
#include "sync/client/errors.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>

#include <spdlog/spdlog.h>

namespace tashilgar::shell {
namespace {

constexpr std::string_view kStoreKey = "store"; ///< its name in the vault
constexpr std::string_view kCaptures = "captures";
/// Who closes the app and opens it at once waits for the last run's end, not for more.
constexpr std::chrono::seconds kLockPatience{3};

/// The position source that the settings name, in the words of platform::makePositionSource().
QString chosenSource(const viewmodels::SettingsController& settings)
{
    const QString source = settings.positionSource();
    return source == "system" ? source : source + u':' + settings.positionAddress();
}

std::map<std::string, std::string> propertiesOf(const std::optional<store::Enrolment>& enrolment)
{
    if (!enrolment)
        return {};
    return {{"deviceid", enrolment->device.value()}, {"username", enrolment->username}};
}

viewmodels::JoinedAs joinedAs(const store::Enrolment& enrolment)
{
    viewmodels::JoinedAs as;
    as.hubName = QString::fromStdString(enrolment.hubName);
    as.programmeName = QString::fromStdString(enrolment.programmeName);
    as.personName = QString::fromStdString(enrolment.personName);
    as.deviceName = QString::fromStdString(enrolment.deviceName);
    if (!enrolment.addresses.empty())
        as.address = QString::fromStdString(enrolment.addresses.front());
    return as;
}

/// The one family of all pages; it knows Persian, Kurdish and Latin letters.
void loadFont()
{
    for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/tashilgar/fonts/Vazirmatn-%1.ttf").arg(weight));
    QGuiApplication::setFont(QFont("Vazirmatn"));
}

} // namespace

/// In the order of what stands on what; the last is destroyed first.
struct Composition::Parts {
    base::SystemFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
    std::shared_ptr<const base::Zone> zone = base::Zone::system();
    std::optional<base::FolderLock> lock; ///< nobody else uses this store
    std::unique_ptr<store::Store> store;
    std::optional<lists::TableCache> tables; ///< none where its folder cannot be made: large lists are read whole then
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::unique_ptr<fieldwork::SubmissionReview> review;
    std::unique_ptr<Synchroniser> synchroniser; ///< none when offline
    std::unique_ptr<CopyKeeper> copyKeeper; ///< none in a preview
    std::unique_ptr<PositionFeed> position;
    std::unique_ptr<platform::FrameSource> camera;
    platform::QtSoundSource microphone;
    platform::QtSoundPlayer loudspeaker;
    std::unique_ptr<viewmodels::Application> application;
    std::unique_ptr<fieldwork::FormPreview> authored; ///< only in a preview, as the next
    std::unique_ptr<viewmodels::PreviewController> preview;
    std::unique_ptr<QQmlApplicationEngine> engine;

    base::Result<void> openStore(const Options& options);
    void makeApplication(const Options& options);
    void joinPosition(const Options& options);
    void joinSynchroniser(const Options& options);
    base::Result<void> loadPages(const Options& options);
};

base::Result<void> Composition::Parts::openStore(const Options& options)
{
    const std::filesystem::path folder = options.data / "store";
    TASHILGAR_TRY(base::makeFolder(files, folder));
    auto alone = base::FolderLock::exclusive(folder / store::kLockFile, kLockPatience);
    if (!alone && alone.error().code == base::kBusy)
        return base::fail(base::kBusy, "Tashilgar is open already with this data; go on in its window", options.data.string());
    if (!alone)
        return base::fail(alone.error());
    lock = std::move(*alone);
    const auto choice = options.keysInFile ? platform::VaultChoice::File : platform::VaultChoice::Automatic;
    const auto vault = platform::openKeyVault(files, options.data, choice);
    if (!vault)
        return base::fail(vault.error());
    const auto beginning = store::Store::isIn(files, folder) ? platform::Beginning::No : platform::Beginning::Yes;
    const auto bytes = platform::keyFrom(**vault, kStoreKey, random, beginning);
    if (!bytes)
        return base::fail(bytes.error());
    const auto key = base::SecretKey::fromBytes(*bytes);
    auto opened = store::Store::open(folder, *key, files, clock, random);
    if (!opened)
        return base::fail(opened.error());
    store = std::move(*opened);
    if (auto cache = lists::TableCache::open(files, folder / "tables", base::deriveKey(*key, "tables")))
        tables.emplace(std::move(*cache));
    else
        spdlog::warn("large lists are not kept as tables: {}", cache.error().text());
    spdlog::info("the store is open; its key rests in: {}", (*vault)->kind());
    if (options.preview.empty())
        copyKeeper = std::make_unique<CopyKeeper>(folder, *key, files, clock, random);
    if (options.offline)
        return {};
    auto started = Synchroniser::start(folder, *key, files, clock, random);
    if (!started)
        return base::fail(started.error());
    synchroniser = std::move(*started);
    return {};
}

void Composition::Parts::makeApplication(const Options& options)
{
    const auto enrolment = store->settings().enrolment().value_or(std::nullopt);
    fieldwork::Surroundings surroundings{store.get(), &files, &clock, &random, zone, propertiesOf(enrolment), [this] {
        return application ? application->position()->lastKnown() : std::string();
    }, tables ? &*tables : nullptr, !options.preview.empty()};
    library = std::make_unique<fieldwork::FormLibrary>(std::move(surroundings));
    review = std::make_unique<fieldwork::SubmissionReview>(*library);
    position = std::make_unique<PositionFeed>(clock, options.trackSecond);
    camera = platform::makeFrameSource(options.camera);
    std::error_code ignored; // of a capture that the last run did not finish
    std::filesystem::remove_all(options.data / kCaptures, ignored);

    const auto nothing = [] {};
    viewmodels::Dependencies dependencies{
        .library = *library,
        .review = *review,
        .clock = clock,
        .zone = zone,
        .settingsFile = QString::fromStdString((options.data / "settings.ini").string()),
        .sync = synchroniser ? synchroniser->wishes() : viewmodels::SyncController::Wishes{nothing, nothing, nothing},
        .join =
            [this](const viewmodels::JoinWish& wish, viewmodels::EnrolmentController::Done done) {
                if (!synchroniser)
                    return done(base::fail(client::kUnreachable, "this run talks to no hub (--offline)"));
                synchroniser->join(wish, [this, done](base::Result<viewmodels::JoinedAs> joined) {
                    if (joined)
                        library->setProperties(propertiesOf(store->settings().enrolment().value_or(std::nullopt)));
                    done(std::move(joined));
                });
            },
        .listenToPosition = [this](bool on) { position->listen(on); },
        .camera = *camera,
        .microphone = microphone,
        .loudspeaker = loudspeaker,
        .workFolder = options.data / kCaptures,
        .recordFinished =
            [this] {
                if (synchroniser)
                    synchroniser->recordFinished();
                if (copyKeeper)
                    copyKeeper->recordFinished();
            },
        .copy = copyKeeper ? copyKeeper->wishes() : viewmodels::CopyController::Wishes{},
    };
    application = std::make_unique<viewmodels::Application>(std::move(dependencies));
    if (!options.language.isEmpty())
        application->settings()->setLanguage(options.language);
    if (enrolment)
        application->enrolment()->setJoined(joinedAs(*enrolment));
    if (options.preview.empty())
        return;
    authored = std::make_unique<fieldwork::FormPreview>(*library, options.preview);
    preview = std::make_unique<viewmodels::PreviewController>(*authored, *application->fill());
}

void Composition::Parts::joinPosition(const Options& options)
{
    position->setController(application->position());
    if (!options.position.isEmpty())
        return position->use(options.position);
    const auto use = [this] { position->use(chosenSource(*application->settings())); };
    QObject::connect(
        application->settings(), &viewmodels::SettingsController::positionChanged, application.get(), use);
    use();
}

void Composition::Parts::joinSynchroniser(const Options& options)
{
    if (copyKeeper) {
        QObject::connect(copyKeeper.get(), &CopyKeeper::statusChanged, application.get(),
            [this](const viewmodels::CopyStatus& status) { application->copy()->show(status); });
        copyKeeper->start();
    }
    if (!synchroniser)
        return;
    QObject::connect(synchroniser.get(), &Synchroniser::statusChanged, application.get(),
        [this](const client::Status& status) { application->sync()->show(status); });
    synchroniser->tellStatus();
    if (!options.enrol.isEmpty() && !application->enrolment()->joined()) {
        application->enrolment()->goTo(QStringLiteral("code")); // where it says what is wrong with a code
        application->enrolment()->join(options.enrol, {});
    }
}

base::Result<void> Composition::Parts::loadPages(const Options& options)
{
    loadFont();
    engine = std::make_unique<QQmlApplicationEngine>();
    engine->addImportPath("qrc:/qt/qml");
    application->speakThrough(*engine);
    QVariantMap properties{{"app", QVariant::fromValue(application.get())}};
    if (!options.size.isEmpty()) {
        properties["width"] = options.size.width();
        properties["height"] = options.size.height();
    }
    properties["gallery"] = options.gallery;
    if (preview)
        properties["preview"] = QVariant::fromValue(preview.get());
    engine->setInitialProperties(properties);
    engine->load(QUrl("qrc:/qt/qml/Tashilgar/Main.qml"));
    if (engine->rootObjects().isEmpty())
        return base::fail(base::kNotFound, "the pages do not load; a package of QML modules is missing (see the log)");
    return {};
}

base::Result<std::unique_ptr<Composition>> Composition::make(const Options& options)
{
    auto parts = std::make_unique<Parts>();
    TASHILGAR_TRY(parts->openStore(options));
    parts->makeApplication(options);
    parts->joinPosition(options);
    TASHILGAR_TRY(parts->loadPages(options));
    parts->joinSynchroniser(options);
    if (parts->preview)
        parts->preview->start(); // now that the pages speak
    return std::unique_ptr<Composition>(new Composition(std::move(parts)));
}

Composition::Composition(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Composition::~Composition()
{
    m_parts->engine.reset(); // the pages look at everything else
    if (m_parts->application)
        m_parts->application->fill()->close();
}

QQuickWindow& Composition::window()
{
    return *qobject_cast<QQuickWindow*>(m_parts->engine->rootObjects().constFirst());
}

} // namespace tashilgar::shell
