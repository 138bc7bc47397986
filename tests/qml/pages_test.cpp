#include "sync/client/errors.h"
#include "tests/qml/stage.h"

#include <QQuickItem>

using namespace tashilgar;
using tests::Stage;

namespace {

const QString kHousehold = QStringLiteral("tsh_household");

} // namespace

TEST_CASE("every page of every shipped form is drawn without a complaint", "[qml][pages]")
{
    for (const char* form : {"tsh_household", "tsh_issue", "tsh_meeting", "tsh_asset", "tsh_followup", "tsh_block"}) {
        Stage stage;
        stage.join();
        stage.open(800, 1280);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QString::fromLatin1(form)));
        int page = 0;
        while (fill.step() != u"end" && page < 200) {
            // Something is chosen wherever there are choices, so that what depends on it comes too.
            const viewmodels::QuestionModel& questions = *fill.questions();
            for (int row = 0; row < questions.count(); ++row) {
                const QVariantMap question = questions.at(row);
                const QString control = question[QStringLiteral("control")].toString();
                const QString ref = question[QStringLiteral("ref")].toString();
                auto* choices = qobject_cast<viewmodels::ChoiceModel*>(question[QStringLiteral("choices")].value<QObject*>());
                if (choices && choices->count() > 0 && control != u"Rank")
                    fill.choose(ref, choices->rows().front().value, true);
                if (control == u"Repeat" && question[QStringLiteral("count")].toInt() == 0 && question[QStringLiteral("canAdd")].toBool()) {
                    fill.addRepeat(ref);
                    break;
                }
            }
            stage.settle(20);
            if (!fill.next())
                fill.next();
            ++page;
        }
        INFO(form << " at " << fill.currentRef().toStdString());
        CHECK(fill.step() == u"end");
        stage.expectNoWarnings();
    }
}

TEST_CASE("an answer given by touch is in the draft before the next question shows", "[qml][fill]")
{
    Stage stage;
    stage.join();
    stage.open(800, 1280);
    REQUIRE(stage.app().fill()->openForm(kHousehold));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("choice_/data/place/nbh_JFR")));
    CHECK(stage.find(QStringLiteral("choice_/data/place/nbh_JFR"))->property("chosen").toBool());
    const auto drafts = stage.store()->drafts().list();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    const auto draft = stage.store()->drafts().read(drafts->front().id);
    REQUIRE(draft);
    REQUIRE_FALSE(draft->journal.empty());
    CHECK(draft->journal.back().ref == "/data/place/nbh");
    CHECK(draft->journal.back().value == "JFR");
    CHECK(stage.app().fill()->isSaved());
    stage.expectNoWarnings();
}

TEST_CASE("a needed answer that is missing is told at Next, and does not hold a person who goes on", "[qml][fill]")
{
    Stage stage;
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(kHousehold));
    stage.settle();
    const QString first = fill.currentRef();
    CHECK_FALSE(stage.find(QStringLiteral("problem_/data/place/nbh")));
    REQUIRE(stage.press(QStringLiteral("next")));
    CHECK(fill.currentRef() == first);
    CHECK(stage.find(QStringLiteral("problem_/data/place/nbh")));
    REQUIRE(stage.press(QStringLiteral("next")));
    CHECK(fill.currentRef() != first);
}

TEST_CASE("the language is switched while a page is open: words, digits and direction", "[qml][language]")
{
    Stage stage(QStringLiteral("fa"));
    stage.join();
    stage.open(1280, 800);
    const auto middleOf = [&stage](const QString& name) {
        const QQuickItem* item = stage.find(name);
        REQUIRE(item);
        return item->mapToScene(QPointF(item->width() / 2, 0)).x();
    };
    CHECK(middleOf(QStringLiteral("place_today")) > 1184); // the rail stands at the start edge
    CHECK(stage.find(QStringLiteral("place_today"))->property("text").toString() == QStringLiteral("امروز"));
    stage.app().settings()->setLanguage(QStringLiteral("en"));
    stage.settle();
    CHECK(middleOf(QStringLiteral("place_today")) < 96);
    CHECK(stage.find(QStringLiteral("place_today"))->property("text").toString() == QStringLiteral("Today"));
    CHECK(stage.app().today()->date() == QStringLiteral("Sunday 1 Azar 1405"));
    stage.app().settings()->setLanguage(QStringLiteral("fa"));
    stage.settle();
    CHECK(stage.app().today()->date() == QStringLiteral("یکشنبه ۱ آذر ۱۴۰۵"));
    stage.expectNoWarnings();
}

