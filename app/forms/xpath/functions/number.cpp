#include "app/base/clock.h"
#include "app/base/text.h"
#include "app/forms/xpath/functions/library.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-Number-Functions
// Spec: https://getodk.github.io/xforms-spec/#number-functions
namespace tashilgar::forms::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Value number(Call& call)
{
    return call.has(0) ? call.evaluation().numberOf(call.value(0)) : call.evaluation().numberOf(Value(NodeSet(call.focus().node)));
}

/// \p number with its decimal point moved \p places to the right, as on paper: 1.475 by 2 is 147.5, not
/// 147.49999999999997.
double shifted(double number, int places)
{
    std::array<char, 64> text{};
    const auto written
        = std::to_chars(text.data(), text.data() + text.size() - 8, number, std::chars_format::scientific);
    std::string_view digits(text.data(), static_cast<std::size_t>(written.ptr - text.data()));
    const std::size_t mark = digits.find('e');
    int exponent = 0;
    const char* from = digits.data() + mark + 1;
    std::from_chars(*from == '+' ? from + 1 : from, written.ptr, exponent);
    const std::string moved = std::string(digits.substr(0, mark)) + "e" + std::to_string(exponent + places);
    double result = 0;
    const auto read = std::from_chars(moved.data(), moved.data() + moved.size(), result);
    if (read.ec == std::errc::result_out_of_range)
        return exponent + places > 0 ? std::copysign(HUGE_VAL, number) : 0;
    return result;
}

/// XPath's, also with places, which XPath does not have: the nearest, and a half goes up.
/// Deviates: JavaRosa cuts negative numbers instead of rounding them where places are negative.
Value round(Call& call)
{
    const double given = call.number(0);
    if (!call.has(1))
        return std::isfinite(given) ? std::floor(given + 0.5) : given;
    const double places = std::trunc(call.number(1));
    if (std::isnan(places))
        return kNaN;
    if (!std::isfinite(given) || given == 0)
        return given;
    // Beyond these a double has no digits to round, or none to keep.
    if (places > 330)
        return given;
    if (places < -330)
        return 0.0;
    const double moved = shifted(given, static_cast<int>(places));
    if (!std::isfinite(moved))
        return given;
    const double rounded = std::floor(moved) + (moved - std::floor(moved) < 0.5 ? 0 : 1);
    return rounded == 0 ? 0.0 : shifted(rounded, -static_cast<int>(places));
}

Value sum(Call& call)
{
    if (PathResolver::Totals totals; call.total(0, true, totals))
        return totals.sum;
    const NodeSet nodes = call.nodes(0);
    std::string buffer;
    double total = 0;
    for (const NodeRef node : nodes)
        total += call.numberOf(stringValueOf(node, buffer));
    return total;
}

/// The extreme of all arguments, nodes one by one; NaN when there is nothing, or something that is no number.
template <class Better>
Value extreme(Call& call, double PathResolver::Totals::*known, Better better)
{
    if (PathResolver::Totals totals; call.count() == 1 && call.total(0, true, totals))
        return totals.*known;
    double found = kNaN;
    bool any = false;
    bool sound = true;
    const auto take = [&](double number) {
        sound = sound && !std::isnan(number);
        if (!any || better(number, found))
            found = number;
        any = true;
    };
    for (std::size_t i = 0; i < call.count(); ++i) {
        const Value value = call.value(i);
        std::string buffer;
        if (value.isNodeSet()) {
            for (const NodeRef node : value.nodes())
                take(call.numberOf(stringValueOf(node, buffer)));
        } else {
            take(call.evaluation().numberOf(value));
        }
    }
    return sound ? found : kNaN;
}

Value random(Call& call)
{
    std::uint64_t bits = 0;
    call.host().random().fill(std::as_writable_bytes(std::span(&bits, 1)));
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

template <double (*F)(double)>
Value unary(Call& call)
{
    return F(call.number(0));
}

double exp10Of(double exponent) { return std::pow(10.0, exponent); }

} // namespace

void addNumberFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"number", 0, 1, F::ContextIfBare, number});
    registry.add({"int", 1, 1, F::Pure, [](Call& call) -> Value { return std::trunc(call.number(0)); }});
    registry.add({"round", 1, 2, F::Pure, round});
    registry.add({"floor", 1, 1, F::Pure, unary<std::floor>});
    registry.add({"ceiling", 1, 1, F::Pure, unary<std::ceil>});
    registry.add({"sum", 1, 1, F::Pure, sum});
    registry.add({"min", 1, F::kAnyNumber, F::Pure, [](Call& call) {
                      return extreme(call, &PathResolver::Totals::least, [](double a, double b) { return a < b; });
                  }});
    registry.add({"max", 1, F::kAnyNumber, F::Pure, [](Call& call) {
                      return extreme(call, &PathResolver::Totals::most, [](double a, double b) { return a > b; });
                  }});
    registry.add({"random", 0, 0, F::ReadsHost | F::Volatile, random});
    registry.add({"abs", 1, 1, F::Pure, unary<std::fabs>});
    registry.add({"sqrt", 1, 1, F::Pure, unary<std::sqrt>});
    registry.add({"exp", 1, 1, F::Pure, unary<std::exp>});
    registry.add({"exp10", 1, 1, F::Pure, unary<exp10Of>});
    registry.add({"log", 1, 1, F::Pure, unary<std::log>});
    registry.add({"log10", 1, 1, F::Pure, unary<std::log10>});
    registry.add({"sin", 1, 1, F::Pure, unary<std::sin>});
    registry.add({"cos", 1, 1, F::Pure, unary<std::cos>});
    registry.add({"tan", 1, 1, F::Pure, unary<std::tan>});
    registry.add({"asin", 1, 1, F::Pure, unary<std::asin>});
    registry.add({"acos", 1, 1, F::Pure, unary<std::acos>});
    registry.add({"atan", 1, 1, F::Pure, unary<std::atan>});
    registry.add(
        {"atan2", 2, 2, F::Pure, [](Call& call) -> Value { return std::atan2(call.number(0), call.number(1)); }});
    registry.add({"pow", 2, 2, F::Pure, [](Call& call) -> Value { return std::pow(call.number(0), call.number(1)); }});
    registry.add({"pi", 0, 0, F::Pure, [](Call&) -> Value { return std::numbers::pi; }});
}

} // namespace tashilgar::forms::xpath
