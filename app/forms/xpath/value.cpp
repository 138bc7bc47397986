#include "app/forms/xpath/value.h"

#include "app/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tashilgar::forms::xpath {

Value Value::temporal(std::string iso)
{
    Value value(std::move(iso));
    value.m_temporal = true;
    return value;
}

Value::Type Value::type() const
{
    if (isNumber())
        return Type::Number;
    if (isBoolean())
        return Type::Boolean;
    return isNodeSet() ? Type::NodeSet : Type::String;
}

std::string Value::toText() const
{
    if (isString())
        return string();
    if (isNumber())
        return textOfNumber(number());
    if (isBoolean())
        return boolean() ? "true" : "false";
    return nodes().empty() ? std::string() : nodes()[0].dom->stringValue(nodes()[0].id);
}

double Value::toNumber() const
{
    if (isNumber())
        return number();
    if (isBoolean())
        return boolean() ? 1 : 0;
    if (isString())
        return numberOfText(string());
    if (nodes().empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::string buffer;
    return numberOfText(stringValueOf(nodes()[0], buffer));
}

bool Value::toBoolean() const
{
    if (isBoolean())
        return boolean();
    if (isNumber())
        return number() != 0 && !std::isnan(number());
    return isString() ? !string().empty() : !nodes().empty();
}

std::string_view stringValueOf(NodeRef node, std::string& buffer)
{
    if (const auto view = node.dom->stringView(node.id))
        return *view;
    buffer = node.dom->stringValue(node.id);
    return buffer;
}

namespace {
/// Below it every whole number is a double of its own.
constexpr double kExactIntegers = 9007199254740992.0;
constexpr std::ptrdiff_t kShortNumber = 15;
} // namespace

std::string textOfNumber(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0)
        return "0";
    if (std::abs(number) < kExactIntegers && number == std::trunc(number))
        return std::to_string(static_cast<long long>(number));
    // The longest: a sign, "0.", 323 zeros and 17 digits.
    std::array<char, 360> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    return std::string(digits.data(), end.ptr);
}

namespace {

/// Of sign, digits and at most one point: so few digits are an integer that a double holds, and so is the power of ten
/// they are divided by, hence the quotient is the nearest double.
double shortNumber(const char* at, const char* end)
{
    static constexpr std::array<double, kShortNumber + 1> kPowers{
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = *at == '-';
    std::int64_t digits = 0;
    std::size_t behindPoint = 0;
    bool point = false;
    for (at += negative; at != end; ++at) {
        if (*at == '.') {
            point = true;
            continue;
        }
        digits = digits * 10 + (*at - '0');
        behindPoint += point;
    }
    const double size = static_cast<double>(digits) / kPowers[behindPoint];
    return negative ? -size : size;
}

} // namespace

double numberOfText(std::string_view text)
{
    if (!text.empty() && (text.front() <= ' ' || text.back() <= ' '))
        text = base::trim(text);
    const char* at = text.data();
    const char* const end = at + text.size();
    const char* digit = at;
    if (digit != end && *digit == '-')
        ++digit;
    bool anyDigit = false;
    bool point = false;
    for (; digit != end; ++digit) {
        if (*digit >= '0' && *digit <= '9')
            anyDigit = true;
        else if (*digit == '.' && !point)
            point = true;
        else
            return std::numeric_limits<double>::quiet_NaN();
    }
    if (!anyDigit)
        return std::numeric_limits<double>::quiet_NaN();
    if (end - at <= kShortNumber)
        return shortNumber(at, end);
    double number = 0;
    const auto read = std::from_chars(at, end, number, std::chars_format::fixed);
    if (read.ec == std::errc::result_out_of_range) {
        // Too many digits before the point is infinity; too many zeros after it is nothing.
        const std::size_t whole = text.find_first_not_of("-0");
        const bool large = whole != std::string_view::npos && text[whole] != '.';
        const double size = large ? std::numeric_limits<double>::infinity() : 0.0;
        return *at == '-' ? -size : size;
    }
    return number;
}

} // namespace tashilgar::forms::xpath
