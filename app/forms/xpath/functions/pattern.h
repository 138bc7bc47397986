#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace tashilgar::forms::xpath {

/// A regular expression that must match a whole text. Immutable, for any thread. Forms come from outside, so matching
/// is cut off where it begins to explode.
class Pattern {
public:
    static constexpr std::size_t kMaxLength = 10'000;

    /// Null when \p pattern is no regular expression, or too long.
    static std::shared_ptr<const Pattern> compile(std::string_view pattern);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    /// Nothing when it would take too much work. Text that is no UTF-8 does not match.
    std::optional<bool> matches(std::string_view text) const;

private:
    Pattern() = default;
    struct Code;
    std::unique_ptr<Code> m_code;
};

} // namespace tashilgar::forms::xpath
