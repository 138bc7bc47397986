#pragma once

#include "app/forms/check/words.h"
#include "app/forms/diagnostics.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tashilgar::forms::check {

/// Where a finding stands.
struct Where {
    std::string place;
    std::uint32_t line = 0;
};

/// Takes findings, words them in English and keeps floods away: the same thing once, of one code so many, then their number.
class Report {
public:
    static constexpr std::size_t kMaxOfOneCode = 20;

    explicit Report(Diagnostics& out)
        : m_out(out)
    {
    }
    using Details = std::initializer_list<std::pair<std::string_view, std::string>>;
    /// \p code is one of the catalogue.
    void add(Severity severity, std::string_view code, const Where& where, Details details);
    /// Says of which code there were more; call once, at the end.
    void finish();

private:
    Diagnostics& m_out;
    std::map<std::string, std::size_t, std::less<>> m_counts;
    std::set<std::string> m_told; ///< code, place and sentence
};

} // namespace tashilgar::forms::check
