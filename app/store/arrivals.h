#pragma once

#include "app/base/result.h"
#include "app/store/entity_lists.h"
#include "app/store/form_shelf.h"
#include "app/store/settings_box.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::store {

struct ProgrammeNote {
    std::string name;
    std::vector<Person> people;
};

/// One page of the hub's changes.
struct ArrivingPage {
    std::vector<ListChange> lists; ///< in order
    std::vector<FormAnnouncement> forms;
    std::vector<base::FormVersion> retired;
    std::optional<ProgrammeNote> programme;
    std::string cursor; ///< after this page
    bool more = false; ///< the change set goes on with another page: lists that begin anew are not whole yet
};

/// A content that an announced form version needs and the tablet lacks.
struct MissingContent {
    std::string sha256;
    std::uint64_t size = 0;
    std::string name; ///< the form's title, or the name of its file
};

/// What comes from the hub: pages of changes behind one cursor, and form versions that wait for their contents.
///
/// A page lies in `lists` with its cursor, in one transaction; form versions wait there too and move to `records`,
/// which forgets nothing, once they are whole. Loses `lists` its last page in a power cut, the cursor goes back with
/// it. One of the parts of Store, which owns it and says which thread.
class Arrivals {
public:
    Arrivals(sqlite::Database& lists, FormShelf& forms, SettingsBox& settings);

    /// Empty at first.
    base::Result<std::string> cursor();
    /// The whole page, or nothing of it. A list that begins anew replaces the present one at the end of the change set.
    base::Result<void> apply(const ArrivingPage& page);
    /// The next page begins from the start. What is here stays until it is replaced.
    base::Result<void> restart();

    /// Of form versions that wait, small ones first. Each is to be put into AttachmentFiles.
    base::Result<std::vector<MissingContent>> missing();
    /// Installs the form versions whose contents are all here, then retires those that were; a version stays usable as
    /// long as another one of its form is on its way. The reply is how many became usable.
    base::Result<std::uint32_t> installComplete();

private:
    struct Waiting;
    base::Result<std::vector<Waiting>> waiting();
    base::Result<void> announce(const FormAnnouncement& form);

    sqlite::Database* m_lists;
    FormShelf* m_forms;
    SettingsBox* m_settings;
};

} // namespace tashilgar::store
