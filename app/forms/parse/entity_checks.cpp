#include "app/base/text.h"
#include "app/forms/parse/names.h"
#include "app/forms/parse/parse_job.h"

#include <algorithm>
#include <array>
#include <charconv>

// Spec: https://getodk.github.io/xforms-spec/entities
namespace tashilgar::forms::parse {

using model::DefId;
using model::kNoDef;

namespace {

/// The last version of the entities specification that this engine keeps, year and number; a patch does not matter.
constexpr std::array<int, 2> kLastVersion = {2025, 1};

std::optional<std::array<int, 2>> versionOf(std::string_view text)
{
    std::array<int, 2> version{};
    const auto parts = base::split(text, '.');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    for (std::size_t i = 0; i < version.size(); ++i) {
        const std::string_view part = parts[i];
        const auto read = std::from_chars(part.data(), part.data() + part.size(), version[i]);
        if (part.empty() || read.ec != std::errc() || read.ptr != part.data() + part.size())
            return std::nullopt;
    }
    return version;
}

bool isListName(std::string_view name)
{
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (name.empty() || name.starts_with("__") || !letter(name.front()))
        return false;
    return std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool isReserved(std::string_view property)
{
    const std::string name = base::toLowerAscii(property);
    return name == "name" || name == "label" || name.starts_with("__");
}

} // namespace

void checkEntities(ParseJob& job)
{
    const model::Definition& definition = job.definition;
    std::vector<bool> holds(definition.nodes.size(), false); // containers with an entity block
    bool any = false;
    for (DefId def = 0; def < definition.nodes.size(); ++def) {
        const model::NodeDef& node = definition.nodes[def];
        const bool isBlock = !node.attribute && node.name.local == "entity" && node.parent != kNoDef
            && definition.nodes[node.parent].name.local == "meta";
        if (!isBlock)
            continue;
        const std::vector<DefId>& dataset = definition.named(def, "dataset", true);
        if (dataset.empty())
            continue;
        any = true;
        holds[definition.nodes[node.parent].parent] = true; // the entity of a container stands in its meta block
        if (const std::string& list = definition.nodes[dataset.front()].defaultValue; !isListName(list))
            job.warning("entity-list-name", node.path + "/@dataset", "'" + list + "' is no name for an entity list",
                "a letter first, then letters, digits, '-' and '_'; no dot, and no '__' in front");
    }
    const std::string& version = definition.entitiesVersion;
    if (!version.empty()) {
        const auto known = versionOf(base::trim(version));
        if (!known)
            job.error("entities-version", "model, entities:entities-version", "'" + version + "' is no version of the entities specification");
        else if (*known > kLastVersion)
            job.error("entities-version", "model, entities:entities-version",
                "this form needs entities " + version + ", and this client knows them up to 2025.1",
                "update this client before filling the form");
    } else if (any) {
        job.warning("no-entities-version", "model", "a form with entities says which version of the specification it follows",
            "add entities:entities-version to the model");
    }
    for (const model::Bind& bind : definition.binds) {
        if (bind.saveTo.empty())
            continue;
        const std::string place = "bind " + definition.nodes[bind.node].path + ", entities:saveto";
        const auto hash = bind.saveTo.find('#');
        if (isReserved(hash == std::string::npos ? bind.saveTo : bind.saveTo.substr(hash + 1)))
            job.warning("entity-property-name", place, "'" + bind.saveTo + "' is reserved, so servers refuse this property");
        DefId at = definition.nodes[bind.node].parent;
        while (at != kNoDef && !holds[at])
            at = definition.nodes[at].parent;
        if (at == kNoDef)
            job.warning("saveto-without-entity", place, "no entity is declared around this question, so its answer is saved to none");
    }
}

} // namespace tashilgar::forms::parse
