#include "app/shell/copy_keeper.h"

#include "platform/storage/removable_places.h"

#include <QTimer>

#include <spdlog/spdlog.h>

#include <atomic>

namespace tashilgar::shell {

namespace {

constexpr std::string_view kPlaceSetting = "copy.place";
/// A draft that changes all the time is copied this often.
constexpr int kLookMilliseconds = 15'000;

} // namespace

/// Lives on the thread. Only `stopping` is touched from outside.
class CopyKeeper::Worker : public QObject {
public:
    Worker(CopyKeeper& keeper, std::filesystem::path folder, const base::SecretKey& key, base::Files& files,
        const base::Clock& clock, base::Random& random)
        : m_keeper(keeper)
        , m_folder(std::move(folder))
        , m_key(key)
        , m_files(files)
        , m_clock(clock)
        , m_random(random)
    {
    }

    std::atomic<bool> stopping = false;

    void open()
    {
        store::StoreOptions options;
        options.sweep = false;
        auto opened = store::Store::open(m_folder, m_key, m_files, m_clock, m_random, options);
        if (!opened) {
            spdlog::warn("no second copy: {}", opened.error().text());
            return;
        }
        m_store = std::move(*opened);
        m_timer = std::make_unique<QTimer>();
        m_timer->setInterval(kLookMilliseconds);
        QObject::connect(m_timer.get(), &QTimer::timeout, this, [this] { look(); });
        m_timer->start();
        const auto place = m_store->settings().value(kPlaceSetting).value_or(std::nullopt);
        take(QString::fromStdString(place.value_or(std::string())));
        look();
    }

    void use(const QString& place)
    {
        if (!m_store)
            return;
        (void)m_store->settings().setValue(kPlaceSetting, place.toStdString());
        take(place);
        m_begins = m_copy.has_value();
        look();
    }

    /// Copies when anything changed, or the card is back.
    void look()
    {
        if (!m_store || !m_copy)
            return tell();
        if (m_begins) { // a full or write-protected card is told, and tried again
            if (const auto begun = m_copy->begin(); !begun) {
                m_status.report.trouble = begun.error();
                return tell();
            }
            m_begins = false;
        }
        const bool there = m_copy->isThere();
        const std::int64_t state = m_store->changeNumber();
        const bool trouble = m_status.report.trouble.has_value();
        if (there == m_there && state == m_state && !trouble)
            return;
        const auto stop = [this] { return stopping.load(); };
        if (there && !m_there) { // the office may have changed, and a card that was out may have been torn
            (void)m_copy->begin();
            (void)m_copy->check(stop);
        }
        m_there = there;
        m_state = state;
        m_status.busy = there;
        tell();
        m_status.report = m_copy->run(stop);
        m_status.busy = false;
        tell();
        if (m_status.report.trouble && !trouble)
            spdlog::info("second copy: {} of {}, {}", m_status.report.present, m_status.report.wanted, m_status.report.trouble->text());
    }

    void restore(const QString& place, const QString& typed)
    {
        if (!m_store)
            return;
        const auto key = typed.isEmpty() ? std::optional(store::copyKey(m_key)) : store::keyFromText(typed.toStdString());
        const std::filesystem::path root = place.toStdString();
        const auto found = key ? store::findCopy(m_files, root, *key) : std::nullopt;
        if (found)
            m_status.restored = store::restoreCopy(*m_store, m_files, *found, *key);
        else if (key && !typed.isEmpty())
            m_status.restored = base::fail(store::kCopyGone, "there is no copy of this key in this place", root.string());
        else
            m_status.restored = base::fail(store::kCopyForeign, "the key is not that of a copy in this place", root.string());
        tell();
        look();
        m_status.restored.reset(); // told once; the page keeps the words
    }

private:
    void take(const QString& place)
    {
        m_status.place = place;
        m_status.report = {};
        m_copy.reset();
        m_there = false;
        if (!place.isEmpty())
            m_copy.emplace(*m_store, m_files, m_key, store::copyFolderIn(place.toStdString(), store::copyKey(m_key)));
    }

    void tell()
    {
        QMetaObject::invokeMethod(
            &m_keeper, [keeper = &m_keeper, status = m_status] { emit keeper->statusChanged(status); }, Qt::QueuedConnection);
    }

    CopyKeeper& m_keeper;
    std::filesystem::path m_folder;
    base::SecretKey m_key;
    base::Files& m_files;
    const base::Clock& m_clock;
    base::Random& m_random;
    std::unique_ptr<store::Store> m_store;
    std::optional<store::SecondCopy> m_copy;
    std::unique_ptr<QTimer> m_timer;
    viewmodels::CopyStatus m_status;
    bool m_there = false;
    bool m_begins = false; ///< the place was chosen, and is not made ready yet
    std::int64_t m_state = -1;
};

CopyKeeper::CopyKeeper(std::filesystem::path folder, const base::SecretKey& key, base::Files& files, const base::Clock& clock,
    base::Random& random)
    : m_worker(new Worker(*this, std::move(folder), key, files, clock, random))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

CopyKeeper::~CopyKeeper()
{
    m_worker->stopping = true;
    if (!m_thread.isRunning())
        delete m_worker;
    m_thread.quit();
    m_thread.wait();
}

void CopyKeeper::start()
{
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->open(); }, Qt::QueuedConnection);
}

void CopyKeeper::recordFinished()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->look(); }, Qt::QueuedConnection);
}

viewmodels::CopyController::Wishes CopyKeeper::wishes()
{
    const auto post = [this](auto task) {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, task] { task(*worker); }, Qt::QueuedConnection);
    };
    return {[post](const QString& place) { post([place](Worker& worker) { worker.use(place); }); },
        [post](const QString& place, const QString& key) { post([place, key](Worker& worker) { worker.restore(place, key); }); },
        [] {
            QVariantList places;
            for (const platform::RemovablePlace& place : platform::removablePlaces())
                places.append(QVariantMap{{QStringLiteral("value"), place.folder}, {QStringLiteral("label"), place.name}});
            return places;
        }};
}

} // namespace tashilgar::shell
