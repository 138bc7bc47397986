#include "sync/hub/main/programme_folder.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tashilgar::hub {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::uint64_t kMaxFile = 64u * 1024 * 1024;

base::Result<std::string> readText(base::Files& files, const fs::path& path)
{
    const auto bytes = files.readAll(path, kMaxFile);
    if (!bytes)
        return base::fail(bytes.error().code, bytes.error().sentence, path.filename().string());
    return std::string(base::textOf(*bytes));
}

/// The files of \p folder with that extension (all of them where it is empty), by name; none where there is no folder.
std::vector<fs::path> filesIn(const fs::path& folder, std::string_view extension)
{
    std::vector<fs::path> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_regular_file(error) && (extension.empty() || entry.path().extension() == extension))
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    return paths;
}

base::Result<void> readHead(const std::string& text, domain::ProgrammeFiles& programme)
{
    try {
        const json::value value = json::parse(text);
        const json::object& head = value.as_object();
        const json::object& itself = head.at("programme").as_object();
        programme.programme = {std::string(itself.at("id").as_string()), std::string(itself.at("name").as_string())};
        if (const json::value* people = head.if_contains("people")) {
            const auto textOf = [](const json::object& person, std::string_view name) {
                const json::value* found = person.if_contains(name);
                return found ? std::string(found->as_string()) : std::string();
            };
            for (const json::value& item : people->as_array()) {
                const json::object& person = item.as_object();
                programme.people.push_back({textOf(person, "username"), textOf(person, "name"), textOf(person, "role"), textOf(person, "office")});
            }
        }
        return {};
    } catch (const std::exception&) {
        return base::fail(base::kMalformed, "this should be {programme: {id, name}, people: [{username, name, role, office}]}", "programme.json");
    }
}

base::Result<domain::ProgrammeFiles::FormFile> readForm(base::Files& files, const fs::path& path)
{
    domain::ProgrammeFiles::FormFile form;
    form.name = path.filename().string();
    auto xml = readText(files, path);
    if (!xml)
        return base::fail(xml.error());
    form.xml = std::move(*xml);
    for (const fs::path& folder : {path.parent_path() / (path.stem().string() + "-media"), path.parent_path() / "media"}) {
        for (const fs::path& file : filesIn(folder, {})) {
            auto bytes = readText(files, file);
            if (!bytes)
                return base::fail(bytes.error());
            form.media.emplace_back(file.filename().string(), std::move(*bytes));
        }
    }
    return form;
}

} // namespace

base::Result<domain::ProgrammeFiles> readProgrammeFolder(base::Files& files, const fs::path& folder, const fs::path& forms)
{
    domain::ProgrammeFiles programme;
    const auto head = readText(files, folder / "programme.json");
    if (!head)
        return base::fail(head.error().code, head.error().sentence, (folder / "programme.json").string());
    TASHILGAR_TRY(readHead(*head, programme));
    for (const fs::path& path : filesIn(folder, ".csv")) {
        auto text = readText(files, path);
        if (!text)
            return base::fail(text.error());
        programme.lists.emplace_back(path.stem().string(), std::move(*text));
    }
    const std::vector<fs::path> xforms = filesIn(forms.empty() ? folder / "forms" : forms, ".xml");
    if (xforms.empty() && !forms.empty())
        return base::fail(base::kNotFound, "there is no XForm (.xml) in this folder; tashil form convert makes them from sheets", forms.string());
    for (const fs::path& path : xforms) {
        auto form = readForm(files, path);
        if (!form)
            return base::fail(form.error());
        programme.forms.push_back(std::move(*form));
    }
    return programme;
}

} // namespace tashilgar::hub
