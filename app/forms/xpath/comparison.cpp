#include "app/forms/xpath/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#booleans
namespace tashilgar::forms::xpath {
namespace {

bool isEquality(TokenKind how) { return how == TokenKind::Equal || how == TokenKind::NotEqual; }

bool compareNumbers(TokenKind how, double left, double right)
{
    switch (how) {
    case TokenKind::Equal: return left == right;
    case TokenKind::NotEqual: return left != right;
    case TokenKind::Less: return left < right;
    case TokenKind::LessOrEqual: return left <= right;
    case TokenKind::Greater: return left > right;
    default: return left >= right;
    }
}

/// The same comparison with its sides exchanged.
TokenKind mirrored(TokenKind how)
{
    switch (how) {
    case TokenKind::Less: return TokenKind::Greater;
    case TokenKind::LessOrEqual: return TokenKind::GreaterOrEqual;
    case TokenKind::Greater: return TokenKind::Less;
    case TokenKind::GreaterOrEqual: return TokenKind::LessOrEqual;
    default: return how;
    }
}

} // namespace

bool Evaluation::compare(TokenKind how, const Value& left, const Value& right)
{
    if (left.isNodeSet() && right.isNodeSet())
        return compareSets(how, left.nodes(), right.nodes());
    if (left.isNodeSet())
        return compareNodes(how, left.nodes(), right);
    if (right.isNodeSet())
        return compareNodes(mirrored(how), right.nodes(), left);
    return compareScalars(how, left, right);
}

bool Evaluation::compareNodes(TokenKind how, const NodeSet& nodes, const Value& other)
{
    // Deviates: by the specification a set is turned into a truth for all comparisons with one; by JavaRosa and all
    // other engines only for equality, while "less" compares the numbers of the nodes.
    if (other.isBoolean() && isEquality(how))
        return compareNumbers(how, nodes.empty() ? 0 : 1, other.boolean() ? 1 : 0);
    spend(nodes.size());
    std::string buffer;
    if (isEquality(how) && other.isString()) {
        const bool wanted = how == TokenKind::Equal;
        const std::optional<base::Instant> moment
            = other.isTemporal() ? momentOf(other.string(), zone()) : std::nullopt;
        const bool isMoment = moment.has_value();
        const base::Instant wantedMoment = moment.value_or(base::Instant());
        return std::any_of(nodes.begin(), nodes.end(), [&](NodeRef node) {
            const std::string_view text = stringValueOf(node, buffer);
            const auto own = isMoment ? momentOf(text, zone()) : std::nullopt;
            return (own.has_value() ? own.value() == wantedMoment : text == other.string()) == wanted;
        });
    }
    const bool ofMoments = other.isString() && looksTemporal(other.string());
    const double number = ofMoments ? orderOf(other.string()) : numberOf(other);
    return std::any_of(nodes.begin(), nodes.end(), [&](NodeRef node) {
        const std::string_view text = stringValueOf(node, buffer);
        return compareNumbers(how, ofMoments ? orderOf(text) : numberOf(text), number);
    });
}

bool Evaluation::compareSets(TokenKind how, const NodeSet& left, const NodeSet& right)
{
    if (left.empty() || right.empty())
        return false;
    spend(left.size() + right.size());
    std::string buffer;
    if (how == TokenKind::Equal) {
        if (left.size() == 1 && right.size() == 1) {
            std::string other;
            return stringValueOf(left[0], buffer) == stringValueOf(right[0], other);
        }
        const NodeSet& fewer = left.size() < right.size() ? left : right;
        const NodeSet& more = left.size() < right.size() ? right : left;
        std::unordered_set<std::string> texts;
        for (const NodeRef node : fewer)
            texts.emplace(stringValueOf(node, buffer));
        return std::any_of(more.begin(), more.end(),
            [&](NodeRef node) { return texts.contains(std::string(stringValueOf(node, buffer))); });
    }
    if (how == TokenKind::NotEqual) {
        // Some pair differs, unless both sets hold one text only, and the same.
        const std::string first = left[0].dom->stringValue(left[0].id);
        const auto differs = [&](NodeRef node) { return stringValueOf(node, buffer) != first; };
        return std::any_of(left.begin(), left.end(), differs) || std::any_of(right.begin(), right.end(), differs);
    }
    // Some pair is in order when the extremes are.
    std::string second;
    const bool ofMoments = looksTemporal(stringValueOf(left[0], buffer)) && looksTemporal(stringValueOf(right[0], second));
    const auto extremes = [&](const NodeSet& nodes) {
        std::pair<double, double> found(
            std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN());
        for (const NodeRef node : nodes) {
            const std::string_view text = stringValueOf(node, buffer);
            const double number = ofMoments ? orderOf(text) : numberOf(text);
            found = {std::fmin(found.first, number), std::fmax(found.second, number)};
        }
        return found;
    };
    const auto [leftLeast, leftMost] = extremes(left);
    const auto [rightLeast, rightMost] = extremes(right);
    return how == TokenKind::Less || how == TokenKind::LessOrEqual ? compareNumbers(how, leftLeast, rightMost)
                                                                   : compareNumbers(how, leftMost, rightLeast);
}

bool Evaluation::compareScalars(TokenKind how, const Value& left, const Value& right)
{
    if (!isEquality(how)) {
        const bool ofMoments
            = left.isString() && right.isString() && looksTemporal(left.string()) && looksTemporal(right.string());
        return ofMoments ? compareNumbers(how, orderOf(left.string()), orderOf(right.string()))
                         : compareNumbers(how, numberOf(left), numberOf(right));
    }
    const bool wanted = how == TokenKind::Equal;
    if (left.isBoolean() || right.isBoolean())
        return (left.toBoolean() == right.toBoolean()) == wanted;
    if (left.isNumber() || right.isNumber())
        return compareNumbers(how, numberOf(left), numberOf(right));
    if (left.isTemporal() || right.isTemporal()) {
        const auto first = momentOf(left.string(), zone());
        const auto second = momentOf(right.string(), zone());
        if (first && second)
            return (first == second) == wanted;
    }
    return (left.string() == right.string()) == wanted;
}

} // namespace tashilgar::forms::xpath
