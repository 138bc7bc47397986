#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::secondary {

/// A JSON value, as far as GeoJSON needs it: members in the order of the file, numbers as they were written.
/// Spec: RFC 8259
struct Json {
    enum class Kind { Null, False, True, Number, String, Array, Object };

    Kind kind = Kind::Null;
    std::string text;           ///< of a string, or the digits of a number
    std::vector<Json> elements;
    struct Member;
    std::vector<Member> members;

    /// Null when this is no object or has no such member.
    const Json* member(std::string_view name) const;
    bool isText(std::string_view wanted) const { return kind == Kind::String && text == wanted; }
};

struct Json::Member {
    std::string name;
    Json value;
};

/// Nesting beyond this is no data.
inline constexpr int kMaxJsonDepth = 64;

/// Reads one whole value. Fails with kMalformed; the sentence is Boost.JSON's, the place "byte 12".
base::Result<Json> readJson(std::string_view bytes);

/// The value on one line, for properties that are objects or lists.
std::string writeJson(const Json& json);

} // namespace tashilgar::forms::secondary
