#pragma once

#include "app/fieldwork/surroundings.h"
#include "app/forms/entry.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::fieldwork {

/// The audit log of one filling, where its form asks for one; else every call does nothing.
///
/// The entry notes what it sees by itself (log() goes into its host). The screens, the sittings and the positions are told
/// here. Owned by its Filling, and at one address as long as the entry lives. Spec: https://docs.getodk.org/form-audit-log/
class FillingLog {
public:
    FillingLog(const forms::Form& form, const Surroundings& surroundings);

    forms::AuditLog* log() { return m_log ? &*m_log : nullptr; }

    /// A sitting begins: with \p event, after what the earlier ones left. What was noted before, as by a replay, is gone.
    void begin(forms::AuditEvent event, std::string earlier = {});
    void note(forms::AuditEvent event, std::string_view node = {});
    /// \p entry shows \p refs now, all of them on the page of \p screen when that is not empty.
    void enterScreen(forms::Entry& entry, std::vector<std::string> refs, std::string_view screen);
    void enterEnd(forms::Entry& entry);
    /// An answer where no screen was told of, as in a cell of a long table: it stands as a question of its own.
    void changed(std::string_view ref, std::string_view before, std::string_view after);

    void overrule(std::string_view ref, std::string_view reason);
    bool asksWhyChanged() const { return m_settings && m_settings->reasonsOnEdit; }
    void sayWhyChanged(std::string_view reason);

    /// Many screens were seen since kept(): a process that dies now would lose them.
    bool isDue() const;
    void kept() { m_screens = 0; }
    std::string csv() const { return m_log ? m_log->csv() : std::string(); }

private:
    void look();

    std::optional<forms::AuditSettings> m_settings;
    const Surroundings& m_surroundings;
    std::optional<forms::AuditLog> m_log;
    std::vector<std::string> m_shown;
    int m_screens = 0;
};

} // namespace tashilgar::fieldwork
