#pragma once

#include "sync/hub/storage/storage.h"

#include <map>
#include <string>
#include <vector>

namespace tashilgar::hub::exports {

/// One neighbourhood in numbers.
struct NeighbourhoodSummary {
    std::string code;
    std::string label;
    std::map<std::string, std::size_t> households; ///< by status
    std::size_t capacities = 0;
    std::size_t obstacles = 0;
    std::map<std::string, std::size_t> openIssues; ///< by responsible body; commitments too
};

/// The data bank at one moment: what an office asks first.
struct Summary {
    std::vector<NeighbourhoodSummary> neighbourhoods; ///< in the order of their list; those without a row in it at the end
    std::map<std::string, std::string> bodyLabels;
    std::size_t records = 0;

    std::string text() const;
    std::string json() const;
};

base::Result<Summary> summarise(storage::Reader& reader);

} // namespace tashilgar::hub::exports
