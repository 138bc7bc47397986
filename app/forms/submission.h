#pragma once

#include "app/base/result.h"
#include "app/forms/entry.h"
#include "app/forms/form.h"
#include "app/forms/node_view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

/// A received document is no submission of this form.
inline constexpr base::ErrorCode kForeignSubmission{"forms.foreign-submission"};

/// One place of the form's instance, as a table wants it. Paths have no positions: "/data/person/age".
struct Field {
    std::string path;
    std::string name; ///< last step, with prefix where the form has one
    NodeKind kind = NodeKind::Value;
    DataType type = DataType::String;
    bool multiple = false;
    bool personal = false;
    bool sensitive = false;
    std::string repeat; ///< path of the innermost repeat that holds it, itself not included; empty at the top
};

/// What the form itself says of the sending of its records. Spec: https://getodk.github.io/xforms-spec/#submission-attributes
struct SubmissionSettings {
    std::string url;               ///< where to send, if not where the client is set to; may be empty
    std::string publicKey;         ///< base64; records are encrypted for its holder, see encryption.h
    std::optional<bool> autoSend;  ///< each overrides the client's own setting
    std::optional<bool> autoDelete;
    std::optional<bool> clientEditable; ///< whether a record may be edited after it was finalised
};
SubmissionSettings submissionSettings(const Form& form);

/// The form's fields in document order: groups, repeats and everything that holds a value. The root is left out.
const std::vector<Field>& fields(const Form& form);

/// The label of a value of a select, in \p language or the default one; the value itself when no choice that stands in the
/// form has it.
std::string choiceLabel(const Form& form, std::string_view path, std::string_view value, std::string_view language);

/// The attached file that offers the choices of a select.
struct ChoiceList {
    std::string list; ///< the file's name without its ending: "blocks"
    std::string value, label; ///< its columns
};
/// Nothing for a select whose choices stand in the form.
std::optional<ChoiceList> attachedChoices(const Form& form, std::string_view path);

/// The languages of the form as it writes them, such as "فارسی (fa)".
const std::vector<std::string>& languages(const Form& form);

/// A submission read without filling: what a hub needs to file it.
struct Submission {
    std::string instanceId;
    std::string instanceName;
    std::string deprecatedId;
    std::vector<std::string> attachments; ///< file names held by binary fields, in document order
    std::vector<EntityChange> entities;   ///< from meta/entity blocks and entities:saveto binds, repeats included
};

/// Fails with base::xml's errors or kForeignSubmission: another root, id or version, no instanceID, an element that the
/// form does not have. Nothing is evaluated.
base::Result<Submission> readSubmission(const Form& form, std::string_view xml);

/// Whether a client may apply \p change to its own copy of a list, as other clients do: its id is a UUID of version 4, and
/// what it creates has a label. What a server accepts is the server's business.
bool appliesLocally(const EntityChange& change);

/// id and version of a submission's root element, before its form is known.
base::Result<base::FormVersion> formOfSubmission(std::string_view xml);

} // namespace tashilgar::forms
