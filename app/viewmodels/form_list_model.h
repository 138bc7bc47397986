#pragma once

#include "app/base/clock.h"
#include "app/fieldwork/form_library.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct FormRow {
    QString formId;
    QString title;
    QString purpose;
    QString glyph;
    QString version;
    int drafts = 0;
    QString draftsText; ///< "3 drafts", or empty
    QString recordsText; ///< "12 records on this tablet", or empty
    QString folded; ///< what search compares
};

/// The forms a person may fill, shipped ones first, narrowed by a search.
class FormListModel : public RowModel<FormRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString first READ first NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)

public:
    explicit FormListModel(QObject* parent = nullptr);

    void read(fieldwork::FormLibrary& library);
    void setForms(const std::vector<fieldwork::FillableForm>& forms);

    int total() const { return static_cast<int>(m_all.size()); }
    int count() const { return rowCount(); }
    /// The id of the first form shown, or empty.
    QString first() const { return rows().empty() ? QString() : rows().front().formId; }
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    const QString& trouble() const { return m_trouble; }
    Q_INVOKABLE QVariantMap form(const QString& formId) const;

signals:
    void changed();

private:
    void apply();

    std::vector<FormRow> m_all;
    QString m_filter;
    QString m_trouble;
};

} // namespace tashilgar::viewmodels
