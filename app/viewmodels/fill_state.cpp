#include "app/viewmodels/fill_state.h"

#include "app/forms/glance.h"
#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

namespace tashilgar::viewmodels {

namespace {

QString placeOf(const forms::Entry& entry, const std::string& ref)
{
    QStringList names;
    for (const std::string& above : ancestorsOf(ref)) {
        const QString name = placeName(entry, above);
        if (!name.isEmpty() && (names.isEmpty() || !name.startsWith(names.last())))
            names << name;
        else if (!name.isEmpty())
            names.last() = name;
    }
    return names.join(MissingModel::tr(", ", "between places"));
}

} // namespace

std::vector<MissingRow> missingOf(const fieldwork::Filling& filling)
{
    const forms::Entry& entry = filling.entry();
    std::vector<MissingRow> rows;
    for (const forms::ValidationFinding& finding : entry.validate()) {
        const auto view = forms::glance(entry, finding.ref);
        MissingRow row;
        row.ref = QString::fromStdString(finding.ref);
        row.part = QStringLiteral("stop");
        row.place = placeOf(entry, finding.ref);
        row.label = view ? formWords(entry, view->label) : row.ref;
        row.sentence = !finding.message.empty() ? formWords(entry, finding.message)
            : finding.violation == forms::Violation::Required
            ? MissingModel::tr("Not answered yet.")
            : MissingModel::tr("What is written is not accepted yet.");
        rows.push_back(std::move(row));
    }
    for (const forms::Doubt& doubt : filling.doubts()) {
        const auto view = forms::glance(entry, doubt.ref);
        if (!view)
            continue;
        rows.push_back({QString::fromStdString(doubt.ref), QStringLiteral("doubt"), placeOf(entry, doubt.ref), formWords(entry, view->label),
            QuestionModel::doubtOf(*view, readsRightToLeft(entry))});
    }
    const std::size_t stops = rows.size();
    for (auto step = firstStep(entry, Paging::Questions); step; step = stepAfter(entry, *step, Paging::Questions)) {
        for (const forms::NodeView& view : questionsOf(entry, *step)) {
            if (!takesAnswer(view) || !view.value.empty() || view.required)
                continue;
            MissingRow row;
            row.ref = QString::fromStdString(view.ref);
            row.part = QStringLiteral("open");
            row.place = placeOf(entry, view.ref);
            row.label = formWords(entry, view.label);
            rows.push_back(std::move(row));
        }
    }
    std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(stops), rows.end(),
        [](const MissingRow& a, const MissingRow& b) { return a.part > b.part; });
    return rows;
}

QString languageCode(const std::string& language)
{
    const QString name = QString::fromStdString(language);
    const qsizetype open = name.lastIndexOf(u'(');
    return open < 0 || !name.endsWith(u')') ? name : name.mid(open + 1, name.size() - open - 2).trimmed();
}

std::string languageFor(const std::vector<std::string>& languages, const QString& code)
{
    for (const std::string& language : languages) {
        if (languageCode(language) == code)
            return language;
    }
    return {};
}

bool isRightToLeft(const QString& code)
{
    static const QStringList kRightToLeft{QStringLiteral("fa"), QStringLiteral("ku"), QStringLiteral("ckb"),
        QStringLiteral("ar"), QStringLiteral("فارسی"), QStringLiteral("کوردی")};
    return kRightToLeft.contains(code.section(u'-', 0, 0));
}

} // namespace tashilgar::viewmodels
