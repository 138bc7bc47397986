#include "sync/hub/exports/row_texts.h"

namespace tashilgar::hub::exports {
namespace {

constexpr std::size_t kPage = 1000;

} // namespace

base::Result<void> eachRow(storage::Reader& reader, const std::string& list, const std::function<void(const storage::Row&)>& see)
{
    for (std::int64_t after = 0;;) {
        const auto page = reader.rows(base::ListName(list), after, kPage);
        if (!page)
            return base::fail(page.error());
        if (page->empty())
            return {};
        for (const storage::Row& row : *page)
            see(row);
        after = page->back().number;
    }
}

base::Result<std::map<std::string, std::string>> labelsOf(storage::Reader& reader, const std::string& list)
{
    std::map<std::string, std::string> labels;
    TASHILGAR_TRY(eachRow(reader, list, [&](const storage::Row& row) { labels[row.key] = valueOf(row, "label"); }));
    return labels;
}

std::string harmlessCell(std::string text)
{
    if (text.empty())
        return text;
    const bool number = text.find_first_not_of("+-0123456789. ") == std::string::npos;
    if (text[0] == '=' || text[0] == '@' || text[0] == '\t' || text[0] == '\r' || ((text[0] == '+' || text[0] == '-') && !number))
        text.insert(0, 1, '\'');
    return text;
}

bool isOpenIssue(const std::string& status) { return status != "closed" && status != "rejected" && status != "done"; }

} // namespace tashilgar::hub::exports
