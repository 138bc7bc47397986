#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

enum class Comparison : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// What a form asks of the rows of a list: the part of a predicate that the columns alone can decide. Names are those
/// of the list's columns; no row has a value in a column that the list does not have.
struct RowCondition {
    enum class Kind : std::uint8_t {
        Anything,
        Nothing,
        All, ///< every one of `parts`; of none: anything
        OneOf, ///< at least one of `parts`; of none: nothing
        Text, ///< the cell, byte for byte, against `text`: Equal or NotEqual
        Number, ///< what the cell counts as (sizeOfCell) against `number`, by any comparison but NotEqual
        Contains, ///< `text` stands in the cell; it is not empty
        StartsWith, ///< the cell begins with `text`, which is not empty
        Columns ///< the cell, byte for byte, against that of the column `other` in the same row: Equal or NotEqual
    };
    Kind kind = Kind::Anything;
    Comparison how = Comparison::Equal;
    std::string column;
    std::string other;
    std::string text;
    double number = 0;
    std::vector<RowCondition> parts;
};

/// The number that a cell is, or the days of the date or moment that it is, as midnight and clock of UTC. NaN for all
/// else.
double sizeOfCell(std::string_view cell);
/// A date counts by the clock of the tablet's zone, in whole days or as a moment, depending on what it is compared with.
/// sizeOfCell() knows neither, so it may be off by less than so many days.
inline constexpr double kSizeMargin = 4;

/// A list too large to be read each time an entry opens: the host keeps it with indexes, the engine asks for the rows
/// it needs. Rows are numbered from 0, in the order of the list; every row has a cell in every column. Used by one
/// thread.
class ListTable {
public:
    using Row = std::uint32_t;

    virtual ~ListTable() = default;
    virtual const std::vector<std::string>& columns() const = 0;
    virtual Row rowCount() const = 0;
    /// The cells of one row, in the order of the columns.
    virtual base::Result<std::vector<std::string>> cells(Row row) = 0;
    /// Appends to \p found the rows that meet \p condition, in order. Those decided by a Number may be more: all whose
    /// size is within kSizeMargin of meeting it must be there, and the engine looks again.
    virtual base::Result<void> rowsWhere(const RowCondition& condition, std::vector<Row>& found) = 0;
};

/// Takes the rows of a list while it is read; a failure ends the reading.
class ListRows {
public:
    virtual ~ListRows() = default;
    virtual base::Result<void> begin(std::span<const std::string> columns) = 0;
    /// One cell for each column; lent for the call.
    virtual base::Result<void> row(std::span<const std::string_view> cells) = 0;
};

/// Reads an attached CSV file as the engine does: a header row, then rows; commas (or semicolons or tabs, if the header
/// has no comma), quotes doubled inside quotes, line ends of any system, an optional byte order mark. Short rows end in
/// empty cells, cells beyond the header and columns without a name are dropped, of two columns of one name the last
/// counts. Fails with base::kMalformed ("row 12: a quote is never closed") and with what \p rows fails with. Spec: RFC
/// 4180, and what spreadsheets make of it; https://docs.getodk.org/form-datasets/
base::Result<void> readCsvList(std::string_view bytes, ListRows& rows);

} // namespace tashilgar::forms
