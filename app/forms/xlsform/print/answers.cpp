#include "app/forms/xlsform/print/answers.h"

#include "app/base/text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform::print {

namespace {

constexpr std::string_view kCircle = "<i class=\"circle\"></i>";
constexpr std::string_view kBox = "<i class=\"box\"></i>";

/// A question with more ticks than this gets a line instead of a scale.
constexpr double kMostTicks = 11;

std::string line(std::string_view kind = "line") { return fmt::format("<div class=\"{}\"></div>", kind); }

std::string cells(std::size_t count)
{
    std::string out = "<span class=\"cells\">";
    for (std::size_t i = 0; i < count; ++i)
        out += "<i></i>";
    return out + "</span>";
}

std::string named(std::string_view name, std::string_view inner)
{
    return fmt::format("<span class=\"part\">{}<small>{}</small></span>", inner, name);
}

std::string choicesOf(const Item& item, const PrintedForm& form)
{
    const Words& words = form.words();
    const Control control = item.type->control;
    const ChoiceSource& source = item.choices;
    if (!source.file.empty() || source.external)
        return fmt::format("<div class=\"from\">{} <b>{}</b></div>", words.fromList, html(source.list)) + line();
    const std::vector<std::string> labels = choiceLabels(item, form);
    if (labels.empty())
        return line();
    std::size_t longest = 0;
    for (const std::string& label : labels)
        longest = std::max(longest, base::toCodePoints(label).size());
    const std::string_view columns = longest > 34 ? "wide" : longest > 16 ? "two" : "three";
    std::string out = fmt::format("<ul class=\"choices {}\">", columns);
    for (const std::string& label : labels) {
        const std::string_view mark = control == Control::Select1 ? kCircle : kBox;
        out += fmt::format("<li>{}{}</li>", mark, label);
    }
    return out + "</ul>";
}

std::string rangeOf(const Item& item, const PrintedForm& form)
{
    const auto number = [&](std::string_view key, double standard) {
        const std::string text = item.parameters.get(key);
        double value = standard;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    const double start = number("start", 1);
    const double end = number("end", 10);
    const double step = number("step", 1);
    if (step <= 0 || end < start || (end - start) / step >= kMostTicks)
        return fmt::format("<div class=\"parts\">{}<small>{} – {}</small></div>", cells(3),
            form.words().digits(fmt::format("{}", start)), form.words().digits(fmt::format("{}", end)));
    std::string out = "<div class=\"scale\">";
    for (double value = start; value <= end + 1e-9; value += step)
        out += fmt::format("<span>{}<small>{}</small></span>", kCircle, form.words().digits(fmt::format("{}", value)));
    return out + "</div>";
}

std::string captureOf(const Item& item, const PrintedForm& form)
{
    const Words& words = form.words();
    const std::string_view type = item.type->name;
    if (type == "image" && item.appearance.find("signature") != std::string::npos)
        return fmt::format("<div class=\"signature\"><small>{}</small></div>", words.signature);
    const std::string_view what = type == "image" ? words.photo
        : type == "audio"                         ? words.sound
        : type == "video"                         ? words.film
                                                  : words.file;
    return fmt::format("<div class=\"parts\">{}{}</div>", kBox, what);
}

std::string dateOf(const Words& words)
{
    return named(words.day, cells(2)) + named(words.month, cells(2)) + named(words.year, cells(4));
}

std::string timeOf(const Words& words) { return named(words.hour, cells(2)) + named(words.minute, cells(2)); }

std::string placeOf(const Words& words)
{
    return named(words.latitude, line("short")) + named(words.longitude, line("short"))
        + named(words.accuracy, line("short"));
}

} // namespace

std::vector<std::string> choiceLabels(const Item& item, const PrintedForm& form)
{
    std::vector<std::string> labels;
    const ChoiceList* list = form.choices().find(item.choices.list);
    if (!list || !item.choices.file.empty())
        return labels;
    for (const Choice& choice : list->choices) {
        const std::string& label = form.text(choice.label);
        labels.push_back(html(label.empty() ? choice.name : label));
    }
    return labels;
}

std::string answerArea(const Item& item, const PrintedForm& form)
{
    const Words& words = form.words();
    const std::string_view type = item.type->name;
    switch (item.type->control) {
    case Control::Select1:
    case Control::Select:
    case Control::Rank:
        return choicesOf(item, form);
    case Control::Range:
        return rangeOf(item, form);
    case Control::Upload:
        return captureOf(item, form);
    case Control::Trigger:
        return fmt::format("<div class=\"parts\">{}{}</div>", kBox, words.agreed);
    case Control::Input:
    case Control::None:
        break;
    }
    if (type == "integer" || type == "percentage")
        return "<div class=\"parts\">" + cells(item.appearance.find("thousands-sep") != std::string::npos ? 9 : 4)
            + "</div>";
    if (type == "date")
        return "<div class=\"parts\">" + dateOf(words) + "</div>";
    if (type == "time")
        return "<div class=\"parts\">" + timeOf(words) + "</div>";
    if (type == "dateTime")
        return "<div class=\"parts\">" + dateOf(words) + timeOf(words) + "</div>";
    if (type == "geopoint")
        return "<div class=\"parts\">" + placeOf(words) + "</div>";
    if (type == "geotrace" || type == "geoshape")
        return fmt::format("<div class=\"from\">{}</div>", type == "geotrace" ? words.line : words.area) + line()
            + line();
    if (type == "decimal")
        return line("short");
    return item.appearance.find("multiline") != std::string::npos ? line() + line() + line() : line();
}

} // namespace tashilgar::forms::xlsform::print
