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

namespace tashilgar::hub {
namespace {

namespace fs = std::filesystem;

struct Asked {
    fs::path data;
    fs::path out;
    exports::TableOptions tables;
};

base::Result<void> write(base::Files& files, const fs::path& path, exports::TextSource& source)
{
    auto file = files.create(path);
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
    TASHILGAR_TRY((*file)->sync());
    std::cout << path.string() << '\n';
    return {};
}

base::Result<void> write(base::Files& files, const fs::path& path, const std::string& text)
{
    TASHILGAR_TRY(files.writeWhole(path, base::bytesOf(text)));
    std::cout << path.string() << '\n';
    return {};
}

/// "/data/person/skill" as "person-skill": what follows the form's name in that of a file.
std::string fileName(const std::string& form, const std::string& table)
{
    std::string name = form;
    if (!table.empty())
        name += table.substr(std::min(table.size(), table.find('/', 1)));
    std::ranges::replace(name, '/', '-');
    return name + ".csv";
}

base::Result<void> exportForms(HubData& data, const Asked& asked)
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
    for (const base::Error& error : unreadable)
        sayWhyNot(error);
    for (const auto& [id, versions] : forms) {
        std::vector<std::string> tables;
        for (const auto& form : versions) {
            for (const std::string& table : exports::tablesOf(*form)) {
                if (std::ranges::find(tables, table) == tables.end())
                    tables.push_back(table);
            }
        }
        for (const std::string& table : tables) {
            const auto source = exports::recordTable(*data.storage, versions, table, asked.tables);
            TASHILGAR_TRY(write(data.world.files, asked.out / fileName(id.value(), table), *source));
        }
    }
    return {};
}

base::Result<void> exportLists(HubData& data, const Asked& asked)
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
        TASHILGAR_TRY(write(data.world.files, asked.out / fmt::format("list-{}.csv", list.name.value()), *csv));
        if (std::ranges::find(list.columns, "geometry") == list.columns.end())
            continue;
        const auto geojson = exports::listGeoJson(*data.storage, list.name);
        TASHILGAR_TRY(write(data.world.files, asked.out / fmt::format("{}.geojson", list.name.value()), *geojson));
    }
    return {};
}

base::Result<void> exportReferrals(HubData& data, const Asked& asked)
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
        // A body's key comes from a record: only its letters and digits may name a file.
        std::string name = list.body;
        std::ranges::replace_if(name, [](char c) { return c == '/' || c == '.' || static_cast<unsigned char>(c) < 0x20; }, '_');
        TASHILGAR_TRY(write(data.world.files, asked.out / fmt::format("referral-{}.csv", name), exports::referralCsv(list)));
        TASHILGAR_TRY(write(data.world.files, asked.out / fmt::format("referral-{}.html", name),
            exports::referralHtml(list, programme, data.world.clock.now())));
    }
    return write(data.world.files, asked.out / "summary.json", summary.json());
}

int run(const Asked& asked)
{
    const auto data = HubData::open(asked.data, systemWorld());
    if (!data)
        return sayWhyNot(data.error());
    base::Result<void> done = (*data)->world.files.createDirectories(asked.out);
    if (done)
        done = exportForms(**data, asked);
    if (done)
        done = exportLists(**data, asked);
    if (done)
        done = exportReferrals(**data, asked);
    return done ? 0 : sayWhyNot(done.error());
}

} // namespace

void addExport(CLI::App& app, int& status)
{
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("export", "Write records, lists and referral lists as files that other programs open");
    addDataOption(*command, asked->data);
    command->add_option("--out", asked->out, "Folder for the files; made where it is not there")->required();
    command->add_flag("--labels", asked->tables.labels, "Labels of choices instead of their values");
    command->add_option("--language", asked->tables.language, "Language of the labels, as the form writes it");
    command->add_flag("--personal", asked->tables.personal, "Also what the forms mark as personal");
    command->callback([asked, &status] { status = run(*asked); });
}

} // namespace tashilgar::hub
