#pragma once

#include "app/forms/diagnostics.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// A cell, a row (no column), a column (row 0) or a sheet of the author's workbook.
struct Place {
    std::string_view sheet;
    std::size_t row = 0;
    std::string_view column;

    /// "survey, row 12, column relevant"
    std::string text() const;
};

/// Collects what an author must know, each with its place and what to do about it.
class Messages {
public:
    explicit Messages(Diagnostics& out)
        : m_out(out)
    {
    }
    void error(const Place& place, std::string_view code, std::string sentence, std::string remedy = {});
    void warn(const Place& place, std::string_view code, std::string sentence, std::string remedy = {});
    bool failed() const { return m_failed; }

private:
    Diagnostics& m_out;
    bool m_failed = false;
};

/// The name of \p known that a person most likely meant by \p typed; empty when none is near.
template <class Range>
std::string_view nearest(std::string_view typed, const Range& known);

/// How many letters must be added, dropped, changed or swapped to turn one into the other.
std::size_t editDistance(std::string_view a, std::string_view b);

template <class Range>
std::string_view nearest(std::string_view typed, const Range& known)
{
    std::string_view best;
    std::size_t least = typed.size() < 4 ? 2 : 3; // one slip in a short word, two in a longer one
    for (const auto& candidate : known) {
        const std::size_t distance = editDistance(typed, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace tashilgar::forms::xlsform
