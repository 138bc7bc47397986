#pragma once

#include "app/forms/xlsform/form_tree.h"

#include <map>
#include <optional>

namespace tashilgar::forms::xlsform {

/// One row of the entities sheet, and the part of the form in whose meta block it will stand.
/// Spec: https://getodk.github.io/xforms-spec/entities
struct EntityDeclaration {
    Row row;
    std::string list;
    std::string label;
    std::string entityId;
    std::string createIf;
    std::string updateIf;
    const Item* container = nullptr;

    bool updates() const { return !entityId.empty(); }
    bool creates() const { return entityId.empty() || !createIf.empty(); }
};

/// The declarations of \p sheet (may be null), each placed: where its save_to questions are when they share a group, else
/// at the repeat around them (or the form), else beside the deepest question its expressions name; the only one of a form,
/// when no repeat is involved, at the form itself. A part of the form holds one declaration; the next one moves outward,
/// never past a repeat.
std::vector<EntityDeclaration> readEntities(const Sheet* sheet, const Item& root, const NameIndex& names, Messages& messages);

} // namespace tashilgar::forms::xlsform
