#include "app/viewmodels/fill_state.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <map>

namespace tashilgar::viewmodels {

namespace {

struct Part {
    std::string ref;
    QString label;
    int asked = 0;
    int answered = 0;
    int problems = 0;
    bool here = false;
};

/// The part of the outline that \p ref belongs to: the outermost labelled group or repeat above it, or nothing.
std::string partOf(const forms::Entry& entry, const std::string& ref)
{
    for (const std::string& above : ancestorsOf(ref)) {
        if (!placeName(entry, above).isEmpty())
            return above.substr(0, above.find('['));
    }
    const auto own = entry.view(ref);
    const bool repeat = own && (own->kind == forms::NodeKind::RepeatRange || own->kind == forms::NodeKind::Group);
    return repeat ? ref : std::string();
}

OutlineRow rowOf(const Part& part, const DisplayText& display)
{
    OutlineRow row;
    row.ref = QString::fromStdString(part.ref);
    row.label = part.label;
    row.state = part.here ? QStringLiteral("here")
        : part.problems > 0 ? QStringLiteral("problem")
        : part.answered == 0 ? QStringLiteral("open")
        : part.answered >= part.asked ? QStringLiteral("done")
                                      : QStringLiteral("open");
    const QString answered = display.digits(QString::number(part.answered));
    const QString asked = display.digits(QString::number(part.asked));
    if (part.problems > 0)
        row.detail = display.digits(OutlineModel::tr("%n left", "things to put right", part.problems));
    else
        row.detail = part.answered == 0 ? asked : OutlineModel::tr("%1 of %2").arg(answered, asked);
    return row;
}

} // namespace

std::vector<OutlineRow> outlineOf(const forms::Entry& entry, const std::vector<FillStep>& steps, int here)
{
    std::vector<Part> parts;
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const FillStep& step = steps[i];
        std::string ref = partOf(entry, step.ref);
        if (ref.empty())
            continue;
        auto [found, fresh] = known.emplace(ref, parts.size());
        if (fresh) {
            QString label;
            if (const auto view = entry.view(ref))
                label = formWords(entry, view->label);
            parts.push_back({ref, label});
        }
        Part& part = parts[found->second];
        part.here = part.here || static_cast<int>(i) == here;
        for (const QuestionModel::Item& item : itemsOf(entry, step, false)) {
            if (!takesAnswer(item.view))
                continue;
            ++part.asked;
            if (!item.view.value.empty())
                ++part.answered;
            // What was never reached is not yet a thing to put right.
            if (item.view.violation == forms::Violation::Constraint
                || (item.view.violation == forms::Violation::Required && static_cast<int>(i) < here))
                ++part.problems;
        }
    }
    std::vector<OutlineRow> rows;
    for (const Part& part : parts) {
        if (!part.label.isEmpty())
            rows.push_back(rowOf(part, DisplayText::instance()));
    }
    return rows;
}

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

std::vector<MissingRow> missingOf(const forms::Entry& entry)
{
    std::vector<MissingRow> rows;
    for (const forms::ValidationFinding& finding : entry.validate()) {
        const auto view = entry.view(finding.ref);
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
    const std::size_t stops = rows.size();
    for (const FillStep& step : stepsOf(entry)) {
        for (const QuestionModel::Item& item : itemsOf(entry, step, false)) {
            const forms::NodeView& view = item.view;
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
