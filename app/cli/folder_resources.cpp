#include "app/cli/folder_resources.h"

#include "app/cli/form_source.h"

namespace tashilgar::cli {

base::Result<std::string> FolderResources::read(std::string_view uri)
{
    const auto slash = uri.rfind('/');
    const std::string name(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
    if (name.empty() || name == "." || name == "..")
        return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
    auto text = readText(m_folder / name);
    if (!text && text.error().code == base::kNotFound)
        return base::fail(forms::kMissingResource, "this form asks for a file that is not here", std::string(uri));
    return text;
}

} // namespace tashilgar::cli
