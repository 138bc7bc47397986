#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/zones.h"
#include "app/forms/audit.h"
#include "app/forms/explain.h"
#include "app/forms/form.h"
#include "app/forms/node_view.h"
#include "app/forms/xpath/value.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

inline constexpr base::ErrorCode kUnknownNode{"forms.unknown-node"};
inline constexpr base::ErrorCode kNotAllowed{"forms.not-allowed"};
/// finalize() was asked of an entry with violations.
inline constexpr base::ErrorCode kNotValid{"forms.not-valid"};
/// A saved instance does not belong to this form.
inline constexpr base::ErrorCode kForeignInstance{"forms.foreign-instance"};
/// The code of what Entry::problems() tells: an expression failed while the entry was being worked out; place names the
/// bind.
inline constexpr base::ErrorCode kEvaluation{"forms.evaluation"};

/// A recording in the background that the form asks for (odk:recordaudio): from now until the entry closes.
struct AudioRequest {
    std::string ref;     ///< where the name of the file belongs; hand it to Entry::deliver()
    std::string quality; ///< "normal", "low", "voice-only" or "external"
};

/// What an entry asks of the world it is filled in. All pointers outlive the entry and are not owned.
struct EntryHost {
    ResourceReader* resources = nullptr;
    const base::Clock* clock = nullptr;
    base::Random* random = nullptr;
    std::shared_ptr<const base::Zone> zone;
    /// deviceid, username, email, phonenumber …
    std::map<std::string, std::string> properties;
    /// Answers odk:setgeopoint: "lat lon alt acc", or empty where no position is known. May stay unset.
    std::function<std::string()> position;
    /// Answers odk:setgeopoint in its own time: told where the position belongs, it hands it to Entry::deliver(). Where it
    /// is set, `position` is not asked.
    std::function<void(const std::string& ref)> requestPosition;
    /// Told what to record, at every opening that asks for it. Without it nothing is recorded.
    std::function<void(const AudioRequest&)> recordAudio;
    /// Where what happens is logged, for a form that asks for it; see auditSettings(). Null: nowhere.
    AuditLog* audit = nullptr;
    /// true: a missing file opens as an empty list; false: opening fails with kMissingResource.
    bool blankForMissingResources = false;
};

struct ValidationFinding {
    std::string ref;
    Violation violation = Violation::None;
    std::string message;
};

/// An answer that is accepted though the form expects another (bind tsh:expected, DESIGN.md). It does not keep an entry from being
/// finalised: whether a person has to say why is the host's business.
struct Doubt {
    std::string ref;
    std::string message; ///< of the form, may be empty
};

/// One step of a walk through the entry, relevant nodes only, in form order.
struct Event {
    enum class Kind { Question, Group, Repeat, PromptRepeat };
    Kind kind = Kind::Question;
    std::string ref;
};

/// One entity change that a finalised entry asks for. Spec: https://getodk.github.io/xforms-spec-entities/
struct EntityChange {
    std::string list;
    std::string id;
    bool create = false;
    bool update = false;
    std::string label;
    std::string baseVersion; ///< also trunkVersion, branchId: as written into the submission
    std::string trunkVersion;
    std::string branchId;
    std::vector<std::pair<std::string, std::string>> properties;
};

/// What leaves the engine when a person has finished.
struct Finalised {
    std::string xml; ///< the submission, byte for byte what is hashed and sent
    std::string instanceId; ///< "uuid:…"
    std::string instanceName; ///< may be empty
    std::vector<std::string> attachments; ///< file names that answers of relevant binary nodes hold
    std::vector<EntityChange> entities;
};

