#include "app/forms/xlsform/back/choice_lists.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace tashilgar::forms::xlsform::back {

using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

/// Columns of the choices sheet that mean something else than a further property.
bool isOwnColumn(std::string_view name)
{
    return name == "list_name" || name == "name" || name == "label" || name == "itextId" || name == "value"
        || name == "image" || name == "audio" || name == "video";
}

/// Where the bracket that opens at \p open closes, strings left out; npos when it never does.
std::size_t closing(std::string_view text, std::size_t open)
{
    int depth = 0;
    char quote = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        const char c = text[i];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[') {
            ++depth;
        } else if ((c == ')' || c == ']') && --depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

/// "randomize(x, 3)" as "x" and "3"; nothing when \p nodeset is no shuffle.
std::optional<std::pair<std::string, std::string>> shuffled(std::string_view nodeset)
{
    constexpr std::string_view kCall = "randomize(";
    if (!nodeset.starts_with(kCall) || closing(nodeset, kCall.size() - 1) != nodeset.size() - 1)
        return {};
    const std::string_view inner = nodeset.substr(kCall.size(), nodeset.size() - kCall.size() - 1);
    std::size_t comma = std::string_view::npos;
    for (std::size_t i = 0; i < inner.size() && comma == std::string_view::npos; ++i) {
        if (inner[i] == '(' || inner[i] == '[')
            i = std::min(closing(inner, i), inner.size());
        else if (inner[i] == ',')
            comma = i;
    }
    if (comma == std::string_view::npos)
        return std::pair(std::string(base::trim(inner)), std::string());
    return std::pair(std::string(base::trim(inner.substr(0, comma))), std::string(base::trim(inner.substr(comma + 1))));
}

/// The filters "[a][b]" at the end of a nodeset as one condition; nothing when something stands after them.
std::optional<std::string> condition(std::string_view filters)
{
    std::vector<std::string> all;
    for (std::string_view rest = base::trim(filters); !rest.empty(); rest = base::trim(rest)) {
        const std::size_t end = rest.front() == '[' ? closing(rest, 0) : std::string_view::npos;
        if (end == std::string_view::npos)
            return {};
        all.emplace_back(base::trim(rest.substr(1, end - 1)));
        rest.remove_prefix(end + 1);
    }
    if (all.size() < 2)
        return all.empty() ? std::string() : all.front();
    std::string joined;
    for (const std::string& one : all)
        joined += (joined.empty() ? "(" : " and (") + one + ")";
    return joined;
}

bool sameRows(const std::vector<DraftRow>& a, const std::vector<DraftRow>& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const DraftRow& x, const DraftRow& y) {
        auto left = x.cells();
        auto right = y.cells();
        left.erase("list_name");
        right.erase("list_name");
        return left == right;
    });
}

} // namespace

ChoiceLists::ChoiceLists(const XFormView& view, Paths& paths, const FormTexts& texts, Messages& messages)
    : m_view(view)
    , m_paths(paths)
    , m_texts(texts)
    , m_messages(messages)
{
    for (const NodeIndex instance : view.secondaryInstances())
        readInstance(instance);
}

void ChoiceLists::readInstance(NodeIndex instance)
{
    const auto& document = m_view.document();
    const std::string id = m_view.attribute(instance, "id");
    const std::string source = m_view.attribute(instance, "src");
    if (source.starts_with("jr://instance/"))
        return; // last-saved
    if (!source.empty()) {
        External external{id, source.substr(source.rfind('/') + 1)};
        const std::string stem = external.file.substr(0, external.file.rfind('.'));
        if (stem != id) {
            m_paths.rename(id, stem);
            external.id = stem;
        }
        m_externals.push_back(std::move(external));
        return;
    }
    std::vector<DraftRow> rows;
    const NodeIndex root = document.firstElement(instance);
    for (NodeIndex item = root == kNoNode ? kNoNode : document.firstElement(root); item != kNoNode;
         item = document.nextElement(item)) {
        DraftRow row;
        row.set("list_name", id);
        for (NodeIndex field = document.firstElement(item); field != kNoNode; field = document.nextElement(field)) {
            const std::string& name = document.name(field).local;
            const std::string text = document.stringValue(field);
            if (name == "itextId")
                m_texts.putId(row, text, "label", m_nowhere);
            else if (name == "name" || name == "label" || !isOwnColumn(name))
                row.set(name, text);
        }
        rows.push_back(std::move(row));
    }
    if (!rows.empty())
        m_lists.emplace_back(id, std::move(rows));
}

