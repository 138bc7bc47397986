#include "app/base/text.h"
#include "app/forms/parse/parse_job.h"

#include <algorithm>

// Spec: https://docs.getodk.org/form-datasets/ (pulldata, search, external selects)
namespace tashilgar::forms::parse {

namespace {

constexpr std::string_view kSearch = "search(";

/// From \p begin, which stands on the name of a call, to its closing bracket; empty when there is none.
std::string_view wholeCall(std::string_view text, std::size_t begin)
{
    int depth = 0;
    char quote = 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const char c = text[at];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return text.substr(begin, at + 1 - begin);
        }
    }
    return {};
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

/// The literal first arguments of every call of \p name in \p text.
std::vector<std::string> namedIn(std::string_view text, std::string_view name)
{
    std::vector<std::string> names;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (at > 0 && isNameCharacter(text[at - 1]))
            continue;
        std::string_view rest = text.substr(at + name.size());
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t\r\n")));
        if (rest.empty() || rest.front() != '(')
            continue;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t\r\n")));
        if (rest.empty() || (rest.front() != '\'' && rest.front() != '"'))
            continue;
        const std::size_t end = rest.find(rest.front(), 1);
        if (end != std::string_view::npos)
            names.emplace_back(rest.substr(1, end - 1));
    }
    return names;
}

bool isInteger(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// As an XPath literal. Names of columns have no quotes of both kinds.
std::string quoted(const std::string& text)
{
    const char quote = text.find('\'') == std::string::npos ? '\'' : '"';
    return quote + text + quote;
}

std::string plainOf(const model::Text& text)
{
    std::string plain;
    for (const model::TextPart& part : text.plain)
        plain += part.output ? std::string() : part.text;
    return plain;
}

class Implied {
public:
    explicit Implied(ParseJob& job)
        : m_definition(job.definition)
    {
    }

    void files(std::string_view expression)
    {
        for (const std::string_view function : {"pulldata", "search"}) {
            for (std::string id : namedIn(expression, function)) {
                if (id.ends_with(".csv"))
                    id.resize(id.size() - 4);
                add(id, "jr://file-csv/" + id + ".csv", {});
            }
        }
    }

    void lists(std::string_view query)
    {
        for (const std::string& id : namedIn(query, "instance"))
            add(id, "jr://file-csv/itemsets.csv", id);
    }

private:
    void add(const std::string& id, std::string source, std::string list)
    {
        const bool declared = id.empty() || std::any_of(m_definition.secondary.begin(), m_definition.secondary.end(),
            [&](const model::SecondaryInstance& known) { return known.id == id; });
        if (declared)
            return;
        model::SecondaryInstance instance;
        instance.id = id;
        instance.source = std::move(source);
        instance.list = std::move(list);
        instance.implied = true;
        m_definition.secondary.push_back(std::move(instance));
    }

    model::Definition& m_definition;
};

} // namespace

void parseSearch(ParseJob& job, model::Control& control)
{
    const std::size_t at = control.appearance.find(kSearch);
    if (at == std::string::npos || (at > 0 && control.appearance[at - 1] != ' '))
        return;
    const std::string place = job.definition.nodes.empty() || control.node == model::kNoDef
        ? std::string("search()") : "appearance of " + job.definition.nodes[control.node].path;
    const std::string_view call = wholeCall(control.appearance, at);
    if (call.empty()) {
        job.error("bad-search", place, "the search() of this appearance has no closing bracket");
        return;
    }
    // a choice that is no number names columns: that of the value, and in its label those to show
    const auto columns = std::find_if(
        control.items.begin(), control.items.end(), [](const model::Item& item) { return !isInteger(item.value); });
    if (columns == control.items.end()) {
        job.error("bad-search", place, "a search() needs a choice that names the columns of value and label",
            "write a choice whose name is the column of the value and whose label is the column to show");
        return;
    }
    model::Itemset set;
    set.nodeset = call;
    set.distinct = true;
    set.itemsBefore = static_cast<std::size_t>(columns - control.items.begin());
    set.value = "tsh:row-value(., " + quoted(columns->value) + ")";
    std::string shown = quoted(plainOf(columns->label));
    if (columns->label.kind == model::Text::Kind::Itext)
        shown = "jr:itext(" + columns->label.expression + ")";
    set.label.kind = model::Text::Kind::Expression;
    set.label.expression = "tsh:row-label(., " + quoted(columns->value) + ", " + shown + ")";
    control.itemset = std::move(set);
    control.items.erase(columns);
    if (std::erase_if(control.items, [](const model::Item& item) { return !isInteger(item.value); }) > 0)
        job.warning("bad-search", place, "only the first choice that names columns counts");
}

void addImpliedLists(ParseJob& job)
{
    Implied implied(job);
    for (const model::Bind& bind : job.definition.binds) {
        for (const std::string* text : {&bind.calculate, &bind.relevant, &bind.constraint, &bind.expected, &bind.required, &bind.readonly})
            implied.files(*text);
    }
    for (const model::Action& action : job.definition.actions)
        implied.files(action.value);
    for (const model::Control& control : job.definition.controls) {
        if (!control.query.empty())
            implied.lists(control.query);
        else if (control.itemset)
            implied.files(control.itemset->nodeset);
    }
}

} // namespace tashilgar::forms::parse
