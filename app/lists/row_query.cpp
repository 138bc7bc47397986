#include "app/lists/row_query.h"

#include <fmt/format.h>

namespace tashilgar::lists {
namespace {

using forms::Comparison;
using forms::RowCondition;
using Kind = forms::RowCondition::Kind;

/// The least text above all that begin with \p prefix. Text of SQLite is compared byte by byte, and no byte of UTF-8 is
/// the highest one.
std::string endOf(std::string prefix)
{
    prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

class Writer {
public:
    explicit Writer(const std::function<int(const std::string&)>& column)
        : m_column(column)
    {
    }

    void write(const RowCondition& condition)
    {
        const bool group = condition.kind == Kind::All || condition.kind == Kind::OneOf;
        if (condition.kind == Kind::Anything || (condition.kind == Kind::All && condition.parts.empty())) {
            query.where += "1";
            return;
        }
        const int place = group || condition.kind == Kind::Nothing ? -1 : m_column(condition.column);
        if (group && !condition.parts.empty())
            writeGroup(condition);
        else if (place < 0)
            query.where += "0";
        else
            writeTerm(condition, place);
    }

    RowQuery query;

private:
    void writeGroup(const RowCondition& condition)
    {
        const char* between = "(";
        for (const RowCondition& part : condition.parts) {
            query.where += between;
            write(part);
            between = condition.kind == Kind::All ? " AND " : " OR ";
        }
        query.where += ")";
    }

    void writeTerm(const RowCondition& condition, int place)
    {
        const char* equality = condition.how == Comparison::Equal ? "=" : "<>";
        switch (condition.kind) {
        case Kind::Text:
            query.where += fmt::format("c{} {} ?", place, equality);
            query.values.emplace_back(condition.text);
            return;
        case Kind::Contains:
            query.where += fmt::format("instr(c{}, ?) > 0", place);
            query.values.emplace_back(condition.text);
            return;
        case Kind::StartsWith:
            query.where += fmt::format("(c{0} >= ? AND c{0} < ?)", place);
            query.values.emplace_back(condition.text);
            query.values.emplace_back(endOf(condition.text));
            return;
        case Kind::Columns: {
            const int other = m_column(condition.other);
            query.where += other < 0 ? "0" : fmt::format("c{} {} c{}", place, equality, other);
            return;
        }
        case Kind::Number:
            writeSize(condition, place);
            return;
        default:
            query.where += "1";
        }
    }

    /// With the margin for dates, which the engine looks at again.
    void writeSize(const RowCondition& condition, int place)
    {
        const auto bound = [&](const char* how, double number) {
            query.where += fmt::format("s{} {} ?", place, how);
            query.values.emplace_back(number);
        };
        const double least = condition.number - forms::kSizeMargin, most = condition.number + forms::kSizeMargin;
        switch (condition.how) {
        case Comparison::Equal:
            query.where += "(";
            bound(">=", least);
            query.where += " AND ";
            bound("<=", most);
            query.where += ")";
            return;
        case Comparison::Less:
            bound("<", most);
            return;
        case Comparison::LessOrEqual:
            bound("<=", most);
            return;
        case Comparison::Greater:
            bound(">", least);
            return;
        case Comparison::GreaterOrEqual:
            bound(">=", least);
            return;
        case Comparison::NotEqual:
            query.where += "1";
            return;
        }
    }

    const std::function<int(const std::string&)>& m_column;
};

} // namespace

RowQuery queryFor(const RowCondition& condition, const std::function<int(const std::string&)>& column)
{
    Writer writer(column);
    writer.write(condition);
    return std::move(writer.query);
}

} // namespace tashilgar::lists
