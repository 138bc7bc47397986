#pragma once

#include "app/forms/node_view.h"
#include "app/viewmodels/row_model.h"

#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct ChoiceRow {
    QString value;
    QString label;
    QString image;
    bool chosen = false;
    int place = 0; ///< of a rank: 1 is first
    bool noAnswer = false; ///< "does not know", "no answer": shown after a gap
    std::string raw; ///< the label as the form has it
    QString folded; ///< what search compares; empty until there is a search
};

/// What a select or rank offers. A filter narrows it; marks change in place so that rows keep still. Of a long list only what
/// changed is worked out anew.
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
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY chosenChanged)
    Q_PROPERTY(QVariantList chosenRows READ chosenRows NOTIFY chosenChanged)

public:
    explicit ChoiceModel(QObject* parent = nullptr);

    /// Takes the choices of \p view and marks what its value holds.
    /// \p rightToLeft: how the labels are read.
    void show(const forms::NodeView& view, bool rightToLeft = false);

    int total() const { return static_cast<int>(m_given.size()); }
    int count() const { return rowCount(); }
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    bool searchable() const { return total() > kWithoutSearch; }
    /// Characters of the longest label: two columns only when each fits half the width.
    int longest() const;
    QString chosenLabel() const;
    int chosenCount() const;
    /// {value, label} of what is chosen, whatever the filter leaves.
    QVariantList chosenRows() const;
    /// The row, as shown now, that holds \p value, or -1; and the words of a row.
    Q_INVOKABLE int placeOf(const QString& value) const;
    Q_INVOKABLE QString labelAt(int row) const;
    Q_INVOKABLE QString valueAt(int row) const;
    QString labelOf(const QString& value) const;
    /// Marks exactly those of \p values, whatever the entry holds.
    void markAll(const QSet<QString>& values);

    /// More choices than this get a search field.
    static constexpr int kWithoutSearch = 12;

signals:
    void totalChanged();
    void countChanged();
    void filterChanged();
    void chosenChanged();

private:
    void apply();

    std::vector<ChoiceRow> m_given; ///< in the form's order
    std::vector<std::size_t> m_order; ///< of showing
    QString m_filter;
    bool m_rightToLeft = false;
};

} // namespace tashilgar::viewmodels
