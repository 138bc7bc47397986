#pragma once

#include "app/base/ids.h"
#include "app/forms/resources.h"

namespace tashilgar::store {
class Store;
}
namespace tashilgar::lists {
class TableCache;
}

namespace tashilgar::fieldwork {

/// Lends the store's lists and media to the engine: jr://file-csv/NAME.csv and jr://file/NAME.csv are first a medium of
/// the form version, then a list of that name; jr://images, audio, video and the like are media;
/// jr://instance/last-saved is the last record of the form.
class FormResources final : public forms::ResourceReader {
public:
    /// \p store and \p tables outlive this object; without tables large lists are read whole.
    FormResources(store::Store& store, base::FormVersion form, lists::TableCache* tables = nullptr);

    base::Result<std::string> read(std::string_view uri) override;
    /// A large CSV file that the form version brings. The programme's own lists change row by row and are small enough to
    /// be read.
    base::Result<std::shared_ptr<forms::ListTable>> table(std::string_view uri) override;

private:
    base::Result<std::string> lastSaved();

    base::Result<std::string> contentOf(const std::string& sha256);

    store::Store* m_store;
    base::FormVersion m_form;
    lists::TableCache* m_tables;
};

} // namespace tashilgar::fieldwork
