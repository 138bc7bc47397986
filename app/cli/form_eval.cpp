#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/cli/commands.h"
#include "app/cli/eval_host.h"
#include "app/cli/node_address.h"
#include "app/cli/value_reply.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/xpath/functions/registry.h"

#include <boost/json.hpp>

#include <iostream>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;
namespace xpath = forms::xpath;
using forms::secondary::DocumentDom;

inline constexpr base::ErrorCode kBadRequest{"cli.bad-request"};

/// The reader refuses document types, rightly; one that declares nothing (<!DOCTYPE html>) is harmless and common in
/// what is tried here, so it is blanked out.
std::string withoutEmptyDoctype(std::string xml)
{
    const std::size_t begin = xml.find("<!DOCTYPE");
    if (begin == std::string::npos)
        return xml;
    const std::size_t end = xml.find_first_of("[>", begin);
    if (end != std::string::npos && xml[end] == '>')
        xml.replace(begin, end - begin + 1, end - begin + 1, ' ');
    return xml;
}

std::string textOf(const json::object& request, std::string_view name, std::string_view fallback = {})
{
    const json::value* value = request.if_contains(name);
    return std::string(value && value->is_string() ? std::string_view(value->get_string()) : fallback);
}

/// Those of the request win over those of the document element.
xpath::Namespaces namespacesOf(const json::object& request, const base::xml::Document& document)
{
    xpath::Namespaces namespaces;
    for (const base::xml::NamespaceDeclaration& declared : document.declarations(document.documentElement()))
        namespaces.declare(declared.prefix, declared.uri);
    namespaces.declare("xml", "http://www.w3.org/XML/1998/namespace");
    if (const json::value* given = request.if_contains("ns"); given && given->is_object()) {
        for (const auto& [prefix, uri] : given->get_object()) {
            if (uri.is_string())
                namespaces.declare(prefix, std::string(uri.get_string()));
        }
    }
    return namespaces;
}

base::Result<json::object> answer(const json::object& request)
{
    std::string source = withoutEmptyDoctype(textOf(request, "xml"));
    // A declaration may only stand at the very beginning; blanks before it are forgiven.
    auto document = base::xml::read(base::trim(source));
    if (!document)
        return base::fail(document.error());
    const DocumentDom dom(std::make_shared<base::xml::Document>(std::move(*document)));

    const std::string zoneName = textOf(request, "tz");
    std::shared_ptr<const base::Zone> zone = base::Zone::system();
    if (!zoneName.empty()) {
        auto named = base::Zone::named(zoneName);
        if (!named)
            return base::fail(named.error());
        zone = *named;
    }
    std::optional<base::Instant> now;
    if (const std::string given = textOf(request, "now"); !given.empty()) {
        const auto moment = base::parseIso(given, *zone);
        if (!moment)
            return base::fail(moment.error());
        now = *moment;
    }
    const EvalHost host(dom, now, zone, textOf(request, "lang"));

    xpath::EvaluationContext context;
    context.host = &host;
    const auto node = nodeAt(dom, textOf(request, "context", "/"));
    const auto root = nodeAt(dom, textOf(request, "root", "/"));
    if (!node || !root)
        return base::fail(node ? root.error() : node.error());
    context.node = *node;
    context.root = *root;
    return xpath::Expression::compile(textOf(request, "expr"), namespacesOf(request, dom.document()),
        xpath::FunctionRegistry::standard(), xpath::Expression::Faults::WhenReached)
        .and_then([&](const xpath::Expression& expression) {
            return evaluateForReply(expression, context, textOf(request, "type"), addressOf);
        });
}

json::object reply(std::string_view line)
{
    boost::system::error_code notJson;
    const json::value request = json::parse(line, notJson);
    base::Result<json::object> outcome = notJson || !request.is_object()
        ? base::Result<json::object>(base::fail(kBadRequest, "a request is a JSON object on one line"))
        : answer(request.get_object());
    json::object reply;
    if (!notJson && request.is_object() && request.get_object().contains("id"))
        reply["id"] = request.get_object().at("id");
    reply["ok"] = outcome.has_value();
    if (!outcome) {
        reply["error"] = outcome.error().text();
        return reply;
    }
    for (auto& [name, value] : *outcome)
        reply[name] = std::move(value);
    return reply;
}

} // namespace

void addFormEval(CLI::App& form, int& status)
{
    CLI::App* command
        = form.add_subcommand("eval", "Answer XPath questions over XML documents, one JSON object a line");
    command->callback([&status] {
        for (std::string line; std::getline(std::cin, line);) {
            if (!base::trim(line).empty())
                std::cout << json::serialize(reply(line)) << std::endl;
        }
        status = 0;
    });
}

} // namespace tashilgar::cli
