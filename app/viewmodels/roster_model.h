#pragma once

#include "app/base/clock.h"
#include "app/forms/entry.h"
#include "app/viewmodels/question_model.h"
#include "app/viewmodels/roster_shape.h"
#include "app/viewmodels/sign_in.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace tashilgar::viewmodels {

/// A repeat of short questions: a row for each instance, a cell for each question. A row is read when it is shown, so a
/// thousand rows open as fast as ten. What a person does goes through the fill controller, which saves it.
class RosterModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the fill controller")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(bool canRemove READ canRemove NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)
    Q_PROPERTY(tashilgar::viewmodels::QuestionModel* cell READ cell CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::SignIn* signIn READ signIn CONSTANT)

public:
    /// How a change reaches the entry and the disk; each replies as FillController's own.
    struct Hands {
        std::function<bool(const QString& ref, const QString& value)> answer;
        std::function<QString(const QString& range)> add;
        std::function<bool(const QString& instance)> remove;
    };
    /// Answers below an instance, in form order.
    using Answers = std::vector<std::pair<std::string, std::string>>;
    enum Role { RefRole = Qt::UserRole, NumberRole, NameRole, SecondRole, CellsRole, ProblemRole, NotesRole };

    explicit RosterModel(Hands hands, QObject* parent = nullptr);

    /// Shows the instances of \p range. The entry outlives what is shown of it. \p insistent: a missing answer is told too.
    void show(const forms::Entry& entry, const std::string& range, bool rightToLeft, bool insistent);
    /// Shows nothing.
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_count); }
    /// "Attendee: 54"
    QString countText() const;
    const QString& title() const { return m_title; }
    /// {label, control, least}: `least` is how wide the column must be, in characters of its label and its answers.
    const QVariantList& columns() const { return m_columns; }
    bool canAdd() const { return m_canAdd; }
    bool canRemove() const { return m_canRemove; }
    const QString& undoText() const { return m_undoText; }
    QuestionModel* cell() { return &m_cell; }
    SignIn* signIn() { return &m_signIn; }

    /// The ref of a row.
    Q_INVOKABLE QString refOf(int row) const { return QString::fromStdString(instanceAt(row)); }
    /// The ref of a cell; empty where there is none.
    Q_INVOKABLE QString refAt(int row, int column) const;
    /// The cell that \p ref stands in, as {row, column}; -1 for what is not of this roster.
    Q_INVOKABLE QVariantList placeOf(const QString& ref) const;
    Q_INVOKABLE bool answer(int row, int column, const QString& value);
    /// The answer of the row above, once more.
    Q_INVOKABLE bool copyFromAbove(int row, int column);
    /// Puts the question of a cell into `cell`; the whole question, for what is not typed in place.
    Q_INVOKABLE void open(int row, int column);
    Q_INVOKABLE void closeCell();
    /// The next cell that is asked, in reading order; an empty list behind the last one.
    Q_INVOKABLE QVariantList nextAsked(int row, int column, int direction) const;
    Q_INVOKABLE int add();
    Q_INVOKABLE bool remove(int row);
    /// Takes back the last removal or addition: what was removed comes again as the last row.
    Q_INVOKABLE bool undo();

    // For SignIn.
    const forms::Entry* entry() const { return m_entry; }
    const std::string& range() const { return m_range; }
    const std::vector<RosterColumn>& shape() const { return m_shape; }
    bool rightToLeft() const { return m_rightToLeft; }
    const Hands& hands() const { return m_hands; }
    std::string instanceAt(int row) const;
    /// The range without positions, as the form has it.
    std::string rangePath() const;
    Answers answersOf(const std::string& instance) const;
    /// From now on undo() takes back the addition of \p row, or gives it its answers of \p before where it stood there.
    void rememberAdded(int row, const std::optional<Answers>& before, const QString& name);

signals:
    void changed();
    void columnsChanged();
    void undoChanged();
    /// A person asked to see this cell.
    void cellWanted(int row, int column);

private:
    struct Row {
        QString name;
        QString second;
        QVariantList cells;
        QString problem;
        QStringList notes;
    };
    struct Undo {
        enum class Kind { Added, Filled, Removed };
        Kind kind = Kind::Added;
        std::string instance;
        Answers answers;
    };

    const Row& rowAt(int row) const;
    QVariantMap cellFrom(const forms::NodeView& view) const;
    QStringList notesOf(const std::string& instance) const;
    void readColumns();
    void showCell();
    void setUndo(std::optional<Undo> undo, const QString& text);

    Hands m_hands;
    const forms::Entry* m_entry = nullptr;
    std::string m_range;
    std::vector<RosterColumn> m_shape;
    QVariantList m_columns;
    QString m_title;
    std::uint32_t m_count = 0;
    bool m_canAdd = false;
    bool m_canRemove = false;
    bool m_rightToLeft = false;
    bool m_insistent = false;
    int m_removing = -1; ///< the row that is on its way out
    QuestionModel m_cell;
    std::string m_cellRef;
    std::optional<Undo> m_undo;
    QString m_undoText;
    mutable int m_readRow = -1; ///< of m_read: a delegate asks for one role after the other
    mutable std::uint64_t m_readRevision = 0;
    mutable Row m_read;
    SignIn m_signIn;
};

} // namespace tashilgar::viewmodels
