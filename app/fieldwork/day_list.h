#pragma once

#include "app/base/result.h"
#include "app/fieldwork/form_library.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::fieldwork {

/// A door to come back to, or an open issue that somebody has to look after, from the lists of the office.
struct DueItem {
    bool issue = false; ///< of list "issues"; else of "households"
    std::string key;    ///< `name` of the entity
    std::string code;   ///< "B03-017", as it is painted
    std::string label;
    std::string status;
    std::uint32_t visits = 0;
    std::string due; ///< ISO date
    std::optional<double> latitude;
    std::optional<double> longitude;
};

/// What is due on a day: households whose next visit is that day or was before it, and issues past their date that are
/// neither closed nor given up. Longest due first. Reads the lists; changes nothing.
class DayList {
public:
    /// \p library outlives this object.
    explicit DayList(FormLibrary& library);

    /// Of at most this many rows of a list; a tablet holds the lists of one office.
    static constexpr std::uint32_t kMostRows = 20'000;

    /// \p today is an ISO date. Lists that are not here count as empty.
    base::Result<std::vector<DueItem>> due(std::string_view today);

private:
    FormLibrary* m_library;
};

} // namespace tashilgar::fieldwork
