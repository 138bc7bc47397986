#include "app/forms/secondary/table.h"

#include "app/base/text.h"

// Spec: RFC 4180, and what spreadsheets make of it
namespace tashilgar::forms::secondary {
namespace {

/// Cuts bytes into cells, row by row.
class CsvReader {
public:
    CsvReader(std::string_view bytes, char separator)
        : m_bytes(bytes)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_bytes.size(); }
    std::size_t row() const { return m_row; }

    /// The next row into \p cells; false when a quote is never closed.
    bool next(std::vector<std::string>& cells)
    {
        cells.clear();
        ++m_row;
        for (;;) {
            std::string& cell = cells.emplace_back();
            if (!readCell(cell))
                return false;
            if (atEnd() || m_bytes[m_at] != m_separator)
                break;
            ++m_at;
        }
        endLine();
        return true;
    }

private:
    bool endsCell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    bool readCell(std::string& cell)
    {
        if (!atEnd() && m_bytes[m_at] == '"') {
            for (++m_at;; ++m_at) {
                const std::size_t quote = m_bytes.find('"', m_at);
                if (quote == std::string_view::npos)
                    return false;
                cell += m_bytes.substr(m_at, quote - m_at);
                m_at = quote + 1;
                if (atEnd() || m_bytes[m_at] != '"')
                    break;
                cell += '"';
            }
        }
        // Also what stands behind a closing quote, though it should not.
        while (!atEnd() && !endsCell(m_bytes[m_at]))
            cell += m_bytes[m_at++];
        return true;
    }

    void endLine()
    {
        if (!atEnd() && m_bytes[m_at] == '\r')
            ++m_at;
        if (!atEnd() && m_bytes[m_at] == '\n')
            ++m_at;
    }

    std::string_view m_bytes;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_row = 0;
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

bool isBlank(const std::vector<std::string>& cells) { return cells.size() == 1 && base::trim(cells[0]).empty(); }

} // namespace

base::Result<std::unique_ptr<Table>> readCsv(std::string_view bytes)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark))
        bytes.remove_prefix(kMark.size());
    if (!base::isValidUtf8(bytes))
        return base::fail(base::kMalformed, "a CSV file must be UTF-8 text");
    CsvReader reader(bytes, separatorOf(bytes));
    Table::Builder builder;
    std::vector<std::string> cells;
    std::vector<Table::Column> columns;
    const auto unclosed = [&] {
        return base::fail(base::kMalformed, "a quote is never closed", "row " + std::to_string(reader.row()));
    };
    if (!reader.atEnd()) {
        if (!reader.next(cells))
            return unclosed();
        for (const std::string& name : cells) {
            const std::string_view trimmed = base::trim(name);
            columns.push_back(trimmed.empty() ? Table::kNoColumn : builder.column(trimmed));
        }
    }
    while (!reader.atEnd()) {
        if (!reader.next(cells))
            return unclosed();
        if (isBlank(cells))
            continue;
        builder.beginRow();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] != Table::kNoColumn)
                builder.set(columns[i], i < cells.size() ? std::string_view(cells[i]) : std::string_view());
        }
    }
    return builder.take();
}

} // namespace tashilgar::forms::secondary
