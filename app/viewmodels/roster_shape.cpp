#include "app/viewmodels/roster_shape.h"

#include "app/forms/glance.h"

#include <algorithm>

namespace tashilgar::viewmodels {

using forms::DataType;
using forms::NodeKind;

namespace {

/// More columns than this are no table on any tablet.
constexpr std::size_t kMostColumns = 9;

/// Answered in one cell, or in one look at a short list.
bool isShort(const RosterColumn& column)
{
    switch (column.kind) {
    case NodeKind::Select:
    case NodeKind::Trigger:
    case NodeKind::Range:
        return true;
    case NodeKind::Input:
        return column.type == DataType::String || column.type == DataType::Int || column.type == DataType::Decimal
            || column.type == DataType::Date || column.type == DataType::Time || column.type == DataType::DateTime
            || column.type == DataType::Barcode;
    default:
        return false;
    }
}

bool isQuestion(NodeKind kind)
{
    return kind == NodeKind::Input || kind == NodeKind::Select || kind == NodeKind::Rank || kind == NodeKind::Range
        || kind == NodeKind::Trigger || kind == NodeKind::Upload;
}

} // namespace

std::string withoutPositions(std::string_view ref)
{
    std::string path;
    bool inside = false;
    for (const char c : ref) {
        inside = c == '[' || (inside && c != ']');
        if (!inside && c != ']')
            path += c;
    }
    return path;
}

std::vector<RosterColumn> rosterColumns(const forms::Form& form, std::string_view range)
{
    const std::string path = withoutPositions(range);
    std::vector<RosterColumn> columns;
    for (const forms::Field& field : forms::fieldsWithin(form, path)) {
        if (isQuestion(field.kind))
            columns.push_back({field.path.substr(path.size()), field.kind, field.type, field.multiple});
    }
    return columns;
}

bool isRoster(const forms::Form& form, std::string_view range)
{
    std::size_t all = 0;
    std::size_t shorts = 0;
    for (const forms::Field& field : forms::fieldsWithin(form, withoutPositions(range))) {
        if (field.kind == NodeKind::RepeatRange)
            return false;
        all += isQuestion(field.kind) ? 1 : 0;
        shorts += isQuestion(field.kind) && isShort({{}, field.kind, field.type, field.multiple}) ? 1 : 0;
    }
    return shorts > 0 && all <= kMostColumns && 3 * (all - shorts) <= all;
}

} // namespace tashilgar::viewmodels
