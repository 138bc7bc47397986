#include "app/cli/folder_resources.h"

#include "app/base/files.h"
#include "app/cli/form_source.h"
#include "app/lists/table_cache.h"

namespace tashilgar::cli {
namespace {

constexpr std::uint64_t kMaxListBytes = 1024u * 1024 * 1024;

/// Empty for an address without one.
std::string fileNameOf(std::string_view uri)
{
    const auto slash = uri.rfind('/');
    std::string name(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
    return name == "." || name == ".." ? std::string() : name;
}

base::Result<std::string> readList(const std::filesystem::path& file)
{
    base::SystemFiles files;
    const auto bytes = files.readAll(file, kMaxListBytes);
    if (!bytes)
        return base::fail(bytes.error());
    return std::string(base::textOf(*bytes));
}

} // namespace

base::Result<std::string> FolderResources::read(std::string_view uri)
{
    const std::string name = fileNameOf(uri);
    if (name.empty())
        return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
    auto text = readText(m_folder / name);
    if (!text && text.error().code == base::kNotFound)
        return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
    return text;
}

base::Result<std::shared_ptr<forms::ListTable>> FolderResources::table(std::string_view uri)
{
    const std::string name = fileNameOf(uri);
    const std::filesystem::path file = m_folder / name;
    std::error_code missing;
    if (!m_tables || !name.ends_with(".csv"))
        return nullptr;
    const std::uint64_t size = std::filesystem::file_size(file, missing);
    if (missing || size < lists::kLargeList)
        return nullptr;
    const auto changed = std::filesystem::last_write_time(file, missing).time_since_epoch().count();
    const std::string whole = std::filesystem::absolute(file, missing).string();
    return m_tables->table(
        {whole, std::to_string(size) + " " + std::to_string(changed), [&] { return readList(file); }});
}

} // namespace tashilgar::cli
