#include "app/forms/xlsform/back/paths.h"

#include "app/base/text.h"
#include "app/forms/xpath/lexer.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform::back {

using xpath::Token;
using xpath::TokenKind;

/// A stretch of the expression that is a path to an item.
struct Paths::Found {
    std::size_t begin;
    std::size_t end;
    const Item* item;
    bool lastSaved = false;
    bool absolute = false;
    bool inQuotes = false;
};

namespace {

const Item* childNamed(const Item& item, std::string_view name)
{
    for (const auto& child : item.children) {
        if (child->name == name)
            return child.get();
    }
    return nullptr;
}

std::string withoutSpace(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (!base::isXmlSpace(c))
            out += c;
    }
    return out;
}

/// Reads paths off a row of tokens.
class PathWalk {
public:
    PathWalk(std::string_view text, const std::vector<Token>& tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    TokenKind kind(std::size_t i) const { return i < m_tokens.size() ? m_tokens[i].kind : TokenKind::End; }
    std::size_t at(std::size_t i) const { return i < m_tokens.size() ? m_tokens[i].at : m_text.size(); }
    /// Where a token ends: before the blanks in front of the next.
    std::size_t endOf(std::size_t i) const
    {
        std::size_t end = at(i + 1);
        while (end > at(i) + 1 && base::isXmlSpace(m_text[end - 1]))
            --end;
        return end;
    }
    bool isCall(std::size_t i, std::string_view name) const
    {
        return kind(i) == TokenKind::FunctionName && m_tokens[i].prefix.empty() && m_tokens[i].text == name;
    }

    /// Follows "/a/b" or "../a" from \p from; \p i is at the first slash or step, and moves past the path.
    /// The first \p below steps up only lead to \p from. Null when a step leads nowhere.
    const Item* follow(std::size_t& i, const Item* from, bool absolute, const Item& root, std::size_t below = 0) const
    {
        const Item* item = absolute ? nullptr : from;
        bool wantsStep = true;
        if (absolute)
            ++i; // the slash
        while (wantsStep) {
            wantsStep = false;
            if (kind(i) == TokenKind::Name && m_tokens[i].prefix.empty()) {
                if (!item && absolute)
                    item = m_tokens[i].text == root.name ? &root : nullptr;
                else if (item)
                    item = childNamed(*item, m_tokens[i].text);
                absolute = false;
            } else if (kind(i) == TokenKind::DotDot && below > 0) {
                --below;
            } else if (kind(i) == TokenKind::DotDot) {
                item = item ? item->parent : nullptr;
            } else if (kind(i) != TokenKind::Dot) {
                return nullptr;
            }
            if (!item)
                return nullptr;
            ++i;
            if (kind(i) == TokenKind::Slash) {
                wantsStep = true;
                ++i;
            }
        }
        return item;
    }

private:
    std::string_view m_text;
    const std::vector<Token>& m_tokens;
};

bool mayPrecedePath(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::Slash:
    case TokenKind::DoubleSlash:
    case TokenKind::Dot:
    case TokenKind::DotDot:
    case TokenKind::At:
        return false;
    default:
        return true;
    }
}

} // namespace

const Item* Paths::itemAt(std::string_view path) const
{
    const Item* item = nullptr;
    for (const std::string_view step : base::split(path, '/')) {
        if (step.empty())
            continue;
        if (!item)
            item = step == m_root.name ? &m_root : nullptr;
        else
            item = childNamed(*item, step);
        if (!item)
            return nullptr;
    }
    return item;
}

