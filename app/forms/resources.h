#pragma once

#include "app/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace tashilgar::forms {

class ListTable;

/// The form asks for a file that its host does not have.
inline constexpr base::ErrorCode kMissingResource{"forms.missing-resource"};

/// How the engine reaches what lies outside the form: attached CSV, GeoJSON and XML files, entity lists, the last saved
/// record. Implemented by the host (app/fieldwork on the tablet, a folder in `tashil`). Called on the thread that loads
/// the form or opens the entry; results are copied.
class ResourceReader {
public:
    virtual ~ResourceReader() = default;

    /// The bytes behind a `jr://…` address (file, file-csv, images, audio, video). Entity lists answer as CSV under their
    /// own name. Fails with kMissingResource.
    virtual base::Result<std::string> read(std::string_view uri) = 0;

    /// The list behind \p uri where the host keeps it as a table with indexes, because it is too large to be read each
    /// time; null for any other, which is then read(). Fails with what read() fails with.
    virtual base::Result<std::shared_ptr<ListTable>> table(std::string_view uri)
    {
        (void)uri;
        return nullptr;
    }
};

/// A host without files.
class NoResources final : public ResourceReader {
public:
    base::Result<std::string> read(std::string_view uri) override
    {
        return base::fail(kMissingResource, "this form asks for a file that is not here", std::string(uri));
    }
};

} // namespace tashilgar::forms
