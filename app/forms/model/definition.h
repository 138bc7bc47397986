#pragma once

#include "app/base/xml/document.h"
#include "app/forms/model/text.h"
#include "app/forms/node_view.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tashilgar::forms::model {

/// A place of the instance as the form defines it, all instances of a repeat being one place. Index into
/// Definition::nodes.
using DefId = std::uint32_t;
inline constexpr DefId kNoDef = std::numeric_limits<DefId>::max();
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

enum class PreloadKind : std::uint8_t { None, Uid, TimestampStart, TimestampEnd, Today, Property };

struct Preload {
    PreloadKind kind = PreloadKind::None;
    std::string property; ///< of Property
};

/// Spec: https://getodk.github.io/xforms-spec/#bind-attributes. Expressions as written; empty where the bind has none.
struct Bind {
    DefId node = kNoDef;
    std::uint32_t line = 0;
    DataType type = DataType::String;
    bool hasType = false; ///< the form says so; otherwise anything may stand there
    std::string relevant, readonly, required, constraint, calculate;
    std::string expected; ///< tsh:expected: what mostly holds; else the person says why not
    Text constraintMessage, requiredMessage, expectedMessage;
    Preload preload;
    std::string saveTo; ///< entities:saveto
    /// Attributes for a client, "max-pixels", "quality", "track-changes": those of OpenRosa and ODK that say nothing to the engine.
    std::vector<ControlParameter> parameters;
    bool personal = false;
    bool sensitive = false;
};

/// Events as bits, because one action may listen to several. Spec: https://getodk.github.io/xforms-spec/#event:odk-instance-first-load
enum EventBit : std::uint8_t {
    kFirstLoad = 1,
    kLoad = 2,
    kNewRepeat = 4,
    kValueChanged = 8,
    kRevalidate = 16,
};

/// Spec: https://getodk.github.io/xforms-spec/#actions
struct Action {
    enum class Kind : std::uint8_t { SetValue, SetGeopoint, RecordAudio };
    Kind kind = Kind::SetValue;
    std::uint8_t events = 0;
    DefId context = kNoDef; ///< the control, group or repeat that holds it; the root for those of the model
    DefId target = kNoDef;
    std::string targetRef; ///< as written, predicates included
    std::string value;     ///< an expression; empty when the text counts
    std::string literal;
    std::string quality; ///< odk:quality of a recording
    std::uint32_t line = 0;
};

/// A place of the instance. Attributes are places of their own and come before the elements among the children.
struct NodeDef {
    base::xml::Name name;
    DefId parent = kNoDef;
    std::vector<DefId> children;
    std::uint32_t slot = 0;           ///< place among the parent's children
    std::uint32_t depth = 0;          ///< 0 for the root element
    bool attribute = false;
    bool repeat = false;              ///< a body element repeats it
    bool hasTemplate = false;
    DefId repeatScope = kNoDef;       ///< innermost repeat that is this place or holds it
    std::uint32_t bind = kNone;
    std::uint32_t control = kNone;    ///< the first body element with this ref
    std::string path;                 ///< "/data/rep/@x", prefixes as in the form
    std::string defaultValue;         ///< of a leaf, from the template or the first instance
    base::xml::NodeIndex source = base::xml::kNoNode; ///< what a new instance is copied from, in Definition::document

    bool leaf = true;         ///< no child elements
    bool onlyWhenSet = false; ///< a place this client adds, and writes only with a value
    // of a repeat
    std::string count; ///< jr:count, an expression
    bool noAddRemove = false;
};

struct Item {
    std::string value;
    Text label;
};

/// Spec: https://getodk.github.io/xforms-spec/#secondary-instances
struct Itemset {
    std::string nodeset;
    std::string value; ///< relative to each item
    Text label;
    bool distinct = false;      ///< of rows with one value only the first counts
    std::size_t itemsBefore = 0; ///< how many of the control's own items come first
};

/// A body element. Groups without a ref are kept, because they order and style what they hold.
struct Control {
    NodeKind kind = NodeKind::Input;
    DefId node = kNoDef;
    std::uint32_t parent = kNone;
    std::vector<std::uint32_t> children;
    bool multiple = false;
    Text label, hint;
    std::string appearance;
    std::string mediaType;
    std::vector<ControlParameter> parameters;
    std::vector<Item> items;
    std::optional<Itemset> itemset;
    std::string query; ///< of an external select
    std::uint32_t line = 0;
};

/// An instance after the first.
struct SecondaryInstance {
    std::string id;
    std::string source;                                     ///< jr:// address; empty for an inline one
    std::string list;                                       ///< the rows with this list_name only; empty: all
    base::xml::NodeIndex element = base::xml::kNoNode;      ///< <instance>, in Definition::document
    bool implied = false; ///< no element declares it, an expression names it; its file may be missing
};

/// Spec: https://getodk.github.io/xforms-spec/#submission-attributes
struct SubmissionSettings {
    std::string method, action, publicKey, autoSend, autoDelete, clientEditable;
    bool present = false;
};

/// The form as written: what the document says, checked against itself and ordered, nothing evaluated or compiled.
/// Immutable once parsed.
struct Definition {
    std::shared_ptr<const base::xml::Document> document;
    base::xml::NodeIndex primary = base::xml::kNoNode; ///< root element of the primary instance, in document
    base::xml::NodeIndex modelElement = base::xml::kNoNode;
    std::string title, id, version;
    std::string entitiesVersion;

    std::vector<NodeDef> nodes; ///< 0 is the root element; parents come before their children
    std::vector<Bind> binds;
    std::vector<Control> controls; ///< in the order of the body, parents first
    std::vector<std::uint32_t> topControls;
    std::vector<Action> actions;
    std::vector<SecondaryInstance> secondary;
    Itext itext;
    SubmissionSettings submission;
    std::unordered_map<std::string, DefId> byPath; ///< NodeDef::path; the first one when a form repeats a name

    const NodeDef& node(DefId def) const { return nodes[def]; }
    const Bind* bindOf(DefId def) const { return nodes[def].bind == kNone ? nullptr : &binds[nodes[def].bind]; }
    const Control* controlOf(DefId def) const
    {
        return nodes[def].control == kNone ? nullptr : &controls[nodes[def].control];
    }
    /// The children of \p parent with that local name, in order.
    const std::vector<DefId>& named(DefId parent, std::string_view local, bool attribute) const;
    /// Adds a place below \p parent, or the root element for kNoDef.
    DefId add(DefId parent, base::xml::Name name, bool attribute);
    bool isAncestorOrSelf(DefId ancestor, DefId def) const;
    /// The place of meta/<local>, in whichever namespace the form has its meta block.
    DefId meta(std::string_view local) const;

private:
    /// "12/age", "12@id" -> the children of place 12 so named. Forms may have tens of thousands of siblings.
    std::unordered_map<std::string, std::vector<DefId>> m_named;
};

} // namespace tashilgar::forms::model
