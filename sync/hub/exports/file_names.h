#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace tashilgar::hub::exports {

/// Names for the files of one export, made of what forms, lists and records call things. Each is short, has nothing in it
/// that any system gives a meaning, and is given once: where two would be alike, also to a system that does not tell large
/// letters from small, the later one gets a number.
class FileNames {
public:
    /// A name without its ending, for \p wanted.
    std::string unique(std::string_view wanted);

private:
    std::set<std::string> m_given;        ///< in small letters
    std::map<std::string, int> m_numbers; ///< the last number that a name got
};

} // namespace tashilgar::hub::exports