std::string ChoiceLists::freeName(const std::string& wanted) const
{
    std::string name = wanted;
    for (int i = 2; std::any_of(m_lists.begin(), m_lists.end(), [&](const auto& list) { return list.first == name; });
         ++i)
        name = fmt::format("{}_{}", wanted, i);
    return name;
}

/// A list whose values stand in another field than "name" keeps that field too, for what reads it by that name.
void ChoiceLists::nameBy(const std::string& list, const std::string& valueRef, const std::string& labelRef)
{
    for (auto& [name, rows] : m_lists) {
        if (name != list)
            continue;
        for (DraftRow& row : rows) {
            if (valueRef != "name")
                row.set("name", row.get(valueRef));
            if (labelRef != "label" && FormTexts::idOf(labelRef).empty() && !labelRef.starts_with("jr:itext("))
                row.set("label", row.get(labelRef));
        }
    }
}

bool ChoiceLists::readRepeat(
    std::string_view nodeset, std::string_view filter, const std::string& value, const Item& item, ChoiceCells& cells)
{
    std::string path(base::trim(nodeset));
    const Item* repeat = nullptr;
    if (path.starts_with('/')) {
        repeat = m_paths.itemAt(path);
    } else {
        repeat = &item;
        for (const std::string_view step : base::split(path, '/')) {
            if (!repeat)
                break;
            if (step == "..") {
                repeat = repeat->parent;
            } else if (step != "." && step != "current()") {
                const auto found = std::find_if(
                    repeat->children.begin(), repeat->children.end(), [&](const auto& c) { return c->name == step; });
                repeat = found != repeat->children.end() ? found->get() : nullptr;
            }
        }
    }
    if (!repeat || repeat->kind != ItemKind::Repeat)
        return false;
    const Item* question = m_paths.itemAt(repeat->path() + "/" + (value.starts_with("./") ? value.substr(2) : value));
    if (!question)
        return false;
    cells.list = "${" + question->name + "}";
    const std::string standard = fmt::format("./{} != ''", value);
    std::string said(base::trim(filter));
    if (base::normaliseSpace(said) == standard)
        said.clear();
    else if (said.empty())
        said = "true()"; // the converter would leave blank rows out
    cells.filter = m_paths.inSheet(said, {&item, 0, true, repeat});
    return true;
}

