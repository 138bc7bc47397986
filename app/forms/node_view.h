#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::forms {

/// What stands at a place of the entry. `Value` has no body element: a calculation, metadata.
enum class NodeKind { Root, Group, RepeatRange, Repeat, Input, Select, Rank, Range, Trigger, Note, Upload, Value };

/// Spec: https://getodk.github.io/xforms-spec/#data-types (unknown types are String)
enum class DataType {
    String, Int, Boolean, Decimal, Date, Time, DateTime, Geopoint, Geotrace, Geoshape, Binary, Barcode, Intent, Rank
};

/// One offer of a select, after filtering, in the active language.
struct Choice {
    std::string value;
    std::string label;
    std::string image; ///< jr:// address or empty
    std::string audio;
    std::string video;
};

enum class Violation { None, Constraint, Required };

/// A parameter of a control as the form has it ("start" "1", "max-pixels" "1280").
struct ControlParameter {
    std::string name;
    std::string value;
};

/// What a caller sees of one node; a snapshot, not kept up to date. Texts are in the active language with outputs filled
/// in and Markdown left as written.
struct NodeView {
    std::string ref; ///< "/data/rep[2]/age": a position on every repeat instance and nowhere else
    NodeKind kind = NodeKind::Value;
    DataType type = DataType::String;
    bool multiple = false; ///< a select of several
    bool relevant = true;  ///< own and all above it
    bool readonly = false; ///< own or any above it
    bool required = false;
    std::string value; ///< lexical, as in the submission; empty while not relevant
    Violation violation = Violation::None;
    std::string message; ///< of the present violation, may be empty
    bool unexpected = false; ///< accepted, but not what the form expects (bind tsh:expected)
    std::string doubt;       ///< the sentence that the form has for that, may be empty
    std::string label;
    std::string shortLabel; ///< for narrow places; empty where the form has none
    std::string hint;
    std::string guidance;
    std::string image; ///< media of the label, jr:// addresses or empty
    std::string audio;
    std::string video;
    std::string appearance;
    std::string mediaType; ///< of an upload, "image/*"
    std::vector<ControlParameter> parameters;
    std::vector<Choice> choices;
    bool personal = false;  ///< bind tsh:privacy="personal"
    bool sensitive = false; ///< bind tsh:privacy="sensitive"

    // of a repeat range
    std::uint32_t count = 0;
    bool canAdd = false;
    bool canRemove = false;
};

} // namespace tashilgar::forms
