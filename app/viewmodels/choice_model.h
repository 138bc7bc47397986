#pragma once

#include "app/forms/node_view.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct ChoiceRow {
    QString value;
    QString label;
    QString image;
    bool chosen = false;
    int place = 0; ///< of a rank: 1 is first
    bool noAnswer = false; ///< "does not know", "no answer": shown after a gap
    QString folded; ///< what search compares
};

/// What a select or rank offers. A filter narrows it; marks change in place so that rows keep still.
class ChoiceModel : public RowModel<ChoiceRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with a question")
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(bool searchable READ searchable NOTIFY totalChanged)
    Q_PROPERTY(int longest READ longest NOTIFY totalChanged)
    Q_PROPERTY(QString chosenLabel READ chosenLabel NOTIFY chosenChanged)

public:
    explicit ChoiceModel(QObject* parent = nullptr);

    /// Takes the choices of \p view and marks what its value holds.
    /// \p rightToLeft: how the labels are read.
    void show(const forms::NodeView& view, bool rightToLeft = false);

    int total() const { return static_cast<int>(m_all.size()); }
    int count() const { return rowCount(); }
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    bool searchable() const { return total() > kWithoutSearch; }
    /// Characters of the longest label: two columns only when each fits half the width.
    int longest() const;
    QString chosenLabel() const;
    /// The row, as shown now, that holds \p value, or -1; and the words of a row.
    Q_INVOKABLE int placeOf(const QString& value) const;
    Q_INVOKABLE QString labelAt(int row) const;

    /// More choices than this get a search field.
    static constexpr int kWithoutSearch = 12;

signals:
    void totalChanged();
    void countChanged();
    void filterChanged();
    void chosenChanged();

private:
    void apply();

    std::vector<ChoiceRow> m_all;
    QString m_filter;
};

} // namespace tashilgar::viewmodels
