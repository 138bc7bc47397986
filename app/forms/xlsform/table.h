#pragma once

#include "app/forms/xlsform/column.h"
#include "app/forms/xlsform/messages.h"
#include "app/forms/xlsform/workbook.h"

#include <memory>
#include <optional>

namespace tashilgar::forms::xlsform {

/// A text in the languages it is given in, in the order of the columns; "" is a text without a language.
using Texts = std::vector<std::pair<std::string, std::string>>;

/// Whether anything but one text without a language is here.
bool isTranslated(const Texts& texts);

/// One row of a sheet with its columns named. Copies share the columns.
class Row {
public:
    struct Cell {
        std::size_t column;
        std::string text;
    };

    Row() = default;
    Row(std::shared_ptr<const std::string> sheet, std::shared_ptr<const std::vector<Column>> columns, std::size_t number)
        : m_sheet(std::move(sheet))
        , m_columns(std::move(columns))
        , m_number(number)
    {
    }

    /// As the author's program counts: the header is row 1. 0 for a row that we made.
    std::size_t number() const { return m_number; }
    bool has(std::string_view key) const;
    /// The text under \p key, the first of its languages; empty when there is none.
    const std::string& text(std::string_view key) const;
    Texts texts(std::string_view key) const;
    const std::vector<Cell>& cells() const { return m_cells; }
    /// The same place in the workbook, for what is added beside a row.
    Row withoutCells() const
    {
        Row row = *this;
        row.m_cells.clear();
        return row;
    }
    const Column& column(const Cell& cell) const { return (*m_columns)[cell.column]; }
    void add(std::size_t column, std::string text) { m_cells.push_back({column, std::move(text)}); }
    /// Where \p key stands, under the header the author wrote.
    Place place(std::string_view key = {}) const;

private:
    std::shared_ptr<const std::string> m_sheet;
    std::shared_ptr<const std::vector<Column>> m_columns;
    std::size_t m_number = 0;
    std::vector<Cell> m_cells;
};

/// A sheet with its header understood: empty rows and empty cells left out, blanks around cells removed.
struct Table {
    std::string sheet;
    std::shared_ptr<const std::vector<Column>> columns;
    std::vector<Row> rows;

    bool hasColumn(std::string_view key) const;
};

/// Reads \p sheet as \p kind; \p joinBlanks makes one of several blanks in a row. Columns twice under one name are
/// reported.
Table readTable(const Sheet& sheet, SheetKind kind, Messages& messages, bool joinBlanks = false);

} // namespace tashilgar::forms::xlsform
