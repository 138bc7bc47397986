#include "app/forms/xpath/functions/library.h"

#include <vector>

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-Boolean-Functions
// Spec: https://getodk.github.io/xforms-spec/#boolean-functions
namespace tashilgar::forms::xpath {
namespace {

Value coalesce(Call& call)
{
    Value last;
    for (std::size_t i = 0; i < call.count(); ++i) {
        last = call.value(i);
        std::string buffer;
        const bool blank = last.isNodeSet() ? last.nodes().empty() || stringValueOf(last.nodes()[0], buffer).empty()
                                            : last.isString() && last.string().empty();
        // NaN is how a number says that it has no value.
        if (!blank && !(last.isNumber() && last.number() != last.number()))
            return last;
    }
    return last;
}

Value once(Call& call)
{
    std::string held = call.host().onceValue(call.current());
    return held.empty() ? call.value(0) : Value(std::move(held));
}

Value booleanFromString(Call& call)
{
    const std::string text = call.text(0);
    return text == "true" || text == "1";
}

/// The truths of an argument: each node of a set by its text, else the value.
void addTruths(const Value& value, std::vector<bool>& truths)
{
    if (!value.isNodeSet()) {
        truths.push_back(value.toBoolean());
        return;
    }
    std::string buffer;
    for (const NodeRef node : value.nodes())
        truths.push_back(!stringValueOf(node, buffer).empty());
}

Value checklist(Call& call)
{
    const double least = call.number(0);
    const double most = call.number(1);
    std::vector<bool> truths;
    for (std::size_t i = 2; i < call.count(); ++i)
        addTruths(call.value(i), truths);
    const auto found = static_cast<double>(std::count(truths.begin(), truths.end(), true));
    return (least < 0 || found >= least) && (most < 0 || found <= most); // a negative bound is none
}

/// Weights may be negative, so may bounds: here -1 is the number it is, as in JavaRosa.
Value weightedChecklist(Call& call)
{
    const double least = call.number(0);
    const double most = call.number(1);
    if (call.count() % 2 != 0)
        return call.fail("weighted-checklist() needs a weight for each value");
    double sum = 0;
    for (std::size_t i = 2; i + 1 < call.count() && !call.failed(); i += 2) {
        std::vector<bool> truths;
        addTruths(call.value(i), truths);
        const Value weights = call.value(i + 1);
        std::string buffer;
        for (std::size_t k = 0; k < truths.size(); ++k) {
            if (!truths[k])
                continue;
            if (!weights.isNodeSet())
                sum += call.evaluation().numberOf(weights);
            else if (k < weights.nodes().size())
                sum += call.numberOf(stringValueOf(weights.nodes()[k], buffer));
        }
    }
    return sum >= least && sum <= most;
}

} // namespace

void addBooleanFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"true", 0, 0, F::Pure, [](Call&) -> Value { return true; }});
    registry.add({"false", 0, 0, F::Pure, [](Call&) -> Value { return false; }});
    registry.add({"boolean", 1, 1, F::Pure, [](Call& call) -> Value { return call.boolean(0); }});
    registry.add({"not", 1, 1, F::Pure, [](Call& call) -> Value { return !call.boolean(0); }});
    registry.add({"boolean-from-string", 1, 1, F::Pure, booleanFromString});
    registry.add({"if", 3, 3, F::Pure, [](Call& call) -> Value { return call.value(call.boolean(0) ? 1 : 2); }});
    registry.add({"coalesce", 2, F::kAnyNumber, F::Pure, coalesce});
    registry.add({"once", 1, 1, F::ReadsHost | F::Volatile | F::ReadsCurrent, once});
    registry.add({"checklist", 2, F::kAnyNumber, F::Pure, checklist});
    registry.add({"weighted-checklist", 2, F::kAnyNumber, F::Pure, weightedChecklist});
    // Of JavaRosa: names what an expression depends on, and is worth its first argument.
    registry.add({"depend", 1, F::kAnyNumber, F::Pure, [](Call& call) -> Value { return call.value(0); }});
}

} // namespace tashilgar::forms::xpath
