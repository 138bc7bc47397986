#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace tashilgar::base {

/// A stable name for one way to fail, such as "forms.xpath-syntax". Each floor declares its own as constants, beside the
/// functions that fail with them; callers compare, screens translate, logs print.
class ErrorCode {
public:
    consteval explicit ErrorCode(const char* name)
        : m_name(name)
    {
    }
    constexpr std::string_view name() const { return m_name; }
    friend constexpr bool operator==(ErrorCode a, ErrorCode b) { return a.m_name == b.m_name; }

private:
    std::string_view m_name;
};

/// What happened on an ordinary day: a code, a sentence that can be read over a telephone, and the place it concerns
/// (a file, a bind, a row; may be empty). Never holds an answer, a name or a key.
struct Error {
    ErrorCode code;
    std::string sentence;
    std::string place;

    Error(ErrorCode code_, std::string sentence_, std::string place_ = {})
        : code(code_)
        , sentence(std::move(sentence_))
        , place(std::move(place_))
    {
    }
    /// "place: sentence", or the sentence alone.
    std::string text() const { return place.empty() ? sentence : place + ": " + sentence; }
};

inline constexpr ErrorCode kIoError{"base.io"};
inline constexpr ErrorCode kDiskFull{"base.disk-full"};
inline constexpr ErrorCode kNotFound{"base.not-found"};
inline constexpr ErrorCode kMalformed{"base.malformed"};
inline constexpr ErrorCode kTooLarge{"base.too-large"};
inline constexpr ErrorCode kCancelled{"base.cancelled"};

} // namespace tashilgar::base
