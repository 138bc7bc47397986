#include "sync/hub/domain/programme_import.h"

#include "app/base/csv.h"
#include "app/base/hash.h"
#include "app/forms/form.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace tashilgar::hub::domain {
namespace {

using storage::List;
using storage::Row;
using storage::Writer;

constexpr std::string_view kVersionColumn = "__version";
constexpr std::string_view kScopeColumn = "neighbourhood";

struct ReadList {
    List list;
    std::vector<Row> rows;
};

std::int64_t versionOf(const std::string& text)
{
    std::int64_t version = 1;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return std::max<std::int64_t>(version, 1);
}

base::Result<ReadList> readList(const std::string& name, const std::string& csv)
{
    const auto table = base::readCsv(csv);
    if (!table)
        return base::fail(table.error().code, table.error().sentence, name + ".csv " + table.error().place);
    if (table->empty() || std::ranges::find(table->front(), "name") == table->front().end())
        return base::fail(base::kMalformed, "a list needs a header with a column \"name\"", name + ".csv");
    const base::CsvRow& header = table->front();
    ReadList read;
    read.list.name = base::ListName(name);
    for (const std::string& column : header) {
        if (column == kVersionColumn)
            read.list.entities = true;
        else if (!column.starts_with("__"))
            read.list.columns.push_back(column);
        if (column == kScopeColumn)
            read.list.scopeColumn = kScopeColumn;
    }
    std::set<std::string> keys;
    for (std::size_t i = 1; i < table->size(); ++i) {
        const base::CsvRow& cells = (*table)[i];
        Row row;
        for (std::size_t c = 0; c < header.size() && c < cells.size(); ++c) {
            if (header[c] == "name")
                row.key = cells[c];
            else if (header[c] == kVersionColumn)
                row.version = versionOf(cells[c]);
            else if (!header[c].starts_with("__") && !cells[c].empty())
                row.values[header[c]] = cells[c];
        }
        if (row.key.empty() || !keys.insert(row.key).second)
            return base::fail(base::kMalformed, "each row of a list needs a name of its own", fmt::format("{}.csv row {}", name, i + 1));
        if (const auto scope = row.values.find(std::string(kScopeColumn)); scope != row.values.end())
            row.neighbourhood = scope->second;
        read.rows.push_back(std::move(row));
    }
    return read;
}

bool sameRow(const Row& a, const Row& b) { return a.key == b.key && a.values == b.values; }

base::Result<std::vector<Row>> allRows(storage::Reader& reader, const base::ListName& list)
{
    std::vector<Row> all;
    for (;;) {
        auto page = reader.rows(list, all.empty() ? 0 : all.back().number, 5000);
        if (!page)
            return page;
        if (page->empty())
            return all;
        std::ranges::move(*page, std::back_inserter(all));
    }
}

base::Result<void> putList(Writer& writer, const ReadList& read, ImportReport& report)
{
    const auto present = writer.list(read.list.name);
    if (!present)
        return base::fail(present.error());
    if (*present && (*present)->entities) {
        std::vector<std::string> columns = (*present)->columns;
        for (const std::string& column : read.list.columns) {
            if (std::ranges::find(columns, column) == columns.end())
                columns.push_back(column);
        }
        if (columns.size() != (*present)->columns.size())
            TASHILGAR_TRY(writer.setColumns(read.list.name, columns));
        for (const Row& row : read.rows) {
            const auto known = writer.row(read.list.name, row.key);
            if (!known)
                return base::fail(known.error());
            if (*known)
                continue;
            TASHILGAR_TRY(writer.putRow(read.list.name, row));
            ++report.rows;
        }
        return {};
    }
    if (*present) {
        const auto rows = allRows(writer, read.list.name);
        if (!rows)
            return base::fail(rows.error());
        if ((*present)->columns == read.list.columns && std::ranges::equal(*rows, read.rows, sameRow))
            return {};
    }
    TASHILGAR_TRY(writer.resetList(read.list));
    for (const Row& row : read.rows)
        TASHILGAR_TRY(writer.putRow(read.list.name, row));
    ++report.lists;
    report.rows += read.rows.size();
    return {};
}

/// The last step of an address such as jr://images/x.png.
std::string fileOf(std::string_view address) { return std::string(address.substr(address.rfind('/') + 1)); }

struct ReadForm {
    storage::PublishedForm form;
    std::vector<std::pair<std::string, std::string>> blobs; ///< hash and bytes
};

base::Result<ReadForm> readForm(
    const ProgrammeFiles::FormFile& file, const std::set<std::string>& lists, ImportReport& report)
{
    forms::Diagnostics diagnostics;
    const auto form = forms::Form::load(file.xml, diagnostics);
    if (!form)
        return base::fail(form.error().code, form.error().sentence, file.name);
    ReadForm read;
    read.form.form = (*form)->version();
    read.form.title = (*form)->title();
    read.form.sha256 = base::Sha256::hexOf(base::bytesOf(file.xml));
    read.form.size = file.xml.size();
    read.blobs.emplace_back(read.form.sha256, file.xml);
    for (const std::string& address : (*form)->resources()) {
        const std::string name = fileOf(address);
        const std::string list = name.ends_with(".csv") ? name.substr(0, name.size() - 4) : name;
        if (lists.contains(list) || name == "last-saved")
            continue;
        const auto found = std::ranges::find(file.media, name, &std::pair<std::string, std::string>::first);
        if (found == file.media.end()) {
            report.warnings.push_back(fmt::format("{}: the form asks for {}, which is not there", file.name, address));
            continue;
        }
        const std::string sha256 = base::Sha256::hexOf(base::bytesOf(found->second));
        read.form.media.push_back({name, sha256, found->second.size()});
        read.blobs.emplace_back(sha256, found->second);
    }
    return read;
}

base::Result<void> publish(Writer& writer, const ReadForm& read, base::Instant now, ImportReport& report)
{
    const auto present = writer.form(read.form.form);
    if (!present)
        return base::fail(present.error());
    const std::string place = read.form.form.form.value() + " " + read.form.form.version;
    if (*present && (*present)->sha256 != read.form.sha256)
        return base::fail(kVersionTaken, "this version of the form is published already and differs; give it a new version", place);
    if (*present)
        return {};
    for (const auto& [sha256, bytes] : read.blobs)
        TASHILGAR_TRY(writer.addBlob(sha256, bytes.size(), now));
    TASHILGAR_TRY(writer.publishForm(read.form, now));
    ++report.forms;
    const auto all = writer.forms();
    if (!all)
        return base::fail(all.error());
    for (const storage::PublishedForm& other : *all) {
        if (other.form.form == read.form.form.form && other.form.version != read.form.form.version && !other.retired)
            TASHILGAR_TRY(writer.retireForm(other.form));
    }
    return {};
}

std::vector<protocol::Person> peopleOf(const ProgrammeFiles& files, const std::vector<ReadList>& lists)
{
    if (!files.people.empty())
        return files.people;
    std::vector<protocol::Person> people;
    for (const ReadList& list : lists) {
        if (list.list.name.value() != "staff")
            continue;
        for (const Row& row : list.rows) {
            const auto value = [&](const char* column) {
                const auto found = row.values.find(column);
                return found == row.values.end() ? std::string() : found->second;
            };
            people.push_back({row.key, value("label"), value("role"), value("office")});
        }
    }
    return people;
}

base::Result<void> putProgramme(
    Writer& writer, const storage::Programme& programme, const std::vector<protocol::Person>& people, ImportReport& report)
{
    const auto present = writer.programme();
    const auto known = writer.people();
    if (!present || !known)
        return base::fail(present ? known.error() : present.error());
    const bool allKnown = std::ranges::all_of(
        people, [&](const protocol::Person& person) { return std::ranges::find(*known, person) != known->end(); });
    if (*present == programme && allKnown)
        return {};
    report.people = people.size();
    return writer.setProgramme(programme, people);
}

} // namespace

