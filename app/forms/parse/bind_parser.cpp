#include "app/base/text.h"
#include "app/forms/parse/names.h"
#include "app/forms/parse/parse_job.h"

namespace tashilgar::forms::parse {

namespace xml = base::xml;
using model::DefId;
using model::kNoDef;

namespace {

/// Spec: https://getodk.github.io/xforms-spec/#data-types
DataType dataTypeOf(std::string_view type)
{
    if (const auto colon = type.find(':'); colon != std::string_view::npos)
        type.remove_prefix(colon + 1);
    static const std::unordered_map<std::string_view, DataType> kTypes = {
        {"string", DataType::String}, {"int", DataType::Int}, {"integer", DataType::Int}, {"boolean", DataType::Boolean},
        {"decimal", DataType::Decimal}, {"double", DataType::Decimal}, {"float", DataType::Decimal},
        {"date", DataType::Date}, {"time", DataType::Time}, {"dateTime", DataType::DateTime},
        {"datetime", DataType::DateTime}, {"geopoint", DataType::Geopoint}, {"gps", DataType::Geopoint},
        {"location", DataType::Geopoint}, {"geotrace", DataType::Geotrace}, {"geoshape", DataType::Geoshape},
        {"binary", DataType::Binary}, {"base64Binary", DataType::Binary}, {"barcode", DataType::Barcode},
        {"intent", DataType::Intent}, {"rank", DataType::Rank}};
    const auto found = kTypes.find(type);
    return found == kTypes.end() ? DataType::String : found->second;
}

/// Spec: https://getodk.github.io/xforms-spec/#preload-attributes
model::Preload preloadOf(ParseJob& job, const std::string& place, std::string_view kind, std::string_view parameters)
{
    using model::PreloadKind;
    if (kind == "uid")
        return {PreloadKind::Uid, {}};
    if (kind == "timestamp" && parameters == "start")
        return {PreloadKind::TimestampStart, {}};
    if (kind == "timestamp" && parameters == "end")
        return {PreloadKind::TimestampEnd, {}};
    if (kind == "date" && parameters == "today")
        return {PreloadKind::Today, {}};
    if (kind == "property")
        return {PreloadKind::Property, std::string(parameters)};
    job.warning("unknown-preload", place + ", jr:preload",
        fmt::format("this client does not know the preload '{} {}' and leaves the value as it is", kind, parameters));
    return {};
}

std::optional<bool> constantTruth(std::string_view expression)
{
    expression = base::trim(expression);
    if (expression == "true()")
        return true;
    if (expression == "false()")
        return false;
    return std::nullopt;
}

} // namespace

/// Spec: https://getodk.github.io/xforms-spec/#bind-attributes
void parseBinds(ParseJob& job)
{
    const xml::Document& document = job.document;
    model::Definition& definition = job.definition;
    std::vector<xml::NodeIndex> elements;
    for (auto child = document.firstElement(definition.modelElement); child != xml::kNoNode;
         child = document.nextElement(child)) {
        if (job.local(child) == "bind")
            elements.push_back(child);
    }
    for (const xml::NodeIndex element : elements) {
        const std::string nodeset(base::trim(job.attribute(element, document.attribute(element, "nodeset") ? "nodeset" : "ref")));
        const std::string place = "bind " + nodeset;
        if (nodeset.empty()) {
            job.warning("bind-without-nodeset", fmt::format("line {}", document.line(element)), "a bind without nodeset binds nothing");
            continue;
        }
        DefId def = job.resolve(nodeset, 0, element);
        if (def == kNoDef) { // an attribute may be bound though the instance does not write it
            const auto at = nodeset.rfind("/@");
            const DefId owner = at == std::string::npos ? kNoDef : job.resolve(nodeset.substr(0, at), 0, element);
            if (owner != kNoDef) {
                const std::string name = nodeset.substr(at + 2);
                const auto colon = name.find(':');
                xml::Name attribute;
                attribute.local = colon == std::string::npos ? name : name.substr(colon + 1);
                if (colon != std::string::npos) {
                    attribute.prefix = name.substr(0, colon);
                    attribute.uri = std::string(document.lookupNamespace(element, attribute.prefix).value_or(""));
                }
                def = definition.add(owner, std::move(attribute), true);
            }
        }
        if (const std::string id = job.attribute(element, "id"); !id.empty() && def != kNoDef)
            job.bindIds.try_emplace(id, def);
        if (def == kNoDef) {
            job.warning("unknown-node", place, "the instance has no such place, so this bind does nothing",
                "correct the nodeset or add the element to the primary instance");
            continue;
        }

        model::Bind bind;
        bind.node = def;
        bind.line = document.line(element);
        bind.type = dataTypeOf(job.attribute(element, "type"));
        bind.hasType = document.attribute(element, "type").has_value();
        bind.relevant = job.attribute(element, "relevant");
        bind.readonly = job.attribute(element, "readonly");
        bind.required = job.attribute(element, "required");
        bind.constraint = job.attribute(element, "constraint");
        bind.calculate = job.attribute(element, "calculate");
        bind.expected = job.attribute(element, kTashilgar, "expected");
        if (constantTruth(bind.relevant) == true)
            bind.relevant.clear();
        if (constantTruth(bind.constraint) == true)
            bind.constraint.clear();
        if (constantTruth(bind.expected) == true)
            bind.expected.clear();
        if (constantTruth(bind.readonly) == false)
            bind.readonly.clear();
        if (constantTruth(bind.required) == false)
            bind.required.clear();
        bind.constraintMessage = textOfAttribute(job.attribute(element, kJavaRosa, "constraintMsg"));
        bind.requiredMessage = textOfAttribute(job.attribute(element, kJavaRosa, "requiredMsg"));
        bind.expectedMessage = textOfAttribute(job.attribute(element, kTashilgar, "expectedMsg"));
        if (const auto kind = document.attribute(element, kJavaRosa, "preload"))
            bind.preload = preloadOf(job, place, base::trim(*kind), base::trim(job.attribute(element, kJavaRosa, "preloadParams")));
        bind.saveTo = base::trim(job.attribute(element, kEntities, "saveto"));
        for (auto a = document.firstAttribute(element); a != xml::kNoNode; a = document.nextAttribute(a)) {
            if (document.name(a).uri == kOpenRosa || document.name(a).uri == kOdk)
                bind.parameters.push_back({document.name(a).local, std::string(document.text(a))});
        }
        const std::string privacy = job.attribute(element, kTashilgar, "privacy");
        bind.personal = privacy == "personal";
        bind.sensitive = privacy == "sensitive";
        if (!privacy.empty() && !bind.personal && !bind.sensitive)
            job.error("unknown-privacy", place + ", tsh:privacy", "privacy is 'personal' or 'sensitive', not '" + privacy + "'");

        model::NodeDef& node = definition.nodes[def];
        if (node.bind != model::kNone) {
            job.warning("doubled-bind", place, "two binds name this place; the later one adds what the first lacks");
            model::Bind& first = definition.binds[node.bind];
            const auto fill = [](std::string& into, std::string& from) {
                if (into.empty())
                    into = std::move(from);
            };
            fill(first.relevant, bind.relevant), fill(first.readonly, bind.readonly), fill(first.required, bind.required);
            fill(first.constraint, bind.constraint), fill(first.calculate, bind.calculate), fill(first.saveTo, bind.saveTo);
            fill(first.expected, bind.expected);
            if (first.type == DataType::String)
                first.type = bind.type;
            if (first.preload.kind == model::PreloadKind::None)
                first.preload = bind.preload;
            first.parameters.insert(first.parameters.end(), bind.parameters.begin(), bind.parameters.end());
            if (!first.constraintMessage)
                first.constraintMessage = bind.constraintMessage;
            if (!first.requiredMessage)
                first.requiredMessage = bind.requiredMessage;
            if (!first.expectedMessage)
                first.expectedMessage = bind.expectedMessage;
            continue;
        }
        node.bind = static_cast<std::uint32_t>(definition.binds.size());
        definition.binds.push_back(std::move(bind));
    }
}

} // namespace tashilgar::forms::parse
