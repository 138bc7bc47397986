#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// The element of the form's body a question becomes.
enum class Control : std::uint8_t { None, Input, Select1, Select, Rank, Upload, Trigger, Range };

/// What a word of the type column stands for, beyond the structure words and the selects with their lists.
struct QuestionType {
    std::string_view name; ///< canonical: "text", "start-geopoint"
    Control control = Control::None;
    std::string_view dataType = "string";
    std::string_view mediaType = {};     ///< of an upload: "image/*"
    std::string_view preload = {};       ///< jr:preload
    std::string_view preloadParams = {}; ///< jr:preloadParams
    bool readOnly = false;
    std::string_view constraint = {};
};

/// The type a cell names, in any of the accepted spellings; null when there is none.
/// Spec: https://xlsform.org/en/#question-types
const QuestionType* findQuestionType(std::string_view cell);

/// The names a person may have meant, for "did you mean".
std::string_view nearestType(std::string_view cell);

enum class TypeKind : std::uint8_t { Unknown, Question, Select, BeginGroup, BeginRepeat, BeginLoop, EndGroup, EndRepeat, EndLoop,
                                     Osm, CsvExternal, XmlExternal };

/// A cell of the type column, understood: "select_one_from_file blocks.csv or_other".
struct TypeCell {
    TypeKind kind = TypeKind::Unknown;
    const QuestionType* question = nullptr; ///< of questions and selects
    std::string list;                       ///< list name, file name, or ${reference} of a select; list of a loop
    bool fromFile = false;
    bool external = false; ///< select_one_external
    bool orOther = false;
};
TypeCell readType(std::string_view cell);

} // namespace tashilgar::forms::xlsform
