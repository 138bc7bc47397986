#include "app/cli/explain_reply.h"

#include <boost/json/array.hpp>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;
using forms::ChangedBy;
using forms::Reason;

std::string_view nameOf(ChangedBy by)
{
    switch (by) {
    case ChangedBy::Nothing: return "nothing";
    case ChangedBy::Form: return "form";
    case ChangedBy::Preload: return "preload";
    case ChangedBy::Answer: return "answer";
    case ChangedBy::Calculation: return "calculate";
    case ChangedBy::Action: return "action";
    case ChangedBy::SavedRecord: return "saved-record";
    case ChangedBy::Choices: return "choices";
    case ChangedBy::Client: return "client";
    }
    return "nothing";
}

std::string_view nameOf(Reason::Property property)
{
    switch (property) {
    case Reason::Property::Calculate: return "calculate";
    case Reason::Property::Relevant: return "relevant";
    case Reason::Property::Readonly: return "readonly";
    case Reason::Property::Required: return "required";
    case Reason::Property::Constraint: return "constraint";
    case Reason::Property::Expected: return "expected";
    case Reason::Property::Count: return "count";
    case Reason::Property::Choices: return "choices";
    }
    return "calculate";
}

json::object reasonObject(const Reason& reason)
{
    json::array reads;
    for (const forms::Reading& reading : reason.readings) {
        json::array nodes;
        for (const forms::ReadNode& node : reading.nodes) {
            json::object one{{"value", node.value}};
            if (!node.ref.empty()) {
                one["ref"] = node.ref;
                one["relevant"] = node.relevant;
                one["changed"] = nameOf(node.changedBy);
            }
            nodes.push_back(std::move(one));
        }
        json::object read{{"path", reading.path}, {"count", reading.count}, {"nodes", std::move(nodes)}};
        if (!reading.instance.empty())
            read["instance"] = reading.instance;
        reads.push_back(std::move(read));
    }
    json::object object{{"ref", reason.ref}, {"property", nameOf(reason.property)}, {"expression", reason.expression},
        {"outcome", reason.outcome}, {"reads", std::move(reads)}};
    if (!reason.failure.empty())
        object["failure"] = reason.failure;
    return object;
}

json::array reasonArray(const std::vector<Reason>& reasons)
{
    json::array all;
    for (const Reason& reason : reasons)
        all.push_back(reasonObject(reason));
    return all;
}

json::value textOrNull(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

} // namespace

json::object explainObject(const forms::Explanation& explanation)
{
    json::object changed{{"by", nameOf(explanation.changed.by)}};
    if (explanation.changed.by == ChangedBy::Action) {
        changed["event"] = explanation.changed.event;
        changed["expression"] = explanation.changed.expression;
        changed["line"] = explanation.changed.line;
    }
    json::object object{{"hidden-by", textOrNull(explanation.hiddenBy)}, {"relevant", reasonArray(explanation.relevant)},
        {"readonly-by", textOrNull(explanation.readonlyBy)}, {"readonly", reasonArray(explanation.readonly)},
        {"changed", std::move(changed)}, {"not-offered", textOrNull(explanation.notOffered)}, {"parked", explanation.parked}};
    const std::pair<const char*, const std::optional<Reason>*> own[] = {{"required", &explanation.required},
        {"constraint", &explanation.constraint}, {"calculate", &explanation.calculate}, {"count", &explanation.count},
        {"choices", &explanation.choices}};
    for (const auto& [name, reason] : own)
        object[name] = *reason ? json::value(reasonObject(**reason)) : json::value(nullptr);
    return object;
}

} // namespace tashilgar::cli
