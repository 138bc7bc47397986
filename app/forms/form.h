#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/forms/diagnostics.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

class ResourceReader;

namespace engine {
struct CompiledForm;
}

/// The form cannot be filled; the diagnostics say why.
inline constexpr base::ErrorCode kBrokenForm{"forms.broken-form"};

/// A parsed, compiled, immutable form definition. Any number of threads and entries may share one.
/// Spec: https://getodk.github.io/xforms-spec/
class Form {
public:
    /// Reads an XForm document. Every problem found is appended to \p diagnostics, warnings too; fails with kBrokenForm
    /// when one of them is an error. External instances are not read here but when an entry opens.
    static base::Result<std::shared_ptr<const Form>> load(std::string_view xml, Diagnostics& diagnostics);
    ~Form();

    const base::FormVersion& version() const;
    const std::string& title() const;
    /// Languages of the itext, in the order of the file, as written ("فارسی (fa)"); the default one. Empty for a form
    /// with plain labels.
    const std::vector<std::string>& languages() const;
    const std::string& defaultLanguage() const;
    /// Addresses of everything the form may ask a ResourceReader for, without duplicates.
    const std::vector<std::string>& resources() const;
    /// Entity lists this form reads and writes, by name.
    const std::vector<std::string>& entityListsWritten() const;

    const engine::CompiledForm& compiled() const { return *m_compiled; }

private:
    explicit Form(std::unique_ptr<engine::CompiledForm> compiled);
    std::unique_ptr<engine::CompiledForm> m_compiled;
};

} // namespace tashilgar::forms
