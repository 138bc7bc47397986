#include "app/viewmodels/fill_survey.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"
#include "app/viewmodels/roster_shape.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// Rows of a roster beyond these are counted but not looked into: its own page tells what is wrong with them.
constexpr std::uint32_t kRowsLookedInto = 50;

} // namespace

void FillSurvey::begin(const forms::Entry&, std::optional<FillStep> here, Paging paging)
{
    m_paging = paging;
    m_here = std::move(here);
    m_next.reset();
    m_started = m_passed = false;
    m_parts.clear();
    m_known.clear();
    m_seen = m_seenBefore = 0;
}

bool FillSurvey::work(const forms::Entry& entry, std::chrono::microseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    if (!m_started)
        m_next = firstStep(entry, m_paging);
    m_started = true;
    while (m_next) {
        look(entry, *m_next);
        m_next = stepAfter(entry, *m_next, m_paging);
        if (m_next && std::chrono::steady_clock::now() > end)
            return false;
    }
    m_before = m_seenBefore;
    m_all = m_seen;
    return true;
}

/// The part of the outline that \p ref belongs to: the outermost labelled group or repeat above it, or nothing.
FillSurvey::Part* FillSurvey::partOf(const forms::Entry& entry, const std::string& ref)
{
    std::string part;
    for (const std::string& above : ancestorsOf(ref)) {
        if (m_known.contains(above.substr(0, above.find('['))) || !placeName(entry, above).isEmpty()) {
            part = above.substr(0, above.find('['));
            break;
        }
    }
    if (part.empty()) {
        const auto own = forms::glance(entry, ref);
        if (!own || (own->kind != forms::NodeKind::RepeatRange && own->kind != forms::NodeKind::Group))
            return nullptr;
        part = ref;
    }
    const auto [found, fresh] = m_known.emplace(part, m_parts.size());
    if (fresh)
        m_parts.push_back({part});
    return &m_parts[found->second];
}

void FillSurvey::count(const forms::NodeView& question, Part* part)
{
    if (!takesAnswer(question))
        return;
    ++m_seen;
    if (!part)
        return;
    ++part->asked;
    if (!question.value.empty())
        ++part->answered;
    // What was never reached is not yet a thing to put right.
    if (question.violation == forms::Violation::Constraint
        || (question.violation == forms::Violation::Required && !m_passed && m_here != m_next))
        ++part->problems;
}

void FillSurvey::look(const forms::Entry& entry, const FillStep& step)
{
    Part* part = partOf(entry, step.ref);
    if (m_here && step == *m_here) {
        m_seenBefore = m_seen;
        if (part)
            part->here = true;
    }
    if (step.kind == FillStep::Kind::Roster) {
        const auto range = forms::glance(entry, step.ref);
        const std::vector<RosterColumn> columns = rosterColumns(entry.form(), step.ref);
        const std::uint32_t rows = range ? range->count : 0;
        m_seen += static_cast<int>(rows > kRowsLookedInto ? (rows - kRowsLookedInto) * columns.size() : 0);
        for (std::uint32_t row = 1; row <= std::min(rows, kRowsLookedInto); ++row) {
            for (const RosterColumn& column : columns) {
                const auto cell = forms::glance(entry, step.ref + '[' + std::to_string(row) + ']' + column.below);
                if (cell && cell->relevant)
                    count(*cell, part);
            }
        }
    } else {
        for (const forms::NodeView& question : questionsOf(entry, step))
            count(question, part);
    }
    if (m_here && step == *m_here)
        m_passed = true;
}

OutlineRow FillSurvey::rowOf(const forms::Entry& entry, const Part& part) const
{
    const DisplayText& display = DisplayText::instance();
    OutlineRow row;
    row.ref = QString::fromStdString(part.ref);
    if (const auto view = forms::glance(entry, part.ref))
        row.label = formWords(entry, view->label);
    row.state = part.here ? QStringLiteral("here")
        : part.problems > 0 ? QStringLiteral("problem")
        : part.answered == 0 ? QStringLiteral("open")
        : part.answered >= part.asked ? QStringLiteral("done")
                                      : QStringLiteral("open");
    row.problem = part.problems > 0;
    const QString answered = display.digits(QString::number(part.answered));
    const QString asked = display.digits(QString::number(part.asked));
    if (part.problems > 0)
        row.detail = display.digits(OutlineModel::tr("%n left", "things to put right", part.problems));
    else
        row.detail = part.answered == 0 ? asked : OutlineModel::tr("%1 of %2").arg(answered, asked);
    return row;
}

std::vector<OutlineRow> FillSurvey::rows(const forms::Entry& entry) const
{
    std::vector<OutlineRow> rows;
    for (const Part& part : m_parts) {
        OutlineRow row = rowOf(entry, part);
        if (!row.label.isEmpty())
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tashilgar::viewmodels
