#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/fieldwork/form_library.h"
#include "app/forms/form_file.h"
#include "app/store/form_shelf.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::fieldwork {

/// The form in its author's file as a form of this store, again after each change: for a preview.
///
/// Each state of the file becomes a version of its own on the shelf, with the files it brings: those it names, from the
/// folder FORM-media (of census.xlsx also census-media), else from beside the form, in a folder of sheets too. For a store
/// that is thrown away. Belongs to the store's thread; reading a form takes as long as converting it does.
class FormPreview {
public:
    /// \p library outlives this object. \p file is what forms::formXml() reads; it need not be there yet.
    FormPreview(FormLibrary& library, std::filesystem::path file);

    const std::filesystem::path& file() const { return m_file; }
    /// Differs from what it was when the file or one that it brings is another; a size or a time of change tells. Empty
    /// while there is no file, or one without a byte. Costs a look at each of them, and reads none.
    std::string state() const;
    /// What state() said when install() began to read the last time; empty before.
    const std::string& stateRead() const { return m_stateRead; }
    /// Puts the form, as it is now, on the shelf in place of the one before. All that is to be told of it goes to
    /// \p diagnostics, in \p language. Fails with the first problem that keeps it from opening, and then leaves the shelf
    /// as it is.
    base::Result<base::FormVersion> install(forms::MessageLanguage language, forms::Diagnostics& diagnostics);

private:
    std::string ownState() const;
    std::string broughtState() const;
    base::Result<std::shared_ptr<const forms::Form>> read(
        std::string& xml, forms::MessageLanguage language, forms::Diagnostics& diagnostics) const;
    std::optional<std::filesystem::path> fileNamed(const std::string& name) const;
    std::vector<store::FormMedia> media(forms::Diagnostics& diagnostics);
    base::Result<store::FormMedia> keep(const std::string& name, const std::filesystem::path& file);

    FormLibrary* m_library;
    std::filesystem::path m_file;
    std::vector<std::filesystem::path> m_folders; ///< where the files it brings are looked for, in this order
    std::vector<std::string> m_names; ///< of the files that the form named when it was read last
    std::map<std::filesystem::path, std::pair<std::string, store::FormMedia>> m_kept; ///< by state, so that nothing is copied twice
    std::string m_stateRead;
    std::optional<base::FormVersion> m_installed;
    std::uint32_t m_count = 0;
};

} // namespace tashilgar::fieldwork
