#include "app/forms/secondary/row_filter.h"

#include "app/forms/xpath/temporal.h"
#include "app/forms/xpath/value.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tashilgar::forms {

double sizeOfCell(std::string_view cell)
{
    const double plain = xpath::numberOfText(cell);
    if (!std::isnan(plain) || !xpath::looksTemporal(cell))
        return plain;
    static const std::shared_ptr<const base::Zone> utc = *base::Zone::named("UTC");
    const auto moment = xpath::momentOf(cell, *utc);
    return moment ? xpath::daysOf(*moment) : std::numeric_limits<double>::quiet_NaN();
}

namespace secondary {
namespace {

/// Whether a cell of \p size may compare so with \p number, dates seen generously.
bool mayCompare(Comparison how, double size, double number)
{
    switch (how) {
    case Comparison::Equal: return size == number || std::abs(size - number) <= kSizeMargin;
    case Comparison::NotEqual: return true;
    case Comparison::Less:
    case Comparison::LessOrEqual: return size <= number + kSizeMargin;
    case Comparison::Greater:
    case Comparison::GreaterOrEqual: return size >= number - kSizeMargin;
    }
    return true;
}

} // namespace

RowFilter::RowFilter(const RowsDom& rows, const RowCondition& condition)
    : m_rows(rows)
    , m_top(bind(condition))
{
}

RowFilter::Term RowFilter::bind(const RowCondition& condition) const
{
    Term term;
    term.condition = &condition;
    term.column = m_rows.findColumn(condition.column);
    term.other = m_rows.findColumn(condition.other);
    for (const RowCondition& part : condition.parts)
        term.parts.push_back(bind(part));
    return term;
}

bool RowFilter::meets(RowsDom::Row row, const Term& term) const
{
    using Kind = RowCondition::Kind;
    const RowCondition& condition = *term.condition;
    const auto holds = [&](const Term& part) { return meets(row, part); };
    switch (condition.kind) {
    case Kind::Anything:
        return true;
    case Kind::Nothing:
        return false;
    case Kind::All:
        return std::all_of(term.parts.begin(), term.parts.end(), holds);
    case Kind::OneOf:
        return std::any_of(term.parts.begin(), term.parts.end(), holds);
    default:
        break;
    }
    if (term.column == RowsDom::kNoColumn || !m_rows.hasCell(row, term.column))
        return false;
    const std::string_view cell = m_rows.cellView(row, term.column).value_or(std::string_view());
    switch (condition.kind) {
    case Kind::Text:
        return (cell == condition.text) == (condition.how == Comparison::Equal);
    case Kind::Contains:
        return cell.find(condition.text) != std::string_view::npos;
    case Kind::StartsWith:
        return cell.starts_with(condition.text);
    case Kind::Number: return mayCompare(condition.how, sizeOfCell(cell), condition.number);
    case Kind::Columns:
        return term.other != RowsDom::kNoColumn && m_rows.hasCell(row, term.other)
            && (cell == m_rows.cellView(row, term.other).value_or(std::string_view()))
            == (condition.how == Comparison::Equal);
    default:
        return true;
    }
}

} // namespace secondary
} // namespace tashilgar::forms
