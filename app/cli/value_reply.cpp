#include "app/cli/value_reply.h"

#include <boost/json.hpp>

#include <cmath>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;
namespace xpath = forms::xpath;

/// JSON has no NaN and no infinity: they are told as text.
json::value numberValue(double number)
{
    if (std::isnan(number) || std::isinf(number))
        return json::value(xpath::textOfNumber(number));
    return json::value(number == 0 ? 0.0 : number);
}

json::object reply(std::string_view type, json::value value)
{
    json::object object;
    object["type"] = type;
    object["value"] = std::move(value);
    return object;
}

json::array nodesValue(const xpath::NodeSet& nodes, const std::function<std::string(xpath::NodeRef)>& addressOf)
{
    json::array all;
    for (const xpath::NodeRef node : nodes) {
        json::object one;
        one["path"] = addressOf(node);
        one["name"] = node.dom->qualifiedName(node.id);
        one["value"] = node.dom->stringValue(node.id);
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

base::Result<json::object> evaluateForReply(const xpath::Expression& expression,
    const xpath::EvaluationContext& context, std::string_view wanted,
    const std::function<std::string(xpath::NodeRef)>& addressOf)
{
    if (wanted == "string")
        return xpath::evaluateText(expression, context).map([](const std::string& text) {
            return reply("string", json::value(text));
        });
    if (wanted == "number")
        return xpath::evaluateNumber(expression, context).map([](double number) {
            return reply("number", numberValue(number));
        });
    if (wanted == "boolean")
        return xpath::evaluateBoolean(expression, context).map([](bool truth) {
            return reply("boolean", json::value(truth));
        });
    const auto ofNodes = [&](const xpath::NodeSet& nodes) { return reply("nodeset", nodesValue(nodes, addressOf)); };
    if (wanted == "nodeset")
        return xpath::evaluateNodes(expression, context).map(ofNodes);
    return xpath::evaluate(expression, context).map([&](const xpath::Value& value) {
        switch (value.type()) {
        case xpath::Value::Type::Number: return reply("number", numberValue(value.number()));
        case xpath::Value::Type::Boolean: return reply("boolean", json::value(value.boolean()));
        case xpath::Value::Type::NodeSet: return ofNodes(value.nodes());
        case xpath::Value::Type::String: break;
        }
        return reply("string", json::value(value.string()));
    });
}

} // namespace tashilgar::cli
