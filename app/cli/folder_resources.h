#pragma once

#include "app/forms/resources.h"

#include <filesystem>

namespace tashilgar::cli {

/// The files behind jr:// addresses, by the last part of their path, in one folder.
class FolderResources final : public forms::ResourceReader {
public:
    explicit FolderResources(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    base::Result<std::string> read(std::string_view uri) override;

private:
    std::filesystem::path m_folder;
};

} // namespace tashilgar::cli
