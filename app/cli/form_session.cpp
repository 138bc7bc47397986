#include "app/base/text.h"
#include "app/cli/commands.h"
#include "app/cli/explain_reply.h"
#include "app/cli/folder_resources.h"
#include "app/cli/form_source.h"
#include "app/forms/entry.h"
#include "app/forms/xpath/value.h"

#include <boost/json.hpp>

#include <cmath>
#include <iostream>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;
using forms::Entry;
using forms::NodeKind;
using forms::NodeView;
using forms::Violation;

constexpr base::ErrorCode kUsage{"cli.usage"};

struct Options {
    std::string form, media, missing = "error", now, zone, geolocation, language, restore, edit;
    std::vector<std::string> properties;
};

/// A clock that shows one moment, or the machine's own.
class SessionClock final : public base::Clock {
public:
    void stop(base::Instant moment) { m_fixed = moment; }
    base::Instant now() const override { return m_fixed ? *m_fixed : m_system.now(); }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }

private:
    base::SystemClock m_system;
    std::optional<base::Instant> m_fixed;
};

std::string_view nameOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Root: return "root";
    case NodeKind::Group: return "group";
    case NodeKind::RepeatRange: return "repeat-range";
    case NodeKind::Repeat: return "repeat";
    case NodeKind::Input: return "input";
    case NodeKind::Select: return "select";
    case NodeKind::Rank: return "rank";
    case NodeKind::Range: return "range";
    case NodeKind::Trigger: return "trigger";
    case NodeKind::Note: return "note";
    case NodeKind::Upload: return "upload";
    case NodeKind::Value: return "value";
    }
    return "value";
}

json::value nameOf(Violation violation)
{
    switch (violation) {
    case Violation::Constraint: return "constraint";
    case Violation::Required: return "required";
    case Violation::None: break;
    }
    return nullptr;
}

std::string_view nameOf(forms::Event::Kind kind)
{
    switch (kind) {
    case forms::Event::Kind::Question: return "question";
    case forms::Event::Kind::Group: return "group";
    case forms::Event::Kind::Repeat: return "repeat";
    case forms::Event::Kind::PromptRepeat: return "prompt-repeat";
    }
    return "question";
}

