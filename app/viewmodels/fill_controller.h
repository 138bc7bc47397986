#pragma once

#include "app/base/clock.h"
#include "app/fieldwork/filling.h"
#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/fill_survey.h"
#include "app/viewmodels/outline_model.h"
#include "app/viewmodels/question_model.h"
#include "app/viewmodels/roster_model.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace tashilgar::viewmodels {

/// One record being filled: opens it, shows a page at a time, saves each answer, tells what is missing, finishes.
///
/// Every answer is on the disk when answer() returns; `saved` says whether that holds. Nothing a person typed is taken
/// back, accepted or not. Opening, answering and moving cost what the page shows; what tells of the whole form (outline,
/// counts) follows in small pieces. Belongs to the GUI thread, which is the store's. Written in fill_controller.cpp (opening,
/// ending), fill_page.cpp (what is shown), fill_moving.cpp and fill_answering.cpp.
class FillController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(QString title READ title NOTIFY openChanged)
    Q_PROPERTY(QString formId READ formId NOTIFY openChanged)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(tashilgar::viewmodels::QuestionModel* questions READ questions CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::RosterModel* roster READ roster CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::OutlineModel* outline READ outline CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::MissingModel* missing READ missing CONSTANT)
    Q_PROPERTY(int stopCount READ stopCount NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(QString currentRef READ currentRef NOTIFY changed)
    Q_PROPERTY(QString groupName READ groupName NOTIFY changed)
    Q_PROPERTY(QString stepTitle READ stepTitle NOTIFY changed)
    Q_PROPERTY(bool stepRequired READ stepRequired NOTIFY changed)
    Q_PROPERTY(bool asksWhyChanged READ asksWhyChanged NOTIFY openChanged)
    Q_PROPERTY(bool pointWanted READ pointWanted NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(bool saved READ isSaved NOTIFY savedChanged)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged)
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged)
    Q_PROPERTY(QStringList languages READ languages NOTIFY openChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool rightToLeft READ isRightToLeft NOTIFY languageChanged)
    Q_PROPERTY(QString today READ today NOTIFY openChanged)

