#pragma once

#include "app/forms/resources.h"

#include <filesystem>

namespace tashilgar::lists {
class TableCache;
}

namespace tashilgar::cli {

/// The files behind jr:// addresses, by the last part of their path, in one folder. With a cache, large lists (CSV) are
/// kept there as tables.
class FolderResources final : public forms::ResourceReader {
public:
    /// \p tables may be null; it outlives this object.
    explicit FolderResources(std::filesystem::path folder, lists::TableCache* tables = nullptr)
        : m_folder(std::move(folder))
        , m_tables(tables)
    {
    }
    base::Result<std::string> read(std::string_view uri) override;
    base::Result<std::shared_ptr<forms::ListTable>> table(std::string_view uri) override;

private:
    std::filesystem::path m_folder;
    lists::TableCache* m_tables;
};

} // namespace tashilgar::cli
