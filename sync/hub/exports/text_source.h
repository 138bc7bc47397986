#pragma once

#include "app/base/result.h"

#include <string>

namespace tashilgar::hub::exports {

/// A text that is made piece by piece, so that its size does not matter. One thread at a time asks.
class TextSource {
public:
    virtual ~TextSource() = default;
    /// The next piece; empty at the end.
    virtual base::Result<std::string> next() = 0;
};

} // namespace tashilgar::hub::exports
