#include "app/forms/list_table.h"
#include "app/forms/secondary/table.h"
#include "tests/fuzz/walk_list.h"

#include <cstdint>
#include <cstdlib>

using namespace tashilgar;

namespace {

/// Counts rows, and stops the program at a row that has not one cell for each column.
class CountedRows final : public forms::ListRows {
public:
    base::Result<void> begin(std::span<const std::string> columns) override
    {
        m_columns = columns.size();
        return {};
    }
    base::Result<void> row(std::span<const std::string_view> cells) override
    {
        if (cells.size() != m_columns)
            std::abort();
        ++count;
        return {};
    }
    std::size_t count = 0;

private:
    std::size_t m_columns = 0;
};

} // namespace

/// A CSV file as a list, and as rows that the host would keep: both read the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    CountedRows rows;
    const bool sound = forms::readCsvList(bytes, rows).has_value();
    const auto table = forms::secondary::readCsv(bytes);
    if (table.has_value() != sound || (sound && (*table)->rowCount() != rows.count))
        std::abort();
    fuzz::walkList(bytes, "jr://file-csv/a.csv");
    return 0;
}
