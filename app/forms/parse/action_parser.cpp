#include "app/base/text.h"
#include "app/forms/parse/names.h"
#include "app/forms/parse/parse_job.h"

namespace tashilgar::forms::parse {

namespace xml = base::xml;
using model::Action;
using model::DefId;
using model::kNoDef;

namespace {

/// 0 for a name that is no event. Spec: https://getodk.github.io/xforms-spec/#events
std::uint8_t eventBit(std::string_view name)
{
    if (name == "odk-instance-first-load" || name == "xforms-ready")
        return model::kFirstLoad;
    if (name == "odk-instance-load")
        return model::kLoad;
    if (name == "odk-new-repeat" || name == "jr-insert")
        return model::kNewRepeat;
    if (name == "xforms-value-changed")
        return model::kValueChanged;
    if (name == "xforms-revalidate")
        return model::kRevalidate;
    return 0;
}

} // namespace

/// Spec: https://getodk.github.io/xforms-spec/#actions
bool parseAction(ParseJob& job, xml::NodeIndex element, DefId context, bool inModel)
{
    const xml::Document& document = job.document;
    const std::string& local = job.local(element);
    Action action;
    if (local == "setvalue")
        action.kind = Action::Kind::SetValue;
    else if (local == "setgeopoint")
        action.kind = Action::Kind::SetGeopoint;
    else if (local == "recordaudio")
        action.kind = Action::Kind::RecordAudio;
    else
        return false;

    const std::string bind = job.attribute(element, "bind");
    action.targetRef = base::trim(job.attribute(element, "ref"));
    action.context = context;
    action.line = document.line(element);
    const std::string place = local + " " + (action.targetRef.empty() ? bind : action.targetRef);

    std::string events = job.attribute(element, "event");
    if (events.empty())
        events = job.attribute(element, kEvents, "event");
    for (const std::string_view name : base::splitWords(events)) {
        const std::uint8_t bit = eventBit(name);
        if (bit == 0)
            job.error("unknown-event", place + ", event", "there is no event '" + std::string(name) + "'",
                "known are odk-instance-first-load, odk-instance-load, odk-new-repeat and xforms-value-changed",
                {{"event", std::string(name)}});
        if (bit == model::kNewRepeat && inModel)
            job.error("misplaced-event", place + ", event",
                "odk-new-repeat happens in a repeat, so an action for it belongs inside the repeat");
        action.events |= bit;
    }
    if (base::splitWords(events).empty())
        job.error("no-event", place, "an action must say at which event it runs");

    if (action.targetRef.empty() && !bind.empty()) {
        const auto found = job.bindIds.find(bind);
        action.target = found == job.bindIds.end() ? kNoDef : found->second;
        if (action.target != kNoDef)
            action.targetRef = job.definition.nodes[action.target].path;
    } else {
        action.target = job.resolve(action.targetRef, context, element);
    }
    if (action.target == kNoDef)
        job.warning("unknown-node", place, "the instance has no such place to write to, so this does nothing");

    action.quality = job.attribute(element, kOdk, "quality");
    if (const auto value = document.attribute(element, "value"))
        action.value = base::trim(*value);
    else
        action.literal = base::trim(document.stringValue(element));
    if (action.target != kNoDef)
        job.definition.actions.push_back(std::move(action));
    return true;
}

} // namespace tashilgar::forms::parse
