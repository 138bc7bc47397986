#include "app/forms/xlsform/messages.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace tashilgar::forms::xlsform {

std::string Place::text(MessageLanguage language) const
{
    if (row == 0 && column.empty())
        return std::string(sheet);
    if (column.empty())
        return say("{}, row {}", sheet, row).in(language);
    if (row == 0)
        return say("{}, column {}", sheet, column).in(language);
    return say("{}, row {}, column {}", sheet, row, column).in(language);
}

namespace {
/// Nobody reads more in one sitting; a form with more has one mistake many times.
constexpr std::size_t kMostProblems = 1'000;
} // namespace

void Messages::add(Severity severity, const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy)
{
    std::size_t& told = severity == Severity::Error ? m_errors : m_warnings;
    if (++told > kMostProblems) {
        if (told == kMostProblems + 1)
            m_out.push_back({Severity::Warning, "more-problems", std::string(place.sheet),
                             say("there are more problems than are told").in(m_language), say("Mend these first.").in(m_language)});
        return;
    }
    m_out.push_back({severity, std::string(code), place.text(m_language), sentence.in(m_language), remedy.in(m_language)});
}

void Messages::error(const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy)
{
    m_failed = true;
    add(Severity::Error, place, code, sentence, remedy);
}

void Messages::warn(const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy)
{
    add(Severity::Warning, place, code, sentence, remedy);
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
