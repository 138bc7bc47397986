#include "app/viewmodels/sync_controller.h"

#include "app/viewmodels/display_text.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using client::Phase;
using client::Reason;
using viewmodels::SyncController;

namespace {

client::Status waitingFor(Reason reason)
{
    client::Status status;
    status.phase = Phase::Waiting;
    status.reason = reason;
    return status;
}

} // namespace

TEST_CASE("each reason to wait has words of its own that blame nobody", "[viewmodels][sync]")
{
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
    tests::FakeClock clock;
    SyncController sync({}, clock);
    QStringList titles;
    for (const Reason reason : {Reason::NotEnrolled, Reason::Paused, Reason::NothingToDo, Reason::NoAnswer, Reason::LinkDropped,
             Reason::NotAHub, Reason::OtherHub, Reason::Revoked, Reason::OtherVersion, Reason::HubBusy, Reason::HubFull, Reason::HubTrouble,
             Reason::ReceiptUntrusted, Reason::TabletFull, Reason::TabletTrouble}) {
        sync.show(waitingFor(reason));
        INFO(client::nameOf(reason));
        CHECK_FALSE(sync.title().isEmpty());
        CHECK_FALSE(sync.sentence().isEmpty());
        CHECK_FALSE(titles.contains(sync.title()));
        CHECK_FALSE((sync.title() + sync.sentence()).contains(QStringLiteral("error"), Qt::CaseInsensitive));
        titles << sync.title();
    }
}

TEST_CASE("without a network the count of what is safe here is told", "[viewmodels][sync]")
{
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("fa"));
    tests::FakeClock clock;
    SyncController sync({}, clock);
    client::Status status = waitingFor(Reason::NoAnswer);
    status.totals.unanswered = 5;
    status.totals.stored = 1;
    sync.show(status);
    CHECK(sync.offline());
    CHECK(sync.sentence().startsWith(QString::fromUtf8("۶"))); // the words are the translator's, the digits ours
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
}

TEST_CASE("lists are read again when a receipt came and when a round ended, not at each byte", "[viewmodels][sync]")
{
    tests::FakeClock clock;
    SyncController sync({}, clock);
    int read = 0;
    QObject::connect(&sync, &SyncController::recordsChanged, &sync, [&read] { ++read; });
    client::Status status;
    status.phase = Phase::Sending;
    status.movement = {client::Movement::Kind::File, "photo.jpg", 10, 100};
    sync.show(status);
    status.movement.done = 50;
    sync.show(status);
    CHECK(read == 0);
    CHECK(sync.progress() == 0.5);
    status.totals.safe = 1;
    sync.show(status);
    CHECK(read == 1);
    status.phase = Phase::Waiting;
    status.reason = Reason::NothingToDo;
    sync.show(status);
    CHECK(read == 2);
}

TEST_CASE("a person's wishes reach the synchroniser", "[viewmodels][sync]")
{
    tests::FakeClock clock;
    QStringList wishes;
    SyncController sync({[&] { wishes << "now"; }, [&] { wishes << "pause"; }, [&] { wishes << "resume"; }}, clock);
    sync.now();
    sync.pause();
    sync.resume();
    CHECK(wishes == QStringList{"now", "pause", "resume"});
}
