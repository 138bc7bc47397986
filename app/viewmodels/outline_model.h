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
};

/// The parts of the form, how far each is, and where the person stands.
class OutlineModel : public RowModel<OutlineRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the fill controller")

public:
    explicit OutlineModel(QObject* parent = nullptr);
};

struct MissingRow {
    QString ref;
    QString part; ///< "stop" must be put right, "open" unanswered though not needed
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
    Q_PROPERTY(int openCount READ openCount NOTIFY changed)

public:
    explicit MissingModel(QObject* parent = nullptr);

    void show(std::vector<MissingRow> fresh);
    int stopCount() const { return countOf(u"stop"); }
    int openCount() const { return countOf(u"open"); }
    /// The ref of the first thing that must be put right, or empty.
    Q_INVOKABLE QString firstStop() const;

signals:
    void changed();

private:
    int countOf(QStringView part) const;
};

} // namespace tashilgar::viewmodels
