#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/fieldwork/surroundings.h"
#include "app/forms/form.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::fieldwork {

/// A form that a person may begin.
struct FillableForm {
    base::FormVersion id;
    std::string title;
    base::Instant installedAt;
    std::uint32_t drafts = 0; ///< unfinished entries of any version
    std::uint32_t records = 0; ///< finalised ones on this tablet
};

/// Which forms a person may fill, and the parsed form behind each version. A form is parsed once and shared.
class FormLibrary {
public:
    explicit FormLibrary(Surroundings surroundings);

    /// The newest version of each, by title, in the Persian order of letters.
    base::Result<std::vector<FillableForm>> forms();
    /// Also older and retired versions, for drafts and records. Fails with base::kNotFound; forms::kBrokenForm with the
    /// first problem as its sentence.
    base::Result<std::shared_ptr<const forms::Form>> load(const base::FormVersion& version);
    /// For a form of the shelf that was parsed already, and one that is not needed any more.
    void adopt(const base::FormVersion& version, std::shared_ptr<const forms::Form> form);
    void forget(const base::FormVersion& version) { m_parsed.erase(version); }

    const Surroundings& surroundings() const { return m_surroundings; }
    /// What forms opened from now on may preload; changes when the tablet joins an office while it runs.
    void setProperties(std::map<std::string, std::string> properties)
    {
        m_surroundings.properties = std::move(properties);
    }

private:
    Surroundings m_surroundings;
    std::map<base::FormVersion, std::shared_ptr<const forms::Form>> m_parsed;
};

} // namespace tashilgar::fieldwork
