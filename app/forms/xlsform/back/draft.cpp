#include "app/forms/xlsform/back/draft.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tashilgar::forms::xlsform::back {

Sheet Draft::sheet(const std::vector<std::string_view>& columns, const std::vector<std::string>& languages) const
{
    // "bind::tsh:privacy" is no language of "bind": only what the order names has languages.
    const auto rank = [&](const std::string& header) {
        const std::size_t parts = header.find("::");
        const std::string_view base = std::string_view(header).substr(0, parts);
        const auto column = std::find(columns.begin(), columns.end(), base);
        // The column without a language is that of the form without one, which calls it "default".
        const auto plain = std::find(languages.begin(), languages.end(), "default");
        std::size_t language =
            plain == languages.end() ? 0 : 1 + static_cast<std::size_t>(plain - languages.begin());
        if (parts != std::string::npos) {
            const std::string_view wanted = std::string_view(header).substr(parts + 2);
            language = 1
                + static_cast<std::size_t>(std::find(languages.begin(), languages.end(), wanted) - languages.begin());
        }
        return std::tuple(static_cast<std::size_t>(column - columns.begin()), language, header);
    };
    std::set<std::string> used(
        columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(columns.size(), 2)));
    for (const DraftRow& row : rows) {
        for (const auto& [header, text] : row.cells())
            used.insert(header);
    }
    std::vector<std::string> headers(used.begin(), used.end());
    std::sort(headers.begin(), headers.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });

    Sheet sheet{name, {headers}};
    for (const DraftRow& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& header : headers)
            cells.push_back(row.get(header));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

} // namespace tashilgar::forms::xlsform::back
