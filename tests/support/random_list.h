#pragma once

#include "app/base/csv.h"
#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/xpath/expression.h"
#include "tests/forms/xpath/asked.h"

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// A list and questions about it, by chance: cells that are nearly equal, numbers written in several ways, dates, texts
/// in two scripts; predicates of all that a table can be asked, and of some that it cannot.
class RandomList {
public:
    explicit RandomList(std::uint64_t seed, std::size_t rows = 60)
        : m_random(seed)
    {
        for (std::size_t row = 0; row < rows; ++row) {
            m_rows.push_back({std::to_string(row)});
            for (std::size_t column = 1; column < kColumns.size(); ++column)
                m_rows.back().emplace_back(kCells[upTo(column == 4 ? 3 : kCells.size())]);
        }
    }

    std::string csv() const
    {
        std::string text;
        base::appendCsvRow(text, {kColumns.begin(), kColumns.end()});
        for (const auto& row : m_rows)
            base::appendCsvRow(text, row);
        return text;
    }
    std::string xml() const
    {
        std::string text = "<root>";
        for (const auto& row : m_rows) {
            text += "<item>";
            for (std::size_t i = 0; i < kColumns.size(); ++i)
                text += "<" + std::string(kColumns[i]) + ">" + base::xml::escapeText(row[i]) + "</"
                    + std::string(kColumns[i]) + ">";
            text += "</item>";
        }
        return text + "</root>";
    }

    /// "[…]", once or twice.
    std::string predicates()
    {
        std::string text = "[" + condition(2) + "]";
        if (upTo(5) == 0)
            text += "[" + condition(1) + "]";
        if (upTo(8) == 0)
            text += "[" + std::to_string(1 + upTo(4)) + "]";
        return text;
    }

private:
    static constexpr std::array<std::string_view, 5> kColumns{"id", "a", "b", "c", "d"};
    static constexpr std::array<std::string_view, 18> kCells{"", "a", "ab", "abc", "5", "5.0", "05", "-3", "18", "1e3",
        "2026-11-22", "2026-11-23", "2026-11-22T21:00:00+03:30", "سلام", "سلامت", "a b", " 5 ", "\"x\""};

    std::size_t upTo(std::size_t end) { return static_cast<std::size_t>(m_random.next() % end); }
    std::string column() { return std::string(kColumns[1 + upTo(kColumns.size() - 1)]); }
    std::string literal() { return "'" + std::string(kCells[upTo(kCells.size())]) + "'"; }
    std::string key()
    {
        static constexpr std::array<std::string_view, 9> kKeys{
            "5", "17.5", "-3", "/k/s", "/k/n", "/k/none", "date('2026-11-22')", "true()", "count(/k/s)"};
        return upTo(2) == 0 ? literal() : std::string(kKeys[upTo(kKeys.size())]);
    }
    std::string term()
    {
        static constexpr std::array<std::string_view, 6> kSigns{"=", "!=", "<", "<=", ">", ">="};
        const std::string sign = " " + std::string(kSigns[upTo(3) == 0 ? upTo(kSigns.size()) : 0]) + " ";
        switch (upTo(8)) {
        case 0:
            return "contains(" + column() + ", " + literal() + ")";
        case 1:
            return "starts-with(" + column() + ", " + literal() + ")";
        case 2:
            return column() + sign + column();
        case 3:
            return key() + sign + column();
        case 4:
            return "not(" + column() + sign + key() + ")";
        default:
            return column() + sign + key();
        }
    }
    std::string condition(int depth)
    {
        if (depth == 0 || upTo(3) == 0)
            return term();
        std::string text = "(" + condition(depth - 1);
        const std::string between = upTo(2) == 0 ? " and " : " or ";
        for (std::size_t more = upTo(3) + 1; more-- > 0;)
            text += between + condition(depth - 1);
        return text + ")";
    }

    FakeRandom m_random;
    std::vector<std::vector<std::string>> m_rows;
};

/// The ids of the rows of \p list (the root node of an instance) that \p predicates leave, as XPath finds them.
inline std::string idsWhere(forms::xpath::NodeRef list, const std::string& predicates)
{
    static const forms::secondary::DocumentDom keys(
        std::make_shared<base::xml::Document>(*base::xml::read("<k><s>ab</s><s>5</s><n>5</n></k>")));
    AskedHost host;
    host.instances["l"] = list;
    const auto expression = forms::xpath::Expression::compile("instance('l')/root/item" + predicates + "/id", {});
    if (!expression)
        return expression.error().text();
    forms::xpath::EvaluationContext context;
    context.host = &host;
    context.node = context.root = keys.rootNode();
    const auto nodes = forms::xpath::evaluateNodes(*expression, context);
    if (!nodes)
        return nodes.error().text();
    std::string ids, buffer;
    for (const auto node : *nodes)
        ids += std::string(forms::xpath::stringValueOf(node, buffer)) + " ";
    return ids;
}

/// How often a property is tried: few times in `make test`, many in `make soak`.
inline int tries(int few, int many) { return std::getenv("TASHILGAR_SOAK") ? many : few; }

} // namespace tashilgar::tests
