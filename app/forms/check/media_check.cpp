#include "app/base/text.h"
#include "app/forms/check/job.h"
#include "app/forms/engine/suggestions.h"

#include <algorithm>
#include <map>

namespace tashilgar::forms::check {

namespace {

std::string_view fileOf(std::string_view uri) { return uri.substr(uri.rfind('/') + 1); }

/// Where each file is named first, by address.
std::map<std::string, std::string> usersOf(const model::Definition& definition)
{
    std::map<std::string, std::string> users;
    for (const model::SecondaryInstance& instance : definition.secondary) {
        if (!instance.source.empty())
            users.try_emplace(instance.source, "instance " + instance.id);
    }
    std::vector<std::string> ids;
    for (const auto& [id, byLanguage] : definition.itext.entries())
        ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    for (const std::string& id : ids) {
        for (const auto& values : definition.itext.entries().at(id)) {
            for (const model::ItextValue& value : values) {
                if (!value.form.empty() && value.text.size() == 1 && !value.text.front().output)
                    users.try_emplace(std::string(base::trim(value.text.front().text)), "itext " + id);
            }
        }
    }
    return users;
}

} // namespace

void checkMedia(CheckJob& job)
{
    for (const base::Error& error : job.lists.broken())
        job.report.add(Severity::Warning, "bad-list", {error.place, 0}, {{"reason", error.sentence}});
    const auto users = usersOf(job.definition);
    for (const std::string& uri : job.form.resources) {
        if (!job.options.files || uri.starts_with("jr://instance/"))
            continue;
        const auto& files = *job.options.files;
        const std::string name(fileOf(uri));
        if (std::find(files.begin(), files.end(), name) != files.end())
            continue;
        std::string near;
        for (const std::string& file : files) {
            if (base::toLowerAscii(file) == base::toLowerAscii(name))
                near = file;
        }
        if (near.empty())
            near = engine::nearestName(name, files);
        const auto user = users.find(uri);
        const bool list = user != users.end() && user->second.starts_with("instance ");
        job.report.add(Severity::Warning, list ? "missing-list" : "missing-media", {user == users.end() ? std::string() : user->second, 0},
            {{"file", name}, {"near", near}});
    }
}

} // namespace tashilgar::forms::check