std::vector<Paths::Found> Paths::find(std::string_view expression, const ExpressionPlace& at) const
{
    std::vector<Found> found;
    const auto tokens = xpath::tokenise(expression);
    if (!tokens)
        return found;
    const PathWalk walk(expression, *tokens);
    std::size_t depth = 0; // of filters
    for (std::size_t i = 0; i < tokens->size() && walk.kind(i) != TokenKind::End;) {
        const TokenKind kind = walk.kind(i);
        depth += kind == TokenKind::LeftBracket ? 1 : 0;
        depth -= kind == TokenKind::RightBracket && depth > 0 ? 1 : 0;
        const bool startsHere = i == 0 || mayPrecedePath(walk.kind(i - 1));
        std::size_t next = i;
        const Item* item = nullptr;
        bool absolute = false;
        bool lastSaved = false;
        if (startsHere && kind == TokenKind::Slash) {
            absolute = true;
            item = walk.follow(next, nullptr, true, m_root);
        } else if (startsHere && kind == TokenKind::DotDot && depth == 0 && !at.inFilter) {
            item = walk.follow(next, at.item, false, m_root, at.below);
        } else if (startsHere && walk.isCall(i, "current") && walk.kind(i + 1) == TokenKind::LeftParenthesis
            && walk.kind(i + 2) == TokenKind::RightParenthesis && walk.kind(i + 3) == TokenKind::Slash) {
            next = i + 4;
            item = walk.follow(next, at.item, false, m_root);
        } else if (startsHere && walk.isCall(i, "instance") && walk.kind(i + 2) == TokenKind::Literal
            && (*tokens)[i + 2].text == "__last-saved" && walk.kind(i + 4) == TokenKind::Slash) {
            next = i + 4;
            lastSaved = true;
            item = walk.follow(next, nullptr, true, m_root);
        } else if (kind == TokenKind::Literal && i >= 2 && walk.kind(i - 1) == TokenKind::Comma) {
            // jr:choice-name takes a path as text.
            const std::string inner(base::trim((*tokens)[i].text));
            const auto quoted = xpath::tokenise(inner);
            if (quoted && !inner.empty() && (inner.front() == '/' || inner.starts_with(".."))) {
                const PathWalk within(inner, *quoted);
                std::size_t j = 0;
                item = within.follow(j, at.item, inner.front() == '/', m_root);
                if (item && within.kind(j) == TokenKind::End) {
                    const std::size_t begin = walk.at(i) + 1;
                    found.push_back({begin, begin + (*tokens)[i].text.size(), item, false, inner.front() == '/', true});
                }
                item = nullptr;
            }
        }
        if (item && item->kind != ItemKind::Root && item->parent && next > i) {
            found.push_back({walk.at(i), walk.endOf(next - 1), item, lastSaved, absolute, false});
            i = next;
        } else {
            ++i;
        }
    }
    return found;
}

std::string Paths::inSheet(std::string_view expression, const ExpressionPlace& at) const
{
    std::string renamed(expression);
    for (const auto& [from, to] : m_renamed) {
        for (const char quote : {'\'', '"'}) {
            const std::string call = fmt::format("instance({}{}{})", quote, from, quote);
            for (std::size_t i = renamed.find(call); i != std::string::npos; i = renamed.find(call, i + 1))
                renamed.replace(i, call.size(), fmt::format("instance({}{}{})", quote, to, quote));
        }
    }
    const std::string_view text = renamed;
    const std::vector<Found> all = find(text, at);
    // All replaced first: what a reference becomes depends on the brackets around it.
    const auto assembled = [&](const std::vector<bool>& replaced) {
        std::string out;
        std::size_t from = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!replaced[i])
                continue;
            // The converter puts a blank on either side; it goes again where it shows.
            std::size_t begin = all[i].begin;
            std::size_t end = all[i].end;
            const auto charAt = [&](std::size_t k) { return k < text.size() ? text[k] : ')'; };
            constexpr std::string_view kOpening = " ([";
            constexpr std::string_view kClosing = " )],[";
            if (!all[i].inQuotes && begin > from && text[begin - 1] == ' '
                && (begin == 1 || kOpening.find(text[begin - 2]) != std::string_view::npos))
                --begin;
            if (!all[i].inQuotes && charAt(end) == ' ' && kClosing.find(charAt(end + 1)) != std::string_view::npos)
                ++end;
            out += text.substr(from, begin - from);
            out += fmt::format("${{{}{}}}", all[i].lastSaved ? "last-saved#" : "", all[i].item->name);
            from = end;
        }
        return out + std::string(text.substr(from));
    };
    std::vector<bool> replaced(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        replaced[i] = m_names.resolve(all[i].item->name, *at.item) == all[i].item;
    const std::vector<Reference> references = findReferences(assembled(replaced));
    std::size_t next = 0;
    bool anyKept = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!replaced[i])
            continue;
        if (next >= references.size() || references[next].name != all[i].item->name)
            return std::string(base::trim(text));
        const Reference& reference = references[next++];
        const std::string written = m_references.path(reference, at);
        const std::string had = withoutSpace(text.substr(all[i].begin, all[i].end - all[i].begin));
        const bool same = written == had;
        const bool ownRow
            = all[i].absolute && written.starts_with("../") && !at.inFilter && !reference.inInstanceFilter;
        replaced[i] = same || ownRow;
        anyKept = anyKept || replaced[i];
    }
    return anyKept ? std::string(base::trim(assembled(replaced))) : std::string(base::trim(text));
}

} // namespace tashilgar::forms::xlsform::back
