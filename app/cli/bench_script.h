#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::cli {

/// One line of an answer script, DESIGN.md, 7.
struct BenchStep {
    enum class Kind { Answer, Repeat, Choices, Check };

    Kind kind = Kind::Answer;
    std::string ref;
    std::string value; ///< the answer; the place of the new instance; how many choices, below zero for any; what a node
                       ///< must hold
    std::string label; ///< what the time is added to; empty for a check
};

/// Fails with base::kMalformed; the place is the line.
base::Result<std::vector<BenchStep>> readBenchScript(std::string_view text);

} // namespace tashilgar::cli
