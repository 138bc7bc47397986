#pragma once

#include "sync/hub/domain/enrolment.h"
#include "sync/hub/domain/form_library.h"
#include "sync/hub/storage/storage.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::hub::domain {

/// One file that a form needs beside itself: as it was published with it, or a list of the data bank as CSV.
struct FormFile {
    std::string name; ///< "households.csv"
    std::optional<storage::MediaFile> media;
    std::optional<storage::List> list; ///< where it is none of the above
};

/// The files of \p form that are here. What the form asks for and nobody brought is left out. Fails as the library does.
base::Result<std::vector<FormFile>> filesOf(storage::Reader& reader, FormLibrary& library, const storage::PublishedForm& form);

/// The versions people may fill, in the order of publication: not retired, of forms that are open.
base::Result<std::vector<storage::PublishedForm>> offeredForms(storage::Reader& reader);

/// What changes whenever a list does that \p caller sees, and else stays: of the hub, the list, the area and the last change.
base::Result<std::string> markOf(
    storage::Reader& reader, const Caller& caller, const base::HubId& hub, const base::ListName& list);

/// Opens or closes a form: what is not open is no longer offered, to tablets neither; open again, its newest version is.
/// Fails with kFormUnknown.
base::Result<void> setFormState(storage::Writer& writer, const base::FormId& form, storage::FormState state);

/// One list as CSV, as ODK clients want it, read page by page: what \p caller sees, in the order of the list. Entity lists
/// have a column __version. Each page is a snapshot of its own. Spec: https://docs.getodk.org/central-api-entity-management/
class ListTable {
public:
    ListTable(Caller caller, storage::List list)
        : m_caller(std::move(caller))
        , m_list(std::move(list))
    {
    }
    /// The next lines; empty at the end.
    base::Result<std::string> next(storage::Reader& reader);

private:
    Caller m_caller;
    storage::List m_list;
    bool m_begun = false;
    bool m_ended = false;
    std::int64_t m_after = 0;
};

} // namespace tashilgar::hub::domain
