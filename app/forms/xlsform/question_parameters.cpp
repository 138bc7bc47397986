#include "app/forms/xlsform/question_parameters.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"
#include "app/forms/xlsform/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace tashilgar::forms::xlsform {

namespace {

/// Works on one item; each type has its own set.
class Applier {
public:
    Applier(Item& item, const Choices& choices, Messages& messages)
        : m_item(item)
        , m_parameters(item.parameters)
        , m_choices(choices)
        , m_messages(messages)
    {
    }

    void run()
    {
        const std::string_view type = m_item.type->name;
        if (type == "text")
            text();
        else if (type == "range")
            range();
        else if (type == "image")
            image();
        else if (type == "audio")
            audio({"normal", "low", "voice-only", "external"});
        else if (type == "background-audio")
            audio({"normal", "low", "voice-only"});
        else if (type == "geopoint" || type == "geotrace" || type == "geoshape")
            geometry(type);
        else if (type == "audit")
            audit();
        else if (m_item.type->control == Control::Select1 || m_item.type->control == Control::Select
                 || m_item.type->control == Control::Rank)
            select();
    }

private:
    void problem(std::string_view code, const Sentence& sentence, const Sentence& remedy)
    {
        m_messages.error(m_item.row.place("parameters"), code, sentence, remedy);
    }
    void allow(std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, value] : m_parameters.all()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                const std::string_view meant = nearest(key, known);
                problem("unknown-parameter", say("a {} question has no parameter \"{}\"", m_item.type->name, key),
                        meant.empty() ? say("It knows: {}.", fmt::format("{}", fmt::join(known, ", ")))
                                      : say("Did you mean \"{}\"?", meant));
            }
        }
    }
    /// The value, when it is one of \p allowed.
    std::string oneOf(std::string_view key, std::initializer_list<std::string_view> allowed)
    {
        const std::string value = m_parameters.get(key);
        if (!value.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
            problem("parameter-value", say("\"{}\" is no value of {}", value, key),
                    say("Use one of: {}.", fmt::format("{}", fmt::join(allowed, ", "))));
            return {};
        }
        return value;
    }
    /// "true" or "false", or empty when the parameter is not given or not understood.
    std::string truth(std::string_view key)
    {
        const std::string value = m_parameters.get(key);
        if (value.empty())
            return {};
        if (meansYes(value))
            return "true";
        if (meansNo(value))
            return "false";
        problem("parameter-value", say("{} must be true or false, not \"{}\"", key, value), say("Write true or false."));
        return {};
    }
    std::optional<double> number(std::string_view key)
    {
        const std::string value = m_parameters.get(key);
        if (value.empty())
            return {};
        double result = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
        if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(result)) {
            problem("parameter-value", say("{} must be a number, not \"{}\"", key, value), say("Write a plain number."));
            return {};
        }
        return result;
    }
    bool wholeNumber(std::string_view key)
    {
        const std::string value = m_parameters.get(key);
        const bool whole = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!value.empty() && !whole)
            problem("parameter-value", say("{} must be a whole number, not \"{}\"", key, value), say("Write it without a point."));
        return whole;
    }
    void control(std::string name, std::string value) { m_item.control.push_back({std::move(name), std::move(value)}); }
    void bind(std::string name, std::string value) { m_item.bind.push_back({std::move(name), std::move(value)}); }

    void text()
    {
        allow({"rows"});
        if (wholeNumber("rows"))
            control("rows", m_parameters.get("rows"));
    }

    void image()
    {
        allow({"max-pixels", "app"});
        if (wholeNumber("max-pixels"))
            bind("orx:max-pixels", m_parameters.get("max-pixels"));
        else if (!m_parameters.has("max-pixels") && m_item.appearance.find("signature") == std::string::npos
                 && m_item.appearance.find("draw") == std::string::npos) // these are as large as the screen
            m_messages.warn(m_item.row.place("parameters"), "no-max-pixels",
                            say("photos will be sent as large as the camera makes them"),
                            say("Set max-pixels, for example max-pixels=1280."));
        if (m_parameters.has("app")) {
            const std::string app = m_parameters.get("app");
            const bool known = m_item.appearance.find("annotate") == std::string::npos
                && m_item.appearance.find("signature") == std::string::npos && m_item.appearance.find("draw") == std::string::npos;
            const auto isPart = [](std::string_view part) {
                return !part.empty() && std::isalpha(static_cast<unsigned char>(part.front()))
                    && std::all_of(part.begin(), part.end(),
                                   [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; });
            };
            const auto parts = base::split(app, '.');
            if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), isPart))
                problem("parameter-value", say("\"{}\" is no Android package", app), say("Write it as com.example.camera."));
            else if (known)
                control("intent", app);
        }
    }

    void audio(std::initializer_list<std::string_view> qualities)
    {
        allow({"quality"});
        m_quality = oneOf("quality", qualities);
        if (!m_quality.empty() && m_item.type->name == "audio")
            bind("odk:quality", m_quality);
        // background-audio carries its quality on the action.
    }

    void geometry(std::string_view type)
    {
        if (type == "geopoint")
            allow({"allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"});
        else
            allow({"allow-mock-accuracy", "incremental", "reference-geometry"});
        if (const std::string mock = truth("allow-mock-accuracy"); !mock.empty())
            bind("odk:allow-mock-accuracy", mock);
        if (type == "geopoint") {
            if (number("capture-accuracy"))
                control("accuracyThreshold", m_parameters.get("capture-accuracy"));
            if (number("warning-accuracy"))
                control("unacceptableAccuracyThreshold", m_parameters.get("warning-accuracy"));
        } else if (truth("incremental") == "true") {
            control("incremental", "true");
        }
        const std::string reference = m_parameters.get("reference-geometry");
        if (reference.empty())
            return;
        if (reference.starts_with("${")) {
            m_item.choices.repeatQuestion = soleReference(reference);
            if (m_item.choices.repeatQuestion.empty())
                problem("parameter-value", say("\"{}\" is no reference to a repeat", reference), say("Write ${name}."));
        } else {
            m_item.choices.list = reference;
        }
        m_item.choices.filter = m_item.row.text("choice_filter");
    }

    void audit()
    {
        allow({"location-priority", "location-min-interval", "location-max-age", "track-changes", "track-changes-reasons",
               "identify-user"});
        for (const auto& [key, value] : m_parameters.all()) {
            std::string accepted;
            if (key == "track-changes" || key == "identify-user")
                accepted = truth(key);
            else if (key == "track-changes-reasons")
                accepted = oneOf(key, {"on-form-edit"});
            else if (key == "location-priority")
                accepted = oneOf(key, {"no-power", "low-power", "balanced", "high-accuracy"});
            else if (wholeNumber(key))
                accepted = value;
            if (!accepted.empty())
                bind("odk:" + key, accepted);
        }
        constexpr std::array<std::string_view, 3> kLocation = {"location-priority", "location-min-interval", "location-max-age"};
        const auto given =
            std::count_if(kLocation.begin(), kLocation.end(), [&](std::string_view key) { return m_parameters.has(key); });
        if (given > 0 && given < 3)
            problem("audit-location", say("a location log needs its three parameters together"),
                    say("Give location-priority, location-min-interval and location-max-age, or none of them."));
        else if (given == 3 && std::atof(m_parameters.get("location-max-age").c_str())
                     < std::atof(m_parameters.get("location-min-interval").c_str()))
            problem("audit-location", say("location-max-age is less than location-min-interval"), say("Make it at least as long."));
    }

    void select()
    {
        ChoiceSource& source = m_item.choices;
        if (!source.file.empty())
            allow({"randomize", "seed", "value", "label"});
        else
            allow({"randomize", "seed"});
        source.randomize = truth("randomize") == "true";
        source.seed = m_parameters.get("seed");
        if (!source.seed.empty()) {
            const bool isNumber = [&] {
                double value = 0;
                const auto [end, error] = std::from_chars(source.seed.data(), source.seed.data() + source.seed.size(), value);
                return error == std::errc() && end == source.seed.data() + source.seed.size();
            }();
            if (!isNumber && soleReference(source.seed).empty())
                problem("parameter-value", say("the seed \"{}\" is neither a number nor a reference", source.seed),
                        say("Calculate it in a row of its own and write seed=${that_row}."));
            else if (!source.randomize)
                problem("parameter-value", say("a seed without randomize does nothing"), say("Add randomize=true, or take the seed away."));
        }
        for (const auto& [key, ref] : {std::pair<std::string_view, std::string*>{"value", &source.valueRef},
                                       std::pair<std::string_view, std::string*>{"label", &source.labelRef}}) {
            if (source.file.empty() || !m_parameters.has(key))
                continue;
            *ref = m_parameters.get(key);
            if (!isName(*ref))
                problem("parameter-value", say("{}=\"{}\" cannot name a column", key, *ref),
                        say("Begin with a letter or an underscore; letters, digits, hyphens, underscores and points may follow."));
        }
    }

    void range();

    Item& m_item;
    const Parameters& m_parameters;
    const Choices& m_choices;
    Messages& m_messages;
    std::string m_quality;
};

