#pragma once

#include "app/base/clock.h"
#include "app/forms/form.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

/// What the form's audit question asks to be recorded. Spec: https://docs.getodk.org/form-audit-log/
struct AuditSettings {
    enum class Priority : std::uint8_t { NoPower, LowPower, Balanced, HighAccuracy };
    struct Location {
        Priority priority = Priority::Balanced;
        std::chrono::seconds minInterval{}; ///< how often the host should ask for a position, at most
        std::chrono::seconds maxAge{};      ///< older positions are not written
    };
    std::string ref; ///< "/data/meta/audit"
    std::optional<Location> location;
    bool trackChanges = false;
    bool identifyUser = false;
    bool reasonsOnEdit = false; ///< who edits a submitted record must say why
    bool expects = false;       ///< the form has expectations (tsh:expected), which a person may overrule with a reason
    bool hasReasons() const { return reasonsOnEdit || expects; }
};

/// Nothing when the form has no audit question.
std::optional<AuditSettings> auditSettings(const Form& form);

enum class AuditEvent : std::uint8_t {
    FormStart, Question, GroupQuestions, Jump, AddRepeat, DeleteRepeat, EndScreen, FormSave, FormExit, FormResume,
    FormFinalize, SaveError, FinalizeError, ConstraintError, ChangeReason, Overruling, LocationTrackingEnabled, LocationTrackingDisabled,
    LocationProvidersEnabled, LocationProvidersDisabled, LocationPermissionsGranted, LocationPermissionsNotGranted,
    BackgroundAudioEnabled, BackgroundAudioDisabled
};

/// A fix, as the device gave it.
struct AuditPosition {
    double latitude = 0;
    double longitude = 0;
    double accuracyMetres = 0;
    bool mocked = false; ///< told by another program: written with accuracy 0
};

/// The log of one filling, `audit.csv` beside the record: what was seen and changed, when and where.
///
/// Only the first moment is the clock's own; later ones add what has passed since, so that a clock set back in between
/// does not turn the log around. Belongs to the thread of its entry; the clock is borrowed. Where the log is kept
/// between two sittings is the host's business: it hands the earlier text in.
class AuditLog {
public:
    static constexpr std::string_view kFileName = "audit.csv";

    /// \p earlier is what csv() gave when the record was put aside, or empty. \p user is written only if the form asks.
    AuditLog(AuditSettings settings, const base::Clock& clock, std::string user = {}, std::string_view earlier = {});

    const AuditSettings& settings() const { return m_settings; }

    /// Something that happens at a moment.
    void note(AuditEvent event, std::string_view node = {});
    /// Why a submitted record was changed.
    void noteReason(std::string_view reason);
    /// Why the answer at \p node is right although the form expects another. The event "expectation overruled" is ours; other
    /// programs keep the line and do not read it.
    void noteOverruling(std::string_view node, std::string_view reason);

    /// Something that lasts: a question, a group, the jump menu, the end screen. leave() ends all that are open.
    void enter(AuditEvent event, std::string_view node = {}, std::string_view value = {});
    /// Ends the one open at \p node. Of a question the values are written where they differ and the form asks for it.
    void leave(std::string_view node, std::string_view value);
    void leave();

    /// Ignored unless the form asks for locations. Of those young enough the most accurate one is written.
    void see(const AuditPosition& position);

    /// Complete lines only: what is still open is not in it.
    std::string csv() const;

private:
    struct Open {
        AuditEvent event;
        std::string node;
        std::string value;
        std::int64_t begin;
        std::size_t place; ///< where its line belongs
    };
    std::int64_t milliseconds() const;
    void write(std::size_t place, AuditEvent event, std::string_view node, std::int64_t begin, std::optional<std::int64_t> end,
        std::string_view before, std::string_view after, std::string_view reason);
    std::string header() const;

    AuditSettings m_settings;
    const base::Clock& m_clock;
    std::string m_user;
    std::string m_earlier;
    std::vector<std::string> m_lines; ///< in the order of their beginning; empty while open
    std::vector<Open> m_open;
    std::int64_t m_wallStart;
    std::chrono::milliseconds m_monotonicStart;
    struct Seen {
        AuditPosition position;
        std::chrono::milliseconds at;
    };
    std::vector<Seen> m_seen;
};

} // namespace tashilgar::forms
