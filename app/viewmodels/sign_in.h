#pragma once

#include "app/viewmodels/choice_model.h"
#include "app/viewmodels/question_model.h"

#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <string>

namespace tashilgar::viewmodels {

class RosterModel;
struct RosterColumn;

/// Adding rows to a roster one touch a row, for a repeat that picks from a long list: a name picked, a name typed, a card
/// read. What else a new row must know is asked beside it. Where a column is asked only after another one was answered
/// ("how: from the list"), the answer that leads to it is found by trying, once a form.
class SignIn : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the roster")
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(bool typedAllowed READ typedAllowed NOTIFY changed)
    Q_PROPERTY(tashilgar::viewmodels::ChoiceModel* names READ names CONSTANT)
    Q_PROPERTY(QString lastName READ lastName NOTIFY changed)
    Q_PROPERTY(tashilgar::viewmodels::QuestionModel* needs READ needs CONSTANT)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool cardsAllowed READ cardsAllowed NOTIFY changed)
    Q_PROPERTY(QString accepted READ accepted NOTIFY changed)
    Q_PROPERTY(bool acceptedKnown READ acceptedKnown NOTIFY changed)

public:
    explicit SignIn(RosterModel& roster);

    /// Another roster, or none, is shown now.
    void begin();
    /// The entry has changed.
    void refresh();
    /// Reads again who is in the rows; a row that was filled or emptied in place is not noticed otherwise.
    void recount();

    bool available() const { return m_pick != nullptr; }
    bool typedAllowed() const { return m_typed != nullptr; }
    ChoiceModel* names() { return &m_names; }
    /// Who was added last.
    const QString& lastName() const { return m_lastName; }
    /// What the last row must still know.
    QuestionModel* needs() { return &m_needs; }
    bool waiting() const;
    /// A sentence when nothing was added, "is signed in already".
    const QString& notice() const { return m_notice; }
    /// There is a column for what the camera reads.
    bool cardsAllowed() const { return m_code != nullptr; }
    /// Whom the last card signed in, in the words of the form's notes about the row; the card's number where the form knows
    /// nobody by it. Empty once something else was added, removed or taken back.
    QString accepted() const;
    bool acceptedKnown() const { return m_acceptedKnown; }

    Q_INVOKABLE bool pick(const QString& value);
    Q_INVOKABLE bool type(const QString& name);
    /// Enter in the search field: the only match, or a code where there is a column for it. False: nothing was clear.
    Q_INVOKABLE bool enter(const QString& text);
    /// A card that the camera read. Adds nothing for one that is signed in already, or that the form does not accept, and says
    /// so in `notice`.
    Q_INVOKABLE bool card(const QString& text);
    /// Takes back the last card. \p named: a name is to stand for it.
    Q_INVOKABLE void takeBack(bool named);
    Q_INVOKABLE void leaveNeeds();

signals:
    void changed();
    void nameWanted();

private:
    void findColumns();
    bool put(const RosterColumn& column, const QString& value, const QString& name);
    bool putCard(const QString& code);
    bool reach(const std::string& instance, const RosterColumn& column);
    bool isBlank(const std::string& instance) const;
    void tell(const QString& notice);

    RosterModel* m_roster;
    const RosterColumn* m_pick = nullptr;
    const RosterColumn* m_typed = nullptr;
    const RosterColumn* m_code = nullptr;
    ChoiceModel m_names;
    QSet<QString> m_picked;
    QSet<QString> m_cards;
    bool m_looked = false; ///< for the columns
    bool m_namesRead = false;
    int m_counted = -1; ///< rows that m_picked and m_cards were read from
    std::map<std::string, std::pair<std::string, std::string>> m_ways; ///< column -> the select and the choice that lead to it
    QuestionModel m_needs;
    std::string m_newest; ///< the instance that was added last
    std::vector<std::string> m_asked; ///< below it
    QString m_lastName;
    QString m_notice;
    QString m_accepted;
    QString m_acceptedUndo; ///< what the roster's undo said then: as long as it does, the card is the last thing done
    bool m_acceptedKnown = false;
};

} // namespace tashilgar::viewmodels