/// Whether \p value is so many whole \p steps, within what a decimal fraction loses in a double.
bool isMultiple(double value, double step)
{
    const double times = value / step;
    return std::abs(times - std::round(times)) < 1e-9;
}

void Applier::range()
{
    allow({"start", "end", "step", "tick_interval", "placeholder", "tick_labelset"});
    const auto bound = [&](std::string_view key, std::string_view standard) {
        const std::string value = m_parameters.get(key);
        const double fallback = std::atof(std::string(standard).c_str());
        control(std::string(key), value.empty() ? std::string(standard) : value);
        return number(key).value_or(fallback);
    };
    const double start = bound("start", "1");
    const double end = bound("end", "10");
    const double step = bound("step", "1");
    bool decimal = false;
    for (const std::string_view key : {"start", "end", "step"})
        decimal = decimal || m_parameters.get(key).find('.') != std::string::npos;
    m_item.dataType = decimal ? "decimal" : "int";

    const auto span = [&] { return std::abs(end - start); };
    for (const std::string_view key : {"step", "tick_interval"}) {
        const auto value = number(key);
        if (value && *value == 0)
            problem("range", say("{} must not be 0", key), say("Give it the distance between two values."));
        else if (value && std::abs(*value) > span())
            problem("range", say("{} is larger than the range itself", key), say("Make it smaller, or the range wider."));
    }
    if (step == 0)
        return;
    const auto inRange = [&](double value) { return value >= std::min(start, end) && value <= std::max(start, end); };
    if (const auto tick = number("tick_interval")) {
        if (*tick != 0 && !isMultiple(*tick, step))
            problem("range", say("tick_interval is no multiple of step"), say("Let ticks fall on values that can be chosen."));
        control("odk:tick-interval", m_parameters.get("tick_interval"));
    }
    if (const auto placeholder = number("placeholder")) {
        if (!inRange(*placeholder))
            problem("range", say("placeholder lies outside the range"), say("Choose a value between start and end."));
        else if (!isMultiple(*placeholder - start, step))
            problem("range", say("placeholder is no value of the range"), say("Choose start plus a multiple of step."));
        control("odk:placeholder", m_parameters.get("placeholder"));
    }
    const bool hasNew = m_parameters.has("tick_interval") || m_parameters.has("placeholder") || m_parameters.has("tick_labelset");
    const auto words = base::splitWords(m_item.appearance);
    const bool noTicks = std::find(words.begin(), words.end(), "no-ticks") != words.end();
    if (hasNew && std::any_of(words.begin(), words.end(), [](std::string_view w) { return w == "rating" || w == "picker"; }))
        problem("range", say("ticks, placeholder and tick labels do not go with the appearances rating and picker"),
                say("Take the appearance away, or these parameters."));

    const std::string labels = m_parameters.get("tick_labelset");
    if (labels.empty())
        return;
    const ChoiceList* list = m_choices.find(labels);
    if (!list) {
        problem("range", say("tick_labelset names the list \"{}\", which the choices sheet does not hold", labels),
                say("Add the list to the choices sheet."));
        return;
    }
    m_item.choices.list = labels;
    if (noTicks && list->choices.size() > 2)
        problem("range", say("without ticks only both ends can have a label"), say("Keep two choices in the list, start and end."));
    const double tick = number("tick_interval").value_or(step);
    for (const Choice& choice : list->choices) {
        double value = 0;
        const auto [stop, error] = std::from_chars(choice.name.data(), choice.name.data() + choice.name.size(), value);
        if (error != std::errc() || stop != choice.name.data() + choice.name.size())
            problem("range", say("the choice \"{}\" of the tick labels is no number", choice.name),
                    say("Name the choices by the values they label."));
        else if (!inRange(value))
            problem("range", say("the tick label \"{}\" lies outside the range", choice.name),
                    say("Choose values between start and end."));
        else if (noTicks && value != start && value != end)
            problem("range", say("without ticks \"{}\" cannot have a label", choice.name), say("Label start and end only."));
        else if (!isMultiple(value - start, tick == 0 ? step : tick))
            problem("range", say("the tick label \"{}\" falls between two ticks", choice.name),
                    say("Choose start plus a multiple of tick_interval (or of step)."));
    }
}

} // namespace

void applyParameters(Item& item, const Choices& choices, Messages& messages)
{
    if (item.type)
        Applier(item, choices, messages).run();
}

} // namespace tashilgar::forms::xlsform