ChoiceCells ChoiceLists::readItemset(NodeIndex itemset, const Item& item)
{
    const auto& document = m_view.document();
    ChoiceCells cells;
    std::string value = "name";
    std::string label = "label";
    for (NodeIndex part = document.firstElement(itemset); part != kNoNode; part = document.nextElement(part)) {
        if (document.name(part).local == "value")
            value = m_view.attribute(part, "ref");
        else if (document.name(part).local == "label")
            label = m_view.attribute(part, "ref");
    }
    std::string nodeset(base::trim(m_view.attribute(itemset, "nodeset")));
    if (const auto shuffle = shuffled(nodeset)) {
        nodeset = shuffle->first;
        cells.parameters = "randomize=true";
        if (!shuffle->second.empty())
            cells.parameters += " seed=" + m_paths.inSheet(shuffle->second, {&item, 0, false, nullptr});
    }
    const std::size_t bracket = std::min(nodeset.find('['), nodeset.size());
    const std::string_view head = base::trim(std::string_view(nodeset).substr(0, bracket));
    const auto filter = condition(std::string_view(nodeset).substr(bracket));
    constexpr std::string_view kInstance = "instance(";
    constexpr std::string_view kItems = "/root/item";
    const std::string_view known = head.starts_with(kInstance) && head.ends_with(kItems)
        ? base::trim(head.substr(kInstance.size(), head.size() - kInstance.size() - kItems.size()))
        : std::string_view();
    if (filter && known.size() > 3 && known.ends_with(')')) {
        const std::string id(base::trim(known.substr(1, known.find_last_of("'\"") - 1)));
        cells.filter = m_paths.inSheet(*filter, {&item, 0, true, nullptr});
        for (const External& external : m_externals) {
            const bool same = external.id == id || external.file.substr(0, external.file.rfind('.')) == id
                || m_paths.inSheet(fmt::format("instance('{}')", id), {&item, 0, false, nullptr})
                    == fmt::format("instance('{}')", external.id);
            if (!same)
                continue;
            cells.list = external.file;
            cells.fromFile = true;
            m_selected.insert(external.id);
            const bool geojson = external.file.ends_with(".geojson");
            if (value != (geojson ? "id" : "name"))
                cells.parameters += fmt::format("{}value={}", cells.parameters.empty() ? "" : " ", value);
            if (label != (geojson ? "title" : "label"))
                cells.parameters += fmt::format("{}label={}", cells.parameters.empty() ? "" : " ", label);
            return cells;
        }
        nameBy(id, value, label);
        cells.list = id;
        return cells;
    }
    if (filter && readRepeat(head, *filter, value, item, cells))
        return cells;
    m_messages.warn({"survey"}, "itemset",
        say("the choices of \"{}\" come from \"{}\", which a spreadsheet cannot say", item.name, nodeset),
        say("The question is written without its choices; give it a list by hand."));
    return {};
}

ChoiceCells ChoiceLists::readInline(NodeIndex control, const Item& item)
{
    const auto& document = m_view.document();
    std::vector<DraftRow> rows;
    for (NodeIndex choice = document.firstElement(control); choice != kNoNode; choice = document.nextElement(choice)) {
        if (document.name(choice).local != "item")
            continue;
        DraftRow row;
        for (NodeIndex part = document.firstElement(choice); part != kNoNode; part = document.nextElement(part)) {
            if (document.name(part).local == "value")
                row.set("name", std::string(base::trim(document.stringValue(part))));
            else if (document.name(part).local == "label")
                m_texts.put(row, part, "label", item);
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return {};
    for (const auto& [name, known] : m_lists) {
        if (sameRows(known, rows))
            return {name, false, {}, {}};
    }
    const std::string name = freeName(item.name);
    for (DraftRow& row : rows)
        row.set("list_name", name);
    m_lists.emplace_back(name, std::move(rows));
    return {name, false, {}, {}};
}

ChoiceCells ChoiceLists::read(NodeIndex control, const Item& item)
{
    const auto& document = m_view.document();
    for (NodeIndex child = document.firstElement(control); child != kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == "itemset")
            return readItemset(child, item);
    }
    return readInline(control, item);
}

Draft ChoiceLists::sheet() const
{
    Draft draft{"choices", {}};
    for (const auto& [name, rows] : m_lists)
        draft.rows.insert(draft.rows.end(), rows.begin(), rows.end());
    return draft;
}

std::vector<std::pair<std::string, std::string>> ChoiceLists::externalRows(const std::set<std::string>& declared) const
{
    std::vector<std::pair<std::string, std::string>> rows;
    for (const External& external : m_externals) {
        if (m_selected.contains(external.id) || declared.contains(external.id))
            continue;
        if (external.file.ends_with(".csv") || external.file.ends_with(".xml"))
            rows.emplace_back(external.file.ends_with(".csv") ? "csv-external" : "xml-external", external.id);
        else
            m_messages.warn({"survey"}, "external",
                say("the file \"{}\" is attached, but no select reads it", external.file),
                say("Add a select from it, or it will be missing."));
    }
    return rows;
}

} // namespace tashilgar::forms::xlsform::back