base::Result<ImportReport> importProgramme(
    storage::Storage& storage, storage::BlobFiles& blobs, const ProgrammeFiles& files, base::Instant now)
{
    ImportReport report;
    std::vector<ReadList> lists;
    std::set<std::string> names;
    for (const auto& [name, csv] : files.lists) {
        auto list = readList(name, csv);
        if (!list)
            return base::fail(list.error());
        names.insert(name);
        lists.push_back(std::move(*list));
    }
    std::vector<ReadForm> forms;
    for (const ProgrammeFiles::FormFile& file : files.forms) {
        auto form = readForm(file, names, report);
        if (!form)
            return base::fail(form.error());
        for (const auto& [sha256, bytes] : form->blobs)
            TASHILGAR_TRY(blobs.store(sha256, base::bytesOf(bytes)));
        forms.push_back(std::move(*form));
    }
    const std::vector<protocol::Person> people = peopleOf(files, lists);
    const auto stored = storage.writeNow([&](Writer& writer) -> base::Result<void> {
        TASHILGAR_TRY(putProgramme(writer, files.programme, people, report));
        for (const ReadList& list : lists)
            TASHILGAR_TRY(putList(writer, list, report));
        for (const ReadForm& form : forms)
            TASHILGAR_TRY(publish(writer, form, now, report));
        return {};
    });
    if (!stored)
        return base::fail(stored.error());
    return report;
}

} // namespace tashilgar::hub::domain
