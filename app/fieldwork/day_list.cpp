#include "app/fieldwork/day_list.h"

#include "app/base/text.h"
#include "app/store/store.h"

#include <algorithm>
#include <cstdlib>

namespace tashilgar::fieldwork {

namespace {

std::string valueOf(const store::SeenRow& row, std::string_view column)
{
    for (const auto& [name, value] : row.values) {
        if (name == column)
            return value;
    }
    return {};
}

DueItem itemOf(const store::SeenRow& row, bool issue)
{
    DueItem item;
    item.issue = issue;
    item.key = row.key;
    item.code = valueOf(row, issue ? "issue_no" : "hh_code");
    item.label = valueOf(row, "label");
    item.status = valueOf(row, "status");
    item.visits = static_cast<std::uint32_t>(std::strtoul(valueOf(row, "visits").c_str(), nullptr, 10));
    item.due = valueOf(row, issue ? "due" : "next_visit").substr(0, 10);
    const std::string geometry = valueOf(row, "geometry");
    const auto parts = base::splitWords(geometry);
    if (parts.size() >= 2) {
        item.latitude = std::strtod(std::string(parts[0]).c_str(), nullptr);
        item.longitude = std::strtod(std::string(parts[1]).c_str(), nullptr);
    }
    return item;
}

bool isOver(const DueItem& item)
{
    return item.status == "closed" || item.status == "rejected" || item.status == "done" || item.status == "demolished";
}

} // namespace

DayList::DayList(FormLibrary& library)
    : m_library(&library)
{
}

base::Result<std::vector<DueItem>> DayList::due(std::string_view today)
{
    store::EntityLists& lists = m_library->surroundings().store->lists();
    std::vector<DueItem> items;
    for (const bool issue : {false, true}) {
        const auto rows = lists.search(base::ListName(issue ? "issues" : "households"), "", kMostRows);
        if (!rows)
            return base::fail(rows.error());
        for (const store::SeenRow& row : *rows) {
            DueItem item = itemOf(row, issue);
            if (item.due.size() == 10 && item.due <= today && !isOver(item))
                items.push_back(std::move(item));
        }
    }
    std::stable_sort(items.begin(), items.end(), [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    return items;
}

} // namespace tashilgar::fieldwork
