#include "app/base/text.h"
#include "app/forms/xpath/functions/library.h"
#include "app/forms/xpath/functions/pattern.h"

#include <cmath>
#include <optional>
#include <unordered_map>

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-String-Functions
// Spec: https://getodk.github.io/xforms-spec/#string-functions
namespace tashilgar::forms::xpath {
namespace {

Value concat(Call& call)
{
    std::string all;
    for (std::size_t i = 0; i < call.count(); ++i)
        forEachText(call, i, [&](std::string_view text) { all += text; });
    return all;
}

Value join(Call& call)
{
    const std::string separator = call.text(0);
    std::string all;
    bool first = true;
    for (std::size_t i = 1; i < call.count(); ++i) {
        forEachText(call, i, [&](std::string_view text) {
            if (!std::exchange(first, false))
                all += separator;
            all += text;
        });
    }
    return all;
}

/// The characters of \p text from \p begin up to \p end, by code points.
std::string characters(std::string_view text, double begin, double end)
{
    std::string cut;
    double place = 0;
    for (std::size_t at = 0; at < text.size() && place < end; ++place) {
        const std::size_t before = at;
        base::nextCodePoint(text, at);
        if (place >= begin)
            cut += text.substr(before, at - before);
    }
    return cut;
}

double length(std::string_view text)
{
    double count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        base::nextCodePoint(text, at);
    return count;
}

/// XPath's: places from 1, rounded, and the second is a length.
Value substring(Call& call)
{
    const std::string text = call.text(0);
    const double begin = std::floor(call.number(1) + 0.5);
    const double end = call.has(2) ? begin + std::floor(call.number(2) + 0.5) : HUGE_VAL;
    std::string cut;
    double place = 1;
    for (std::size_t at = 0; at < text.size(); ++place) {
        const std::size_t before = at;
        base::nextCodePoint(text, at);
        if (place >= begin && place < end) // false for NaN, as it should
            cut += std::string_view(text).substr(before, at - before);
    }
    return cut;
}

/// ODK's: places from 0, negative ones from the end, and the second is an end.
Value substr(Call& call)
{
    const std::string text = call.text(0);
    const double size = length(text);
    const auto place = [&](double given) {
        given = std::isnan(given) ? 0 : std::trunc(given);
        return given < 0 ? std::fmax(0, size + given) : std::fmin(given, size);
    };
    const double begin = place(call.number(1));
    const double end = call.has(2) ? place(call.number(2)) : size;
    return characters(text, begin, end);
}

Value substringBefore(Call& call)
{
    const TextArgument text(call, 0);
    const TextArgument mark(call, 1);
    const std::size_t at = text->find(*mark);
    return at == std::string_view::npos ? std::string() : std::string(text->substr(0, at));
}

Value substringAfter(Call& call)
{
    const TextArgument text(call, 0);
    const TextArgument mark(call, 1);
    const std::size_t at = text->find(*mark);
    return at == std::string_view::npos ? std::string() : std::string(text->substr(at + mark->size()));
}

Value contains(Call& call)
{
    const TextArgument text(call, 0);
    const TextArgument part(call, 1);
    return text->find(*part) != std::string_view::npos;
}

Value startsWith(Call& call)
{
    const TextArgument text(call, 0);
    const TextArgument part(call, 1);
    return text->starts_with(*part);
}

Value endsWith(Call& call)
{
    const TextArgument text(call, 0);
    const TextArgument part(call, 1);
    return text->ends_with(*part);
}

Value translate(Call& call)
{
    const std::string text = call.text(0);
    const std::u32string from = base::toCodePoints(call.text(1));
    const std::u32string to = base::toCodePoints(call.text(2));
    std::unordered_map<char32_t, std::optional<char32_t>> changes;
    for (std::size_t i = 0; i < from.size(); ++i)
        changes.try_emplace(from[i], i < to.size() ? std::optional(to[i]) : std::nullopt);
    std::string changed;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::nextCodePoint(text, at);
        const auto change = changes.find(c);
        if (change == changes.end())
            base::appendUtf8(changed, c);
        else if (change->second)
            base::appendUtf8(changed, *change->second);
    }
    return changed;
}

std::shared_ptr<const void> preparePattern(std::span<const Value* const> constants)
{
    return constants[1] ? Pattern::compile(constants[1]->toText()) : nullptr;
}

/// The whole text must match. Spec: https://docs.getodk.org/form-operators-functions/#regex
Value regex(Call& call)
{
    const TextArgument text(call, 0);
    const Pattern* pattern = call.prepared<Pattern>();
    std::shared_ptr<const Pattern> own;
    if (!pattern) {
        own = Pattern::compile(call.text(1));
        pattern = own.get();
    }
    if (call.failed())
        return {};
    if (!pattern)
        return call.fail("the pattern of regex() is no regular expression");
    const std::optional<bool> matches = pattern->matches(*text);
    return matches ? Value(*matches) : call.fail("the pattern of regex() needs too much work");
}

} // namespace

void addTextFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"string", 0, 1, F::ContextIfBare, [](Call& call) -> Value { return call.textOrContext(0); }});
    registry.add({"concat", 0, F::kAnyNumber, F::Pure, concat});
    registry.add({"join", 1, F::kAnyNumber, F::Pure, join});
    registry.add({"substring", 2, 3, F::Pure, substring});
    registry.add({"substr", 2, 3, F::Pure, substr});
    registry.add({"substring-before", 2, 2, F::Pure, substringBefore});
    registry.add({"substring-after", 2, 2, F::Pure, substringAfter});
    registry.add({"translate", 3, 3, F::Pure, translate});
    registry.add({"string-length", 0, 1, F::ContextIfBare,
        [](Call& call) -> Value { return length(call.textOrContext(0)); }});
    registry.add({"normalize-space", 0, 1, F::ContextIfBare,
        [](Call& call) -> Value { return base::normaliseSpace(call.textOrContext(0)); }});
    registry.add({"contains", 2, 2, F::Pure, contains});
    registry.add({"starts-with", 2, 2, F::Pure, startsWith});
    registry.add({"ends-with", 2, 2, F::Pure, endsWith});
    registry.add({"regex", 2, 2, F::Pure, regex, preparePattern});
}

} // namespace tashilgar::forms::xpath
