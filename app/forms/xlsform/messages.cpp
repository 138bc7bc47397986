#include "app/forms/xlsform/messages.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace tashilgar::forms::xlsform {

std::string Place::text() const
{
    std::string text(sheet);
    if (row > 0)
        text += fmt::format(", row {}", row);
    if (!column.empty())
        text += fmt::format(", column {}", column);
    return text;
}

void Messages::error(const Place& place, std::string_view code, std::string sentence, std::string remedy)
{
    m_failed = true;
    m_out.push_back({Severity::Error, std::string(code), place.text(), std::move(sentence), std::move(remedy)});
}

void Messages::warn(const Place& place, std::string_view code, std::string sentence, std::string remedy)
{
    m_out.push_back({Severity::Warning, std::string(code), place.text(), std::move(sentence), std::move(remedy)});
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    // Optimal string alignment over three rows of the table.
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
    }
    return last[b.size()];
}

} // namespace tashilgar::forms::xlsform
