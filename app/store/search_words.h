#pragma once

#include <string>
#include <string_view>

namespace tashilgar::store {

/// What an FTS5 index of folded words is asked for \p words: each the beginning of one of its words. Empty for nothing.
std::string searchQuery(std::string_view words);

} // namespace tashilgar::store
