#include "app/base/text.h"
#include "app/forms/list_table.h"
#include "app/forms/secondary/table.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>

// Spec: RFC 4180, and what spreadsheets make of it
namespace tashilgar::forms {
namespace {

/// Cuts bytes into cells, row by row. Cells are lent by the bytes, or, where a quote had to go, until the next row.
class CsvReader {
public:
    CsvReader(std::string_view bytes, char separator)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_separator(separator)
        , m_separators(kEach * static_cast<unsigned char>(separator))
    {
    }

    bool atEnd() const { return m_at == m_end; }
    std::size_t row() const { return m_row; }

    /// The next row into \p cells; false when a quote is never closed.
    bool next(std::vector<std::string_view>& cells)
    {
        cells.clear();
        m_rewritten.clear();
        ++m_row;
        for (;;) {
            std::string_view cell;
            if (!readCell(cell))
                return false;
            cells.push_back(cell);
            if (atEnd() || *m_at != m_separator)
                break;
            ++m_at;
        }
        if (!atEnd() && *m_at == '\r')
            ++m_at;
        if (!atEnd() && *m_at == '\n')
            ++m_at;
        return true;
    }

private:
    static constexpr std::uint64_t kEach = 0x0101010101010101u;
    /// The highest bit of each byte that is zero; of higher bytes also where a lower one is.
    static std::uint64_t zeros(std::uint64_t bytes) { return (bytes - kEach) & ~bytes & (kEach * 0x80); }

    std::string_view upToSeparator()
    {
        const char* at = m_at;
        if constexpr (std::endian::native == std::endian::little) {
            // eight bytes at a time, to the lowest one that ends a cell
            for (; m_end - at >= 8; at += 8) {
                std::uint64_t eight = 0;
                std::memcpy(&eight, at, sizeof eight);
                const std::uint64_t ends
                    = zeros(eight ^ m_separators) | zeros(eight ^ kEach * '\n') | zeros(eight ^ kEach * '\r');
                if (ends != 0) {
                    at += std::countr_zero(ends) / 8;
                    break;
                }
            }
        }
        while (at != m_end && *at != m_separator && *at != '\n' && *at != '\r')
            ++at;
        const std::string_view cell(m_at, static_cast<std::size_t>(at - m_at));
        m_at = at;
        return cell;
    }

    bool readCell(std::string_view& cell)
    {
        if (atEnd() || *m_at != '"') {
            cell = upToSeparator();
            return true;
        }
        std::string* text = nullptr; // only where the cell is not one piece of the bytes
        const auto add = [&](std::string_view piece) {
            if (!text && !piece.empty() && !cell.empty())
                text = &m_rewritten.emplace_back(cell);
            if (text)
                *text += piece;
            else if (!piece.empty())
                cell = piece;
        };
        for (++m_at;;) {
            const auto* quote
                = static_cast<const char*>(std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at)));
            if (!quote)
                return false;
            const bool doubled = quote + 1 != m_end && quote[1] == '"';
            add({m_at, static_cast<std::size_t>(quote - m_at) + (doubled ? 1 : 0)});
            m_at = quote + (doubled ? 2 : 1);
            if (!doubled)
                break;
        }
        add(upToSeparator()); // what stands behind a closing quote, though it should not
        if (text)
            cell = *text;
        return true;
    }

    const char* m_at;
    const char* m_end;
    char m_separator;
    std::uint64_t m_separators;
    std::size_t m_row = 0;
    std::deque<std::string> m_rewritten;
};

char separatorOf(std::string_view bytes)
{
    const std::string_view header = bytes.substr(0, bytes.find_first_of("\r\n"));
    for (const char separator : {',', ';', '\t'}) {
        if (header.find(separator) != std::string_view::npos)
            return separator;
    }
    return ',';
}

bool isBlank(const std::vector<std::string_view>& cells) { return cells.size() == 1 && base::trim(cells[0]).empty(); }

constexpr std::size_t kDropped = SIZE_MAX;

} // namespace

base::Result<void> readCsvList(std::string_view bytes, ListRows& rows)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark))
        bytes.remove_prefix(kMark.size());
    if (!base::isValidUtf8(bytes))
        return base::fail(base::kMalformed, "a CSV file must be UTF-8 text");
    CsvReader reader(bytes, separatorOf(bytes));
    std::vector<std::string_view> written;
    const auto next = [&]() -> base::Result<void> {
        if (!reader.next(written))
            return base::fail(base::kMalformed, "a quote is never closed", "row " + std::to_string(reader.row()));
        return {};
    };

    std::vector<std::string> columns;
    std::vector<std::size_t> places; // of the cells, by column of the file
    if (!reader.atEnd()) {
        TASHILGAR_TRY(next());
        for (const std::string_view name : written) {
            const std::string_view trimmed = base::trim(name);
            const auto known = std::find(columns.begin(), columns.end(), trimmed);
            places.push_back(trimmed.empty() ? kDropped : static_cast<std::size_t>(known - columns.begin()));
            if (!trimmed.empty() && known == columns.end())
                columns.emplace_back(trimmed);
        }
    }
    TASHILGAR_TRY(rows.begin(columns));
    std::vector<std::string_view> cells;
    while (!reader.atEnd()) {
        TASHILGAR_TRY(next());
        if (isBlank(written))
            continue;
        cells.assign(columns.size(), {});
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i] != kDropped)
                cells[places[i]] = i < written.size() ? written[i] : std::string_view();
        }
        TASHILGAR_TRY(rows.row(cells));
    }
    return {};
}

namespace secondary {
namespace {

class TableRows final : public ListRows {
public:
    base::Result<void> begin(std::span<const std::string> columns) override
    {
        for (const std::string& name : columns)
            m_builder.column(name);
        return {};
    }
    base::Result<void> row(std::span<const std::string_view> cells) override
    {
        m_builder.addRow(cells);
        return {};
    }
    void expect(std::size_t bytes) { m_builder.expect(bytes); }
    std::unique_ptr<Table> take() { return m_builder.take(); }

private:
    Table::Builder m_builder;
};

} // namespace

base::Result<std::unique_ptr<Table>> readCsv(std::string_view bytes)
{
    TableRows rows;
    rows.expect(bytes.size());
    TASHILGAR_TRY(readCsvList(bytes, rows));
    return rows.take();
}

} // namespace secondary
} // namespace tashilgar::forms
