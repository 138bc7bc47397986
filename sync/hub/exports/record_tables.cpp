#include "sync/hub/exports/record_tables.h"

#include "app/base/csv.h"
#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/base/zones.h"
#include "sync/hub/exports/row_texts.h"

#include <algorithm>
#include <map>

namespace tashilgar::hub::exports {
namespace {

namespace xml = base::xml;
using forms::Field;
using forms::NodeKind;

constexpr std::size_t kPage = 200;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isRepeat(const Field& field) { return field.kind == NodeKind::Repeat || field.kind == NodeKind::RepeatRange; }
bool holdsValue(const Field& field)
{
    return !isRepeat(field) && field.kind != NodeKind::Group && field.kind != NodeKind::Root && field.kind != NodeKind::Note;
}

/// "/data/place/nbh" as "place-nbh": below the repeat \p table, or below the root.
std::string columnName(const std::string& path, const std::string& table)
{
    std::string_view rest = path;
    if (!table.empty())
        rest.remove_prefix(std::min(rest.size(), table.size() + 1));
    else
        rest.remove_prefix(std::min(rest.size(), rest.find('/', 1) + 1));
    std::string name(rest);
    std::ranges::replace(name, '/', '-');
    return name;
}

struct Column {
    std::string path;
    std::string name;
    std::shared_ptr<const forms::Form> form; ///< the newest that has it
    bool select = false;
    bool multiple = false;
    std::optional<forms::ChoiceList> attached; ///< of a select: the list that has its labels
};

/// Labels by value, of the lists that forms name.
using Labels = std::map<std::string, std::map<std::string, std::string>>;

std::vector<Column> columnsOf(const std::vector<std::shared_ptr<const forms::Form>>& versions, const std::string& table, bool personal)
{
    std::vector<Column> columns;
    for (const auto& form : versions) {
        for (const Field& field : forms::fields(*form)) {
            if (!holdsValue(field) || field.repeat != table || (field.personal && !personal))
                continue;
            if (std::ranges::find(columns, field.path, &Column::path) != columns.end())
                continue;
            const bool select = field.kind == NodeKind::Select || field.kind == NodeKind::Rank;
            columns.push_back({field.path, columnName(field.path, table), form, select, field.multiple || field.kind == NodeKind::Rank,
                select ? forms::attachedChoices(*form, field.path) : std::nullopt});
        }
    }
    return columns;
}

std::string labelOf(const Column& column, const std::string& value, const Labels& lists, const std::string& language)
{
    if (!column.attached)
        return forms::choiceLabel(*column.form, column.path, value, language);
    const auto list = lists.find(column.attached->list);
    if (list == lists.end())
        return value;
    const auto label = list->second.find(value);
    return label == list->second.end() || label->second.empty() ? value : label->second;
}

std::string shown(const Column& column, std::string value, const Labels& lists, const TableOptions& options)
{
    if (!options.labels || !column.select || value.empty())
        return value;
    if (!column.multiple)
        return labelOf(column, value, lists, options.language);
    std::string labels;
    for (const std::string_view one : base::splitWords(value))
        labels += (labels.empty() ? "" : "؛ ") + labelOf(column, std::string(one), lists, options.language);
    return labels;
}

/// The elements of \p document at \p path, which begins at the root element, below \p from (at \p fromPath).
void collect(const xml::Document& document, xml::NodeIndex from, std::string_view rest, std::vector<xml::NodeIndex>& found)
{
    if (rest.empty()) {
        found.push_back(from);
        return;
    }
    rest.remove_prefix(1);
    const std::size_t slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    const std::string_view after = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    if (step.starts_with('@')) {
        const xml::NodeIndex attribute = document.attributeNode(from, {}, step.substr(1));
        if (attribute != xml::kNoNode)
            found.push_back(attribute);
        return;
    }
    const std::string_view local = step.substr(step.find(':') == std::string_view::npos ? 0 : step.find(':') + 1);
    for (xml::NodeIndex child = document.firstElement(from); child != xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == local)
            collect(document, child, after, found);
    }
}

std::string valueAt(const xml::Document& document, xml::NodeIndex from, std::string_view relative)
{
    std::vector<xml::NodeIndex> found;
    collect(document, from, relative, found);
    if (found.empty())
        return {};
    return document.kind(found.front()) == xml::NodeKind::Attribute ? std::string(document.text(found.front()))
                                                                      : document.stringValue(found.front());
}

struct Place {
    xml::NodeIndex node = xml::kNoNode;
    std::string key;
    std::string parentKey;
};

class RecordTable final : public TextSource {
public:
    RecordTable(storage::Storage& storage, std::vector<std::shared_ptr<const forms::Form>> versions, std::string table, TableOptions options)
        : m_storage(storage)
        , m_versions(std::move(versions))
        , m_table(std::move(table))
        , m_options(std::move(options))
        , m_columns(columnsOf(m_versions, m_table, m_options.personal))
    {
        // The repeats above this one, outermost first, and itself.
        for (std::string path = m_table; !path.empty();) {
            m_repeats.insert(m_repeats.begin(), path);
            path = repeatAbove(path);
        }
    }

