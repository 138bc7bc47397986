#include "sync/hub/exports/file_names.h"
#include "sync/hub/exports/geojson.h"
#include "sync/hub/exports/record_tables.h"
#include "sync/hub/exports/referral_list.h"
#include "sync/hub/exports/summary.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

namespace tashilgar::hub {
namespace {

namespace fs = std::filesystem;

struct Asked {
    fs::path data;
    fs::path out;
    exports::TableOptions tables;
};

/// Where the files go. A file that fails is told and the others follow.
class Files {
public:
    Files(base::Files& files, fs::path folder)
        : m_files(files)
        , m_folder(std::move(folder))
    {
    }
    /// The name of a file, or of some that belong together, for \p wanted.
    std::string name(std::string_view wanted) { return m_names.unique(wanted); }
    void write(const std::string& name, exports::TextSource& source) { note(m_folder / name, tryToWrite(m_folder / name, source)); }
    void write(const std::string& name, const std::string& text)
    {
        note(m_folder / name, m_files.writeWhole(m_folder / name, base::bytesOf(text)));
    }
    void note(const fs::path& path, const base::Result<void>& written)
    {
        if (written) {
            std::cout << path.string() << '\n';
            return;
        }
        sayWhyNot(written.error());
        m_failed = true;
    }
    bool hasFailed() const { return m_failed; }

private:
    base::Result<void> tryToWrite(const fs::path& path, exports::TextSource& source)
    {
        auto file = m_files.create(path);
        if (!file)
            return base::fail(file.error());
        for (;;) {
            const auto piece = source.next();
            if (!piece)
                return base::fail(piece.error());
            if (piece->empty())
                break;
            TASHILGAR_TRY((*file)->write(base::bytesOf(*piece)));
        }
        return (*file)->sync();
    }

    base::Files& m_files;
    fs::path m_folder;
    exports::FileNames m_names;
    bool m_failed = false;
};

/// "/data/person/skill" as "person-skill": what follows the form's name in that of a file.
std::string fileName(const std::string& form, const std::string& table)
{
    std::string name = form;
    if (!table.empty())
        name += table.substr(std::min(table.size(), table.find('/', 1)));
    std::ranges::replace(name, '/', '-');
    return name;
}

/// The language that \p form calls \p wanted, or whose code that is: "فارسی (fa)" for "fa".
std::optional<std::string> languageOf(const forms::Form& form, const std::string& wanted)
{
    for (const std::string& language : forms::languages(form)) {
        if (language == wanted || language.ends_with("(" + wanted + ")"))
            return language;
    }
    return std::nullopt;
}

/// Fails when no form has the language that was asked for, with those that they have.
base::Result<void> checkLanguage(const std::map<base::FormId, std::vector<std::shared_ptr<const forms::Form>>>& forms, const std::string& wanted)
{
    std::set<std::string> known;
    for (const auto& [id, versions] : forms) {
        if (wanted.empty() || languageOf(*versions.front(), wanted))
            return {};
        known.insert(forms::languages(*versions.front()).begin(), forms::languages(*versions.front()).end());
    }
    const std::string theirs = known.empty() ? "one language each, without a name" : fmt::format("{}", fmt::join(known, ", "));
    return base::fail(base::kNotFound, "no form speaks this language; they speak " + theirs, wanted);
}

base::Result<void> exportForms(HubData& data, const Asked& asked, Files& files)
{
    std::map<base::FormId, std::vector<std::shared_ptr<const forms::Form>>> forms;
    std::vector<base::Error> unreadable;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto all = data.forms->allVersions(reader, unreadable);
        if (!all)
            return base::fail(all.error());
        forms = std::move(*all);
        return {};
    }));
    for (base::Error& error : unreadable)
        files.note({}, base::fail(std::move(error)));
    TASHILGAR_TRY(checkLanguage(forms, asked.tables.language));
    for (const auto& [id, versions] : forms) {
        exports::TableOptions options = asked.tables;
        options.language = languageOf(*versions.front(), options.language).value_or("");
        std::vector<std::string> tables;
        for (const auto& form : versions) {
            for (const std::string& table : exports::tablesOf(*form)) {
                if (std::ranges::find(tables, table) == tables.end())
                    tables.push_back(table);
            }
        }
        for (const std::string& table : tables) {
            const auto source = exports::recordTable(*data.storage, versions, table, options);
            files.write(files.name(fileName(id.value(), table)) + ".csv", *source);
        }
    }
    return {};
}

base::Result<void> exportLists(HubData& data, Files& files)
{
    std::vector<storage::List> lists;
    const auto looked = data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = reader.lists();
        if (!found)
            return base::fail(found.error());
        lists = std::move(*found);
        return {};
    });
    if (!looked)
        return looked;
    for (const storage::List& list : lists) {
        const auto csv = exports::listCsv(*data.storage, list);
        files.write(files.name("list-" + list.name.value()) + ".csv", *csv);
        if (std::ranges::find(list.columns, "geometry") == list.columns.end())
            continue;
        const auto geojson = exports::listGeoJson(*data.storage, list.name);
        files.write(files.name(list.name.value()) + ".geojson", *geojson);
    }
    return {};
}

base::Result<void> exportReferrals(HubData& data, Files& files)
{
    std::vector<exports::ReferralList> lists;
    exports::Summary summary;
    std::string programme;
    const auto looked = data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = exports::referralLists(reader);
        auto summed = exports::summarise(reader);
        const auto itself = reader.programme();
        if (!found || !summed || !itself)
            return base::fail(!found ? found.error() : !summed ? summed.error() : itself.error());
        lists = std::move(*found);
        summary = std::move(*summed);
        programme = itself->name;
        return {};
    });
    if (!looked)
        return looked;
    for (const exports::ReferralList& list : lists) {
        // A body's key comes from a record: it may be anything.
        const std::string name = files.name("referral-" + list.body);
        files.write(name + ".csv", exports::referralCsv(list));
        files.write(name + ".html", exports::referralHtml(list, programme, data.world.clock.now()));
    }
    files.write("summary.json", summary.json());
    return {};
}

int run(const Asked& asked)
{
    const auto data = openHub(asked.data);
    if (!data)
        return sayWhyNot(data.error());
    if (const auto made = (*data)->world.files.createDirectories(asked.out); !made)
        return sayWhyNot(made.error());
    Files files((*data)->world.files, asked.out);
    // One part that fails does not take the others with it.
    int status = 0;
    for (const base::Result<void>& done :
        {exportForms(**data, asked, files), exportLists(**data, files), exportReferrals(**data, files)}) {
        if (!done)
            status = sayWhyNot(done.error());
    }
    return files.hasFailed() ? 1 : status;
}

} // namespace

void addExport(CLI::App& app, int& status)
{
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("export", "Write records, lists and referral lists as files that other programs open");
    addDataOption(*command, asked->data);
    command->add_option("--out", asked->out, "Folder for the files; made where it is not there")->required();
    command->add_flag("--labels", asked->tables.labels, "Labels of choices instead of their values");
    command->add_option("--language", asked->tables.language, "Language of the labels: its name in the form, or its code (fa)");
    command->add_flag("--personal", asked->tables.personal, "Also what the forms mark as personal");
    command->add_flag("--all-versions", asked->tables.allVersions, "Also records that were corrected later");
    command->callback([asked, &status] { status = run(*asked); });
}

} // namespace tashilgar::hub
