#pragma once

#include "app/forms/xpath/nodeset.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace tashilgar::forms::xpath {

/// What an expression is worth: one of the four types of XPath 1.0.
/// A string may be known to be a date or a moment because a date function made it; it stays a string in every other
/// respect, and only comparisons and arithmetic ask (they need the time zone, so the evaluator does them, not Value).
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-Expressions
class Value {
public:
    enum class Type { Number, String, Boolean, NodeSet };

    /// The empty string.
    Value() = default;
    Value(double number) : m_value(number) {}
    Value(bool truth) : m_value(truth) {}
    Value(std::string text) : m_value(std::move(text)) {}
    Value(std::string_view text) : m_value(std::string(text)) {}
    Value(const char* text) : m_value(std::string(text)) {}
    Value(NodeSet nodes) : m_value(std::move(nodes)) {}
    template <class T>
    Value(const T*) = delete; ///< a pointer is not a truth

    /// \p iso is a date or a date with time, as date(), today() and now() give it.
    static Value temporal(std::string iso);

    Type type() const;
    bool isNumber() const { return std::holds_alternative<double>(m_value); }
    bool isString() const { return std::holds_alternative<std::string>(m_value); }
    bool isBoolean() const { return std::holds_alternative<bool>(m_value); }
    bool isNodeSet() const { return std::holds_alternative<NodeSet>(m_value); }
    bool isTemporal() const { return m_temporal && isString(); }

    /// The held alternative; asking for another one is a mistake of ours.
    double number() const { return std::get<double>(m_value); }
    bool boolean() const { return std::get<bool>(m_value); }
    const std::string& string() const { return std::get<std::string>(m_value); }
    const NodeSet& nodes() const { return std::get<NodeSet>(m_value); }
    NodeSet& nodes() { return std::get<NodeSet>(m_value); }
    std::string takeString() && { return std::move(std::get<std::string>(m_value)); }
    NodeSet takeNodes() && { return std::move(std::get<NodeSet>(m_value)); }

    /// string(), number() and boolean() of XPath 1.0, section 4. A node set counts by its first node. Dates are text
    /// here (NaN as a number): for their days use Evaluation or functions/date.h.
    std::string toText() const;
    double toNumber() const;
    bool toBoolean() const;

private:
    std::variant<std::string, double, bool, NodeSet> m_value;
    bool m_temporal = false;
};

/// The string value of \p node; \p buffer keeps it where the Dom cannot lend it.
std::string_view stringValueOf(NodeRef node, std::string& buffer);

/// Without exponent, without a trailing ".0"; -0 is "0"; "NaN", "Infinity", "-Infinity". The fewest digits that read
/// back as the same number. Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-string
std::string textOfNumber(double number);
/// Optional blanks around `-? (digits (. digits?)? | . digits)`; NaN for all else, exponents and "" included.
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-number
double numberOfText(std::string_view text);

} // namespace tashilgar::forms::xpath