public:
    explicit FillController(fieldwork::FormLibrary& library, QObject* parent = nullptr);
    ~FillController() override;

    bool isOpen() const { return m_filling != nullptr; }
    QString title() const;
    QString formId() const;
    QString place() const;
    QuestionModel* questions() { return &m_questions; }
    RosterModel* roster() { return &m_roster; }
    OutlineModel* outline() { return &m_outline; }
    MissingModel* missing() { return &m_missing; }
    int stopCount() const;
    /// "question", "list", "roster", "repeat", "end"; empty when nothing is open.
    QString step() const;
    QString currentRef() const;
    QString groupName() const { return m_groupName; }
    QString stepTitle() const { return m_stepTitle; }
    bool stepRequired() const { return m_stepRequired; }
    /// The page is there to take a position: that, and not Next, is the next step.
    bool pointWanted() const;
    double progress() const;
    QString progressText() const;
    bool canGoBack() const { return m_canGoBack; }
    QString nextText() const;
    bool isSaved() const;
    QString savedText() const;
    QString trouble() const { return m_trouble; }
    QStringList languages() const;
    QString language() const;
    void setLanguage(const QString& language);
    bool isRightToLeft() const;
    QString today() const;

    // Each of these may be called by a page or by a script. They reply false, or "", when it did not work; `trouble` or the
    // questions on the page say why.
    Q_INVOKABLE bool openForm(const QString& formId);
    /// Opens the newest version of \p formId in place of what is open; answers, page and language stay as far as they fit,
    /// and nobody sees that nothing is open meanwhile.
    bool reopenForm(const QString& formId);
    Q_INVOKABLE bool resumeDraft(const QString& draftId);
    Q_INVOKABLE bool correctRecord(const QString& recordId);
    Q_INVOKABLE bool answer(const QString& ref, const QString& value);
    /// Adds or removes one choice of a select; of a single one it replaces the answer.
    Q_INVOKABLE bool choose(const QString& ref, const QString& value, bool chosen);
    /// Says why the answer at \p ref is right although the form expects another.
    Q_INVOKABLE bool overrule(const QString& ref, const QString& reason);
    /// The form asks why a record that was sent is changed; to be said before finish().
    bool asksWhyChanged() const { return m_filling && m_filling->asksWhyChanged(); }
    Q_INVOKABLE void sayWhyChanged(const QString& reason);
    Q_INVOKABLE bool moveRank(const QString& ref, int from, int to);
    Q_INVOKABLE QString addRepeat(const QString& range);
    Q_INVOKABLE bool removeRepeat(const QString& instance);
    /// \p file is a path or a file: address.
    Q_INVOKABLE bool attachFile(const QString& ref, const QString& file);
    /// Moves to the next page. Stays, once, on a page with something to put right, and says so there.
    Q_INVOKABLE bool next();
    Q_INVOKABLE bool back();
    Q_INVOKABLE bool goTo(const QString& ref);
    Q_INVOKABLE void goToEnd();
    /// One instance of the roster as a page of its own; Next and Back lead to the roster again.
    Q_INVOKABLE bool openCard(const QString& instance);
    Q_INVOKABLE bool finish();
    Q_INVOKABLE void close();
    /// Writes again what the disk refused.
    Q_INVOKABLE void saveAgain();

    /// What is in a field whose answer is not given yet, a moment after the last key: on the disk, but no answer. It comes
    /// back into the field when the process or the battery dies before the field is left.
    Q_INVOKABLE void keepTyped(const QString& ref, const QString& text);
    Q_INVOKABLE bool hasTyped(const QString& ref) const;
    Q_INVOKABLE QString typedIn(const QString& ref) const;
    /// The field that hasTyped(); empty when there is none.
    Q_INVOKABLE QString typedRef() const;

    /// Why a question is asked, hidden, needed or not accepted: {label, hidden, reasons}, as shownReasons().
    Q_INVOKABLE QVariantMap why(const QString& ref) const;
    /// Questions with these words in their label, hint, name or answer: {ref, label, second, asked}. Hidden ones too.
    Q_INVOKABLE QVariantList find(const QString& words) const;
    /// Chooses, or takes back, the \p number-th choice (from 1) of the only question of the page; false where that is none.
    Q_INVOKABLE bool chooseNumber(int number);

    Q_INVOKABLE QString answerOf(const QString& ref) const;
    Q_INVOKABLE QString previewOf(const QString& ref) const;
    /// The bytes that are attached to \p ref; empty where there are none.
    QByteArray contentOf(const QString& ref) const;
    Q_INVOKABLE QString mediaUrl(const QString& address) const;
    /// The choices of a select that are places: {value, geometry}.
    Q_INVOKABLE QVariantList choicePlaces(const QString& ref) const;
    Q_INVOKABLE QString timeAnswer(const QString& hourAndMinute) const;
    Q_INVOKABLE QString dateTimeAnswer(const QString& isoDate, const QString& hourAndMinute) const;

    /// How much stands on a page; what is open is shown so at once.
    void setPaging(Paging paging);

    /// What tells of the whole form (outline, counts) is on its way.
    bool isSurveying() const { return m_surveySoon.isActive(); }

    /// Works everything out again in the language in force.
    void refresh();

    /// Asked before a person moves to another page or finishes: false stays here, and what was wanted is there to be done
    /// later. Not asked by close(), which always works. One asker; an empty one asks no more.
    using MayLeave = std::function<bool(const std::function<void()>& later)>;
    void askBeforeLeaving(MayLeave mayLeave) { m_mayLeave = std::move(mayLeave); }

signals:
    void openChanged();
    void changed();
    void savedChanged();
    void troubleChanged();
    void languageChanged();
    /// The page is about to show something else: fields hand over what they hold.
    void aboutToMove();
    void moved(int direction);
    void finished(const QString& recordId);
    /// A draft or record came, changed or went: lists read again.
    void recordsChanged();

private:
    base::Result<std::unique_ptr<fieldwork::Filling>> started(const QString& formId);
    bool begin(base::Result<std::unique_ptr<fieldwork::Filling>> filling);
    void show(std::unique_ptr<fieldwork::Filling> filling);
    bool succeeded(const base::Result<void>& result);
    void tell(const QString& sentence);
    void place(const FillStep& step, int direction);
    void showPage();
    void tellScreen();
    void survey(int delayMilliseconds);
    void surveyOn();
    bool leave(const std::function<void()>& later);
    void drop();
    bool pageIsComplete() const;
    /// What is on the screen: a card of the roster, or the page itself.
    FillStep shownStep() const;

    fieldwork::FormLibrary* m_library;
    std::unique_ptr<fieldwork::Filling> m_filling;
    QuestionModel m_questions;
    OutlineModel m_outline;
    MissingModel m_missing;
    RosterModel m_roster;
    FillSurvey m_survey;
    QTimer m_surveySoon;
    Paging m_paging = Paging::Questions;
    std::optional<FillStep> m_step; ///< none in a form without questions
    std::string m_card; ///< the instance of a roster that is open as a page
    std::string m_group;
    std::string m_screen; ///< the page that the audit log knows of
    QString m_nextText;
    bool m_canGoBack = false;
    bool m_atEnd = false;
    bool m_insistent = false;
    bool m_returnToEnd = false;
    QString m_groupName;
    QString m_stepTitle;
    bool m_stepRequired = false;
    QString m_trouble;
    MayLeave m_mayLeave;
};

} // namespace tashilgar::viewmodels