/// One filling of a form: a mutable instance and everything that follows from it. Keeps its Form alive.
/// Belongs to one thread. Work after an answer is proportional to what depends on it.
class Entry {
public:
    /// A fresh entry: defaults, preloads, first-load events, calculations.
    static base::Result<std::unique_ptr<Entry>> open(std::shared_ptr<const Form> form, EntryHost host);
    /// Continues a saved instance (as from snapshot()); no first-load event, same instanceID.
    static base::Result<std::unique_ptr<Entry>> restore(
        std::shared_ptr<const Form> form, EntryHost host, std::string_view instanceXml);
    /// Edits a submitted instance: new instanceID, the old one becomes deprecatedID.
    static base::Result<std::unique_ptr<Entry>> edit(
        std::shared_ptr<const Form> form, EntryHost host, std::string_view instanceXml);
    ~Entry();

    const Form& form() const;

    /// Writes the lexical \p value and works out everything that depends on it. The value is kept whether or not it is
    /// accepted. Fails with kUnknownNode; kNotAllowed for a read-only node or one that holds no value. An expression
    /// that fails does not fail this: see problems().
    base::Result<void> answer(std::string_view ref, std::string_view value);
    /// Writes what an action asked the host for, a recording's file name or a position, also where a person may only read.
    /// Fails with kUnknownNode, kNotAllowed.
    base::Result<void> deliver(std::string_view ref, std::string_view value);
    /// For the audit log: a screen shows \p refs (one question, or those of the group \p screen), until leaveScreen().
    void enterScreen(std::span<const std::string> refs, std::string_view screen = {});
    void leaveScreen();
    /// Adds an instance after the last of \p range; the reply is its ref. Fails with kUnknownNode, kNotAllowed.
    base::Result<std::string> addRepeat(std::string_view range);
    base::Result<void> removeRepeat(std::string_view instance);

    base::Result<NodeView> view(std::string_view ref) const;
    /// What is wrong with one answer, without its texts and choices. Fails with kUnknownNode.
    base::Result<Violation> violation(std::string_view ref) const;
    /// Why the node is as it is. Fails with kUnknownNode. Costs as much as its expressions, and nothing before it is asked.
    base::Result<Explanation> explain(std::string_view ref) const;
    /// Every node in document order, those that are not relevant included.
    std::vector<NodeView> dump() const;
    /// The children of \p ref that a person meets (questions, groups, ranges, instances), relevant or not, in form
    /// order.
    base::Result<std::vector<std::string>> bodyChildren(std::string_view ref) const;
    /// Relevant only, in form order; a prompt after the instances of each range that can grow.
    std::vector<Event> events() const;
    /// How many times anything visible has changed; a screen that holds this number need not look again.
    std::uint64_t revision() const;

    const std::string& language() const;
    /// Falls back to the default language when the form has no such one.
    void setLanguage(std::string_view language);

    std::vector<ValidationFinding> validate() const;
    std::vector<Doubt> doubts() const;
    /// Fires the revalidate events (end time), validates, and gives what is to be stored and sent. The entry may be
    /// answered on afterwards. Fails with kNotValid; the findings are those of validate().
    base::Result<Finalised> finalize();

    /// The instance as submitted, at this moment.
    std::string xml() const;
    /// The instance whole, non-relevant answers included, for restore().
    std::string snapshot() const;

    /// The relevant answers with an odk:tag as one line, for a short message. Empty when there is none.
    /// Spec: https://getodk.github.io/xforms-spec/#compact-record-representation-(for-sms)
    std::string compact() const;

    /// The value of meta/instanceName now, without blanks around it; may be empty.
    std::string instanceName() const;

    /// Expressions that failed so far, each place once. A failed calculation is blank, a failed condition lets pass.
    const Diagnostics& problems() const;
    /// What \p expression is worth where \p ref stands, as if it were in a bind of that place. Fails with kUnknownNode
    /// and the errors of expressions.
    base::Result<xpath::Value> evaluate(std::string_view ref, std::string_view expression) const;

    class Internals;
    Internals& internals() { return *m_internals; }

private:
    explicit Entry(std::unique_ptr<Internals> internals);
    std::unique_ptr<Internals> m_internals;
};

} // namespace tashilgar::forms