    base::Result<std::string> next() override
    {
        std::string text;
        if (!m_begun) {
            m_begun = true;
            text = kByteOrderMark;
            base::CsvRow header;
            if (m_table.empty())
                header.push_back("received");
            for (const Column& column : m_columns)
                header.push_back(harmlessCell(column.name));
            if (m_table.empty() && m_options.allVersions)
                header.push_back("REPLACES");
            if (!m_table.empty())
                header.push_back("PARENT_KEY");
            header.push_back("KEY");
            base::appendCsvRow(text, header);
            TASHILGAR_TRY(readLabels());
            return text;
        }
        // A page may hold no row of a repeat's table; an empty piece would be taken for the end.
        while (text.empty()) {
            std::vector<storage::Record> page;
            TASHILGAR_TRY(m_storage.read([&](storage::Reader& reader) -> base::Result<void> {
                auto records = reader.records(m_versions.front()->version().form, m_after, kPage, true,
                    m_options.allVersions ? storage::Reader::Versions::All : storage::Reader::Versions::Newest);
                if (!records)
                    return base::fail(records.error());
                page = std::move(*records);
                return {};
            }));
            if (page.empty())
                return text;
            m_after = page.back().number;
            for (const storage::Record& record : page)
                append(text, record);
        }
        return text;
    }

private:
    /// What the lists say now: what was recorded under a code is called so today.
    base::Result<void> readLabels()
    {
        if (!m_options.labels)
            return {};
        return m_storage.read([&](storage::Reader& reader) -> base::Result<void> {
            for (const Column& column : m_columns) {
                if (!column.attached || m_labels.contains(column.attached->list))
                    continue;
                auto& labels = m_labels[column.attached->list];
                TASHILGAR_TRY(eachRow(reader, column.attached->list, [&](const storage::Row& row) {
                    labels[column.attached->value == "name" ? row.key : valueOf(row, column.attached->value)]
                        = valueOf(row, column.attached->label);
                }));
            }
            return {};
        });
    }

    std::string repeatAbove(const std::string& path) const
    {
        for (const auto& form : m_versions) {
            for (const Field& field : forms::fields(*form)) {
                if (field.path == path)
                    return field.repeat;
            }
        }
        return {};
    }

    void append(std::string& text, const storage::Record& record) const
    {
        if (record.encrypted)
            return; // its answers are for whoever holds the form's key
        const auto document = xml::read(record.xml);
        if (!document)
            return; // it was read when it came
        const xml::NodeIndex root = document->documentElement();
        const std::string rootPath = "/" + document->name(root).local;
        std::vector<Place> places{{root, record.instance.value(), {}}};
        std::string above = rootPath;
        for (const std::string& repeat : m_repeats) {
            std::vector<Place> inner;
            const std::string name = repeat.substr(repeat.rfind('/') + 1);
            for (const Place& place : places) {
                std::vector<xml::NodeIndex> found;
                collect(*document, place.node, std::string_view(repeat).substr(above.size()), found);
                for (std::size_t i = 0; i < found.size(); ++i)
                    inner.push_back({found[i], fmt::format("{}/{}[{}]", place.key, name, i + 1), place.key});
            }
            places = std::move(inner);
            above = repeat;
        }
        for (const Place& place : places) {
            base::CsvRow row;
            if (m_table.empty())
                row.push_back(base::toIsoUtc(record.receivedAt));
            for (const Column& column : m_columns)
                row.push_back(harmlessCell(
                    shown(column, valueAt(*document, place.node, std::string_view(column.path).substr(above.size())), m_labels, m_options)));
            if (m_table.empty() && m_options.allVersions)
                row.push_back(harmlessCell(record.replaces.value()));
            if (!m_table.empty())
                row.push_back(harmlessCell(place.parentKey));
            row.push_back(harmlessCell(place.key));
            base::appendCsvRow(text, row);
        }
    }

    storage::Storage& m_storage;
    std::vector<std::shared_ptr<const forms::Form>> m_versions;
    std::string m_table;
    TableOptions m_options;
    std::vector<Column> m_columns;
    std::vector<std::string> m_repeats;
    Labels m_labels;
    std::int64_t m_after = 0;
    bool m_begun = false;
};

} // namespace

std::vector<std::string> tablesOf(const forms::Form& form)
{
    std::vector<std::string> tables{""};
    for (const Field& field : forms::fields(form)) {
        if (isRepeat(field) && std::ranges::find(tables, field.path) == tables.end())
            tables.push_back(field.path);
    }
    return tables;
}

std::unique_ptr<TextSource> recordTable(storage::Storage& storage, std::vector<std::shared_ptr<const forms::Form>> versions,
    std::string table, TableOptions options)
{
    return std::make_unique<RecordTable>(storage, std::move(versions), std::move(table), std::move(options));
}

} // namespace tashilgar::hub::exports
