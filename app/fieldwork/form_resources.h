#pragma once

#include "app/base/ids.h"
#include "app/forms/resources.h"

namespace tashilgar::store {
class Store;
}

namespace tashilgar::fieldwork {

/// Lends the store's lists and media to the engine: jr://file-csv/NAME.csv and jr://file/NAME.csv are first a medium of
/// the form version, then a list of that name; jr://images, audio, video and the like are media;
/// jr://instance/last-saved is the last record of the form.
class FormResources final : public forms::ResourceReader {
public:
    /// \p store outlives this object.
    FormResources(store::Store& store, base::FormVersion form);

    base::Result<std::string> read(std::string_view uri) override;

private:
    base::Result<std::string> lastSaved();

    store::Store* m_store;
    base::FormVersion m_form;
};

} // namespace tashilgar::fieldwork
