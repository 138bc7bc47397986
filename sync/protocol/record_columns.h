#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::protocol {

/// Stands in the markup of a record where an answer was.
inline constexpr char kAnswerHere = '\0';

/// A record's XML with its markup and its texts apart: records of one form share all of their markup, which is then one
/// reference for zstd instead of one for every question. Whole again by joined(), byte for byte.
struct RecordColumns {
    std::string markup; ///< everything from each '<' to the next '>', kAnswerHere for each text between
    std::string texts;  ///< these texts, kAnswerHere between two of them
};

/// XML has no NUL; of bytes that do, `markup` is empty and `texts` is all.
RecordColumns apart(std::string_view xml);
/// Nothing where the two do not fit together.
std::optional<std::string> joined(std::string_view markup, std::string_view texts);

} // namespace tashilgar::protocol
