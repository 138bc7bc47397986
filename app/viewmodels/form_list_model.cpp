#include "app/viewmodels/form_list_model.h"

#include "app/base/text.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/form_look.h"

namespace tashilgar::viewmodels {

namespace {

const std::vector<RowModel<FormRow>::Role>& roles()
{
    static const std::vector<RowModel<FormRow>::Role> kRoles{
        {"formId", [](const FormRow& row) { return row.formId; }},
        {"title", [](const FormRow& row) { return row.title; }},
        {"purpose", [](const FormRow& row) { return row.purpose; }},
        {"glyph", [](const FormRow& row) { return row.glyph; }},
        {"version", [](const FormRow& row) { return row.version; }},
        {"drafts", [](const FormRow& row) { return row.drafts; }},
        {"draftsText", [](const FormRow& row) { return row.draftsText; }},
        {"recordsText", [](const FormRow& row) { return row.recordsText; }},
    };
    return kRoles;
}

} // namespace

FormListModel::FormListModel(QObject* parent)
    : RowModel(roles(), [](const FormRow& row) { return row.formId; }, parent)
{
}

void FormListModel::read(fieldwork::FormLibrary& library)
{
    const auto forms = library.forms();
    m_trouble = forms ? QString() : tellOf(forms.error());
    setForms(forms ? *forms : std::vector<fieldwork::FillableForm>());
}

void FormListModel::setForms(const std::vector<fieldwork::FillableForm>& forms)
{
    const DisplayText& display = DisplayText::instance();
    m_all.clear();
    for (const fieldwork::FillableForm& form : forms) {
        FormRow row;
        row.formId = QString::fromStdString(form.id.form.value());
        row.title = DisplayText::instance().worded(form.title);
        row.purpose = formPurpose(form.id.form.value());
        row.glyph = formGlyph(form.id.form.value());
        row.version = QString::fromStdString(form.id.version);
        row.drafts = static_cast<int>(form.drafts);
        if (form.drafts > 0)
            row.draftsText = display.digits(tr("%n draft(s)", nullptr, row.drafts));
        if (form.records > 0)
            row.recordsText = display.digits(tr("%n record(s) on this tablet", nullptr, static_cast<int>(form.records)));
        row.folded = QString::fromStdString(base::foldForSearch(form.title + ' ' + form.id.form.value()));
        m_all.push_back(std::move(row));
    }
    std::stable_sort(m_all.begin(), m_all.end(), [](const FormRow& a, const FormRow& b) {
        return formPlace(a.formId.toStdString()) < formPlace(b.formId.toStdString());
    });
    apply();
}

void FormListModel::setFilter(const QString& filter)
{
    m_filter = filter;
    apply();
}

void FormListModel::apply()
{
    const QString wanted = QString::fromStdString(base::foldForSearch(m_filter.toStdString()));
    std::vector<FormRow> kept;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(kept),
        [&wanted](const FormRow& row) { return row.folded.contains(wanted); });
    setRows(std::move(kept));
    emit changed();
}

QVariantMap FormListModel::form(const QString& formId) const
{
    QVariantMap map;
    for (const FormRow& row : m_all) {
        if (row.formId != formId)
            continue;
        for (const Role& role : roles())
            map.insert(QString::fromLatin1(role.name), role.read(row));
    }
    return map;
}

} // namespace tashilgar::viewmodels
