#include "app/shell/synchroniser.h"

#include "app/exchange/sync_parts.h"
#include "platform/connectivity/qt_reachability.h"
#include "sync/client/qt/qt_transport.h"

#include <QSysInfo>

#include <spdlog/spdlog.h>

namespace tashilgar::shell {
namespace {

viewmodels::JoinedAs joinedAs(const client::Account& account)
{
    viewmodels::JoinedAs as;
    as.hubName = QString::fromStdString(account.hubName);
    as.programmeName = QString::fromStdString(account.programmeName);
    as.personName = QString::fromStdString(account.person.name);
    as.deviceName = QString::fromStdString(account.deviceName);
    if (!account.addresses.empty())
        as.address = QString::fromStdString(account.addresses.front());
    return as;
}

using Asker = std::function<base::Result<client::Account>(exchange::SyncParts& sync, const std::string& deviceName)>;

/// What asks the hub or the server that \p wish is of.
base::Result<Asker> askerOf(const viewmodels::JoinWish& wish, std::stop_token stop)
{
    const std::string code = wish.code.trimmed().toStdString();
    if (client::openrosa::Server::looksLikeOne(code)) {
        auto server = client::openrosa::Server::read(code, wish.username.toStdString(), wish.password.toStdString());
        if (!server)
            return base::fail(std::move(server).error());
        return [server = std::move(*server), stop](exchange::SyncParts& sync, const std::string& deviceName) {
            return sync.joinServer(server, deviceName, stop);
        };
    }
    std::vector<std::string> first;
    for (const QString& address : wish.addresses)
        first.push_back(address.toStdString());
    auto offer = client::Offer::read(code, first);
    if (!offer)
        return base::fail(std::move(offer).error());
    return [offer = std::move(*offer), stop](exchange::SyncParts& sync, const std::string& deviceName) {
        return sync.enrolment().enrol(offer, deviceName, stop);
    };
}

/// Logs what changed since \p before and a person may have to explain over a telephone: reasons and counts, no names.
void log(const client::Status& status, client::Reason& before)
{
    if (status.phase != client::Phase::Waiting || status.reason == before)
        return;
    before = status.reason;
    spdlog::info("sync: {}, {} waiting, {} safe{}", client::nameOf(status.reason),
        status.totals.unanswered + status.totals.stored, status.totals.safe,
        status.error ? " (" + status.error->text() + ")" : "");
}

} // namespace

Synchroniser::Synchroniser()
    : m_reachability(std::make_unique<platform::QtReachability>())
{
    connect(m_reachability.get(), &platform::Reachability::changed, this,
        [this] { m_worker->scheduler().networkChanged({}); });
}

base::Result<std::unique_ptr<Synchroniser>> Synchroniser::start(const std::filesystem::path& folder,
    const base::SecretKey& key, base::Files& files, const base::Clock& clock, base::Random& random)
{
    exchange::SyncPlan plan{folder, key, &files, &clock, &random,
        [] { return std::make_unique<client::QtTransport>(); }};
    auto worker = client::Worker::start([plan] { return exchange::SyncParts::make(plan); });
    if (!worker)
        return base::fail(worker.error());
    std::unique_ptr<Synchroniser> synchroniser(new Synchroniser);
    synchroniser->m_worker = std::move(*worker);
    synchroniser->m_worker->scheduler().onStatus([here = synchroniser.get()](const client::Status& status) {
        QMetaObject::invokeMethod(here, [here, status] { here->onStatus(status); }, Qt::QueuedConnection);
    });
    return synchroniser;
}

Synchroniser::~Synchroniser()
{
    m_worker->scheduler().onStatus({});
    m_worker.reset(); // joins the thread; what it still queued for this object goes with the object
}

viewmodels::SyncController::Wishes Synchroniser::wishes()
{
    client::Scheduler& scheduler = m_worker->scheduler();
    return {[&] { scheduler.now(); }, [&] { scheduler.pause(); }, [&] { scheduler.resume(); }};
}

void Synchroniser::recordFinished() { m_worker->scheduler().workArrived(); }

void Synchroniser::join(const viewmodels::JoinWish& wish, viewmodels::EnrolmentController::Done done)
{
    const auto answer = [this, done](base::Result<viewmodels::JoinedAs> result) {
        QMetaObject::invokeMethod(this, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    auto ask = askerOf(wish, m_worker->stopping());
    if (!ask)
        return answer(base::fail(ask.error()));
    m_worker->post([ask = std::move(*ask), answer](client::Worker::Parts& parts) {
        auto& sync = static_cast<exchange::SyncParts&>(parts);
        const auto account = ask(sync, QSysInfo::machineHostName().toStdString());
        if (!account) {
            spdlog::warn("enrolment: {}", account.error().code.name());
            return answer(base::fail(account.error()));
        }
        sync.scheduler().workArrived();
        answer(joinedAs(*account));
    });
}

void Synchroniser::tellStatus() { onStatus(m_worker->scheduler().status()); }

void Synchroniser::onStatus(const client::Status& status)
{
    log(status, m_logged);
    emit statusChanged(status);
}

} // namespace tashilgar::shell
