#pragma once

#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct OutlineRow {
    QString ref;
    QString label;
    QString state; ///< "open", "here", "done" or "problem"
    QString detail; ///< "4 of 6", or the first thing missing
    int depth = 0;
    bool problem = false; ///< also where the person stands
};

/// The parts of the form, how far each is, and where the person stands.
class OutlineModel : public RowModel<OutlineRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the fill controller")
    Q_PROPERTY(bool onlyLeft READ onlyLeft WRITE setOnlyLeft NOTIFY changed)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY changed)

public:
    explicit OutlineModel(QObject* parent = nullptr);

    void show(std::vector<OutlineRow> fresh);
    /// Leaves out the parts that are done, but for the one where the person is.
    bool onlyLeft() const { return m_onlyLeft; }
    void setOnlyLeft(bool only);
    /// Parts with something to put right.
    int problemCount() const;

signals:
    void changed();

private:
    void lay();

    std::vector<OutlineRow> m_all;
    bool m_onlyLeft = false;
};

struct MissingRow {
    QString ref;
    QString part; ///< "stop" must be put right, "doubt" needs a reason, "open" unanswered though not needed
    QString place; ///< group, and instance of a repeat
    QString label;
    QString sentence;
};

/// What is left before a record can be finished.
class MissingModel : public RowModel<MissingRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the fill controller")
    Q_PROPERTY(int stopCount READ stopCount NOTIFY changed)
    Q_PROPERTY(int doubtCount READ doubtCount NOTIFY changed)
    Q_PROPERTY(int openCount READ openCount NOTIFY changed)

public:
    explicit MissingModel(QObject* parent = nullptr);

    void show(std::vector<MissingRow> fresh);
    int stopCount() const { return countOf(u"stop"); }
    int doubtCount() const { return countOf(u"doubt"); }
    int openCount() const { return countOf(u"open"); }
    /// The ref of the first thing that must be put right or needs a reason, or empty.
    Q_INVOKABLE QString firstStop() const;

signals:
    void changed();

private:
    int countOf(QStringView part) const;
};

} // namespace tashilgar::viewmodels
