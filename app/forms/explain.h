#pragma once

#include "app/forms/node_view.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::forms {

/// What gave a place its present value.
enum class ChangedBy : std::uint8_t {
    Nothing,     ///< it has never had one
    Form,        ///< what the form writes there, or its repeat's template
    Preload,     ///< jr:preload: the clock, the device, the person who is signed in
    Answer,      ///< a person, or a host in their name
    Calculation, ///< its bind's calculate
    Action,      ///< setvalue or odk:setgeopoint at an event
    SavedRecord, ///< the draft or the submission that was opened
    Choices,     ///< the answer is no longer on offer, or is again
    Client       ///< an id that every record gets
};

struct Change {
    ChangedBy by = ChangedBy::Nothing;
    // of an action
    std::string event;      ///< as in the specification: "odk-instance-first-load"
    std::string expression; ///< what was written, or the text
    std::uint32_t line = 0; ///< of the action in the XForm; 0 where it is not known
};

/// One node that an expression reads.
struct ReadNode {
    std::string ref; ///< of the entry; empty in a list
    std::string value;
    bool relevant = true; ///< one that is not reads as blank
    ChangedBy changedBy = ChangedBy::Nothing;
};

/// One path of an expression and what it led to at the time of asking.
struct Reading {
    static constexpr std::size_t kMaxNodes = 20;

    std::string path;     ///< as written, predicates included
    std::string instance; ///< the list it reads; empty for the entry itself
    std::size_t count = 0;
    std::vector<ReadNode> nodes; ///< the first kMaxNodes of them
};

/// One expression that decides something of a node, with what it read and what came of it.
struct Reason {
    enum class Property : std::uint8_t { Calculate, Relevant, Readonly, Required, Constraint, Expected, Count, Choices };

    Property property = Property::Calculate;
    std::string ref;        ///< the node that carries the expression: the one asked about, or one above it
    std::string expression; ///< as written
    std::string outcome;    ///< "true", "false", or the value; for choices how many there are
    std::string failure;    ///< why it could not be worked out; then a calculation is blank and a condition lets pass
    std::vector<Reading> readings; ///< in the order of the text
};

/// Why a node is hidden, required, readonly or wrong, or has its value. Worked out when asked for, from what the entry
/// holds at that moment; nothing is recorded beside one mark at each node (who gave it its value).
struct Explanation {
    NodeView node;
    /// Own condition and those of the elements above, outermost first; only those that are there.
    std::vector<Reason> relevant;
    /// The outermost element whose own condition hides the node, which may be itself; empty while it is relevant.
    std::string hiddenBy;
    std::vector<Reason> readonly; ///< as relevant
    std::string readonlyBy;       ///< as hiddenBy
    std::optional<Reason> required, constraint, expected, calculate, count, choices;
    Change changed;
    /// The value that is kept though the choices do not offer it now; empty where there is none.
    std::string notOffered;
    /// Instances that a falling count took away and a growing one brings back.
    std::size_t parked = 0;
};

} // namespace tashilgar::forms