json::value textOrNull(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::object nodeObject(const NodeView& view)
{
    json::object node{{"ref", view.ref}, {"kind", nameOf(view.kind)}, {"relevant", view.relevant},
        {"readonly", view.readonly}, {"required", view.required}, {"value", view.value},
        {"valid", view.violation == Violation::None}, {"violation", nameOf(view.violation)},
        {"message", view.violation == Violation::None ? json::value(nullptr) : textOrNull(view.message)},
        {"label", textOrNull(view.label)}, {"hint", textOrNull(view.hint)}, {"appearance", view.appearance}};
    if (view.kind == NodeKind::Select || view.kind == NodeKind::Rank) {
        json::array choices;
        for (const forms::Choice& choice : view.choices)
            choices.push_back(json::array{choice.value, choice.label});
        node["choices"] = std::move(choices);
    }
    if (view.kind == NodeKind::RepeatRange) {
        node["count"] = view.count;
        node["can-add"] = view.canAdd;
    }
    return node;
}

json::object violationObject(const forms::ValidationFinding& finding)
{
    return {{"ref", finding.ref}, {"condition", nameOf(finding.violation)}, {"message", textOrNull(finding.message)}};
}

json::object failure(std::string_view reason) { return {{"ok", false}, {"error", reason}}; }
json::object failure(const base::Error& error) { return failure(error.text()); }

json::object valueObject(const forms::xpath::Value& value, std::string_view type)
{
    using Type = forms::xpath::Value::Type;
    const auto number = [](double n) -> json::value {
        if (std::isnan(n))
            return "NaN";
        if (std::isinf(n))
            return n > 0 ? "Infinity" : "-Infinity";
        return n;
    };
    if (type == "string" || (type.empty() && value.type() == Type::String))
        return {{"ok", true}, {"type", "string"}, {"value", value.toText()}};
    if (type == "number" || (type.empty() && value.type() == Type::Number))
        return {{"ok", true}, {"type", "number"}, {"value", number(value.toNumber())}};
    if (type == "boolean" || (type.empty() && value.type() == Type::Boolean))
        return {{"ok", true}, {"type", "boolean"}, {"value", value.toBoolean()}};
    if (!value.isNodeSet())
        return failure("this expression gives no nodes");
    json::array nodes;
    for (const auto& node : value.nodes())
        nodes.push_back(json::object{{"path", node.dom->qualifiedName(node.id)}, {"name", node.dom->qualifiedName(node.id)},
            {"value", node.dom->stringValue(node.id)}});
    return {{"ok", true}, {"type", "nodeset"}, {"value", std::move(nodes)}};
}

/// One form and one entry of it, told what to do line by line. DESIGN.md, 4.
class Play {
public:
    explicit Play(const Options& options)
        : m_options(options)
        , m_resources(options.media.empty() ? std::filesystem::path(options.form + "-media") : std::filesystem::path(options.media))
    {
    }

    base::Result<void> begin()
    {
        forms::Diagnostics diagnostics;
        auto form = loadForm(m_options.form, diagnostics);
        if (!form)
            return base::fail(std::move(form).error());
        m_form = std::move(*form);
        m_zone = base::Zone::system();
        if (!m_options.zone.empty()) {
            auto zone = base::Zone::named(m_options.zone);
            if (!zone)
                return base::fail(std::move(zone).error());
            m_zone = std::move(*zone);
        }
        if (!m_options.now.empty()) {
            const auto moment = base::parseIso(m_options.now, *m_zone);
            if (!moment)
                return base::fail(moment.error());
            m_clock.stop(*moment);
        }
        if (!m_options.edit.empty() || !m_options.restore.empty()) {
            const auto saved = readText(m_options.edit.empty() ? m_options.restore : m_options.edit);
            if (!saved)
                return base::fail(saved.error());
            return replace(m_options.edit.empty() ? Entry::restore(m_form, host(), *saved) : Entry::edit(m_form, host(), *saved));
        }
        return replace(Entry::open(m_form, host()));
    }

    json::object reply(const json::object& request)
    {
        const std::string op = text(request, "op"), ref = text(request, "ref");
        if (op == "hello")
            return hello();
        if (op == "answer")
            return answer(request, ref);
        if (op == "get") {
            const auto view = m_entry->view(ref);
            return view ? json::object{{"ok", true}, {"node", nodeObject(*view)}} : failure(view.error());
        }
        if (op == "explain") {
            const auto explanation = m_entry->explain(ref);
            if (!explanation)
                return failure(explanation.error());
            json::object reply = explainObject(*explanation);
            reply["ok"] = true;
            reply["node"] = nodeObject(explanation->node);
            return reply;
        }
        if (op == "dump") {
            json::array nodes;
            for (const NodeView& view : m_entry->dump())
                nodes.push_back(nodeObject(view));
            return {{"ok", true}, {"nodes", std::move(nodes)}};
        }
        if (op == "eval") {
            const auto value = m_entry->evaluate(text(request, "context"), text(request, "expr"));
            return value ? valueObject(*value, text(request, "type")) : failure(value.error());
        }
        if (op == "repeat.add") {
            const auto added = m_entry->addRepeat(ref);
            return added ? json::object{{"ok", true}, {"ref", *added}} : failure(added.error());
        }
        if (op == "repeat.remove")
            return done(m_entry->removeRepeat(ref));
        if (op == "language") {
            m_entry->setLanguage(text(request, "value"));
            return {{"ok", true}};
        }
        if (op == "validate")
            return validated(true);
        if (op == "events")
            return events();
        if (op == "xml")
            return {{"ok", true}, {"xml", m_entry->xml()}};
        if (op == "finalize") {
            const auto finalised = m_entry->finalize();
            if (finalised)
                return {{"ok", true}, {"xml", finalised->xml}};
            return finalised.error().code == forms::kNotValid ? validated(false) : failure(finalised.error());
        }
        if (op == "restore")
            return done(replace(Entry::restore(m_form, host(), text(request, "xml"))));
        if (op == "edit")
            return done(replace(Entry::edit(m_form, host(), text(request, "xml"))));
        if (op == "new")
            return done(replace(Entry::open(m_form, host())));
        return failure("unknown op '" + op + "'");
    }

private:
    static std::string text(const json::object& request, std::string_view name)
    {
        const json::value* value = request.if_contains(name);
        if (!value || value->is_null())
            return {};
        return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
    }

    static json::object done(const base::Result<void>& outcome)
    {
        return outcome ? json::object{{"ok", true}} : failure(outcome.error());
    }

    forms::EntryHost host()
    {
        forms::EntryHost host;
        host.resources = &m_resources;
        host.clock = &m_clock;
        host.random = &m_random;
        host.zone = m_zone;
        for (const std::string& property : m_options.properties) {
            const auto equals = property.find('=');
            if (equals != std::string::npos)
                host.properties[property.substr(0, equals)] = property.substr(equals + 1);
        }
        host.position = [this] { return m_options.geolocation; };
        host.blankForMissingResources = m_options.missing == "blank";
        return host;
    }

    base::Result<void> replace(base::Result<std::unique_ptr<Entry>> entry)
    {
        if (!entry)
            return base::fail(std::move(entry).error());
        m_entry = std::move(*entry);
        if (!m_options.language.empty())
            m_entry->setLanguage(m_options.language);
        return {};
    }

    json::object hello() const
    {
        json::array languages;
        for (const std::string& language : m_form->languages())
            languages.push_back(json::value(language));
        return {{"ok", true}, {"title", m_form->title()}, {"id", m_form->version().form.value()},
            {"version", m_form->version().version}, {"languages", std::move(languages)}};
    }

    json::object answer(const json::object& request, const std::string& ref)
    {
        if (const auto answered = m_entry->answer(ref, text(request, "value")); !answered)
            return failure(answered.error());
        const auto view = m_entry->view(ref);
        if (!view)
            return {{"ok", true}};
        return {{"ok", true}, {"valid", view->violation == Violation::None}, {"violation", nameOf(view->violation)}};
    }

    json::object validated(bool asked)
    {
        json::array violations;
        for (const auto& finding : m_entry->validate())
            violations.push_back(violationObject(finding));
        json::object reply{{"ok", true}};
        if (asked)
            reply["valid"] = violations.empty();
        reply["violations"] = std::move(violations);
        return reply;
    }

    json::object events()
    {
        json::array events;
        for (const forms::Event& event : m_entry->events())
            events.push_back(json::object{{"event", nameOf(event.kind)}, {"ref", event.ref}});
        return {{"ok", true}, {"events", std::move(events)}};
    }

    const Options& m_options;
    FolderResources m_resources;
    SessionClock m_clock;
    base::SystemRandom m_random;
    std::shared_ptr<const base::Zone> m_zone;
    std::shared_ptr<const forms::Form> m_form;
    std::unique_ptr<Entry> m_entry;
};

void run(const Options& options)
{
    Play play(options);
    const auto begun = play.begin();
    std::string line;
    while (std::getline(std::cin, line)) {
        if (base::trim(line).empty())
            continue;
        json::object reply;
        json::error_code unreadable;
        const json::value request = json::parse(line, unreadable);
        if (unreadable || !request.is_object())
            reply = failure("this line is no JSON object");
        else if (!begun)
            reply = failure(begun.error());
        else
            reply = play.reply(request.as_object());
        if (request.is_object() && request.as_object().contains("id"))
            reply["id"] = request.as_object().at("id");
        std::cout << json::serialize(reply) << '\n' << std::flush;
    }
}

} // namespace

void addFormSession(CLI::App& form, int& status)
{
    CLI::App& command = *form.add_subcommand("session", "Fills a form, told what to do in lines of JSON");
    const auto options = std::make_shared<Options>();
    command.add_option("FORM", options->form, "An XForm (.xml)")->required();
    command.add_option("--media", options->media, "Folder of the attached files (FORM-media)");
    command.add_option("--missing-media", options->missing, "What a missing file is")->check(CLI::IsMember({"error", "blank"}));
    command.add_option("--now", options->now, "What the clock shows, ISO 8601");
    command.add_option("--tz", options->zone, "Time zone, as Asia/Tehran");
    command.add_option("--property", options->properties, "NAME=VALUE, as username=n.karimi")->take_all();
    command.add_option("--geolocation", options->geolocation, "\"lat lon alt acc\" for odk:setgeopoint");
    command.add_option("--lang", options->language, "The active language");
    command.add_option("--restore", options->restore, "A saved instance to continue");
    command.add_option("--edit", options->edit, "A submitted instance to edit");
    command.callback([options, &status] {
        run(*options);
        status = 0;
    });
}

} // namespace tashilgar::cli