TEST_CASE("joining with a code that the office does not know says so and keeps the code", "[qml][enrol]")
{
    Stage stage;
    stage.open(800, 1280);
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("enrolCode")));
    stage.type(QStringLiteral("ABCD-EFGH"));
    stage.joinAnswer = base::fail(client::kCodeUnknown, "");
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    CHECK(stage.app().enrolment()->trouble().contains(QStringLiteral("نمی‌شناسد")));
    CHECK(stage.find(QStringLiteral("enrolTrouble")));
    CHECK(stage.find(QStringLiteral("enrolCode"))->property("text").toString() == QStringLiteral("ABCD-EFGH"));
    stage.joinAnswer = viewmodels::JoinedAs{QStringLiteral("دفتر"), {}, QStringLiteral("ن. کریمی"), {}, {}};
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    stage.settle();
    CHECK(stage.find(QStringLiteral("place_today")));
    stage.expectNoWarnings();
}

TEST_CASE("the address of a server asks for a name and password, and joining says what a server does not do", "[qml][enrol]")
{
    Stage stage;
    stage.open(800, 1280);
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    stage.settle();
    CHECK_FALSE(stage.find(QStringLiteral("enrolPassword")));
    REQUIRE(stage.press(QStringLiteral("enrolCode")));
    stage.type(QStringLiteral("https://kc.example.org"));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("enrolUsername")));
    stage.type(QStringLiteral("zahra"));
    REQUIRE(stage.press(QStringLiteral("enrolPassword")));
    stage.type(QStringLiteral("pass:word"));
    CHECK_FALSE(stage.find(QStringLiteral("enrolAddress")));
    stage.joinAnswer = base::fail(client::kSignInRefused, "");
    REQUIRE(stage.press(QStringLiteral("enrolNext")));
    stage.settle();
    stage.shoot(QStringLiteral("enrol-server"));
    CHECK(stage.app().enrolment()->trouble().contains(QStringLiteral("گذرواژه")));
    CHECK(stage.joinWish.code == QStringLiteral("https://kc.example.org"));
    CHECK(stage.joinWish.username == QStringLiteral("zahra"));
    CHECK(stage.joinWish.password == QStringLiteral("pass:word"));
    stage.expectNoWarnings();
}

TEST_CASE("a record that an OpenRosa server took says so and shows no receipt number", "[qml][records]")
{
    Stage stage;
    stage.join();
    stage.work();
    const auto waiting = stage.store()->submissions().waiting(1);
    REQUIRE(waiting);
    const base::InstanceId id = waiting->front().id;
    const base::Instant now = stage.store().clock.now();
    REQUIRE(stage.store()->submissions().keepReceipt(id, {"openrosa-answer-1\n", {}, "openrosa", "https://central.example.org", now, now}));
    stage.open(1280, 800);
    stage.app().listsChanged();
    REQUIRE(stage.press(QStringLiteral("place_records")));
    stage.settle();
    const QVariantMap record = stage.app().records()->record(QString::fromStdString(id.value()));
    CHECK(record.value(QStringLiteral("receipt")).toString().isEmpty());
    CHECK(record.value(QStringLiteral("receiptText")).toString().contains(QStringLiteral("central.example.org")));
    CHECK(record.value(QStringLiteral("stateText")).toString() == QStringLiteral("سرور گرفته است"));
    stage.shoot(QStringLiteral("records-server"));
    stage.expectNoWarnings();
}

TEST_CASE("a draft that was set aside comes back with one touch", "[qml][records]")
{
    Stage stage;
    stage.join();
    stage.work();
    stage.open(1280, 800);
    REQUIRE(stage.press(QStringLiteral("place_records")));
    const auto drafts = stage.store()->drafts().list();
    REQUIRE(drafts);
    const QString draft = QString::fromStdString(drafts->front().id.value());
    REQUIRE(stage.press(QStringLiteral("record_") + draft));
    REQUIRE(stage.press(QStringLiteral("setDraftAside")));
    CHECK(stage.store()->drafts().list()->size() == drafts->size() - 1);
    CHECK_FALSE(stage.find(QStringLiteral("record_") + draft));
    stage.shoot(QStringLiteral("records-undo"));
    REQUIRE(stage.press(QStringLiteral("undo")));
    CHECK(stage.store()->drafts().list()->size() == drafts->size());
    CHECK(stage.find(QStringLiteral("continueDraft")));
    stage.expectNoWarnings();
}

TEST_CASE("a record that the office refused can be sent again", "[qml][records]")
{
    Stage stage;
    stage.join();
    stage.work();
    stage.open(1280, 1800);
    REQUIRE(stage.press(QStringLiteral("place_records")));
    REQUIRE(stage.press(QStringLiteral("record_uuid:4")));
    REQUIRE(stage.press(QStringLiteral("sendAgain")));
    CHECK(stage.store()->submissions().summary(base::InstanceId("uuid:4"))->state == store::SubmissionState::Waiting);
    CHECK_FALSE(stage.find(QStringLiteral("sendAgain")));
    stage.expectNoWarnings();
}
