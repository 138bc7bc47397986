#include "app/forms/audit.h"

#include "app/base/text.h"
#include "app/forms/engine/compiled_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tashilgar::forms {
namespace {

std::string_view nameOf(AuditEvent event)
{
    switch (event) {
    case AuditEvent::FormStart: return "form start";
    case AuditEvent::Question: return "question";
    case AuditEvent::GroupQuestions: return "group questions";
    case AuditEvent::Jump: return "jump";
    case AuditEvent::AddRepeat: return "add repeat";
    case AuditEvent::DeleteRepeat: return "delete repeat";
    case AuditEvent::EndScreen: return "end screen";
    case AuditEvent::FormSave: return "form save";
    case AuditEvent::FormExit: return "form exit";
    case AuditEvent::FormResume: return "form resume";
    case AuditEvent::FormFinalize: return "form finalize";
    case AuditEvent::SaveError: return "save error";
    case AuditEvent::FinalizeError: return "finalize error";
    case AuditEvent::ConstraintError: return "constraint error";
    case AuditEvent::ChangeReason: return "change reason";
    case AuditEvent::Overruling: return "expectation overruled";
    case AuditEvent::LocationTrackingEnabled: return "location tracking enabled";
    case AuditEvent::LocationTrackingDisabled: return "location tracking disabled";
    case AuditEvent::LocationProvidersEnabled: return "location providers enabled";
    case AuditEvent::LocationProvidersDisabled: return "location providers disabled";
    case AuditEvent::LocationPermissionsGranted: return "location permissions granted";
    case AuditEvent::LocationPermissionsNotGranted: return "location permissions not granted";
    case AuditEvent::BackgroundAudioEnabled: return "background audio enabled";
    case AuditEvent::BackgroundAudioDisabled: return "background audio disabled";
    }
    return "unknown event type";
}

/// Quoted where it must be. Spec: RFC 4180
std::string cell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

bool isYes(std::string_view text) { return base::trim(text) == "true"; }

std::optional<AuditSettings::Priority> priorityOf(std::string_view text)
{
    using Priority = AuditSettings::Priority;
    if (text == "no-power")
        return Priority::NoPower;
    if (text == "low-power")
        return Priority::LowPower;
    if (text == "balanced")
        return Priority::Balanced;
    return text == "high-accuracy" ? std::optional(Priority::HighAccuracy) : std::nullopt;
}

std::optional<std::chrono::seconds> secondsOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || number < 0)
        return std::nullopt;
    return std::chrono::seconds(number);
}

} // namespace

std::optional<AuditSettings> auditSettings(const Form& form)
{
    const model::Definition& definition = *form.compiled().definition;
    const model::DefId node = definition.meta("audit");
    if (node == model::kNoDef)
        return std::nullopt;
    AuditSettings settings;
    settings.ref = definition.nodes[node].path;
    std::map<std::string_view, std::string_view> given;
    if (const model::Bind* bind = definition.bindOf(node)) {
        for (const ControlParameter& parameter : bind->parameters)
            given[parameter.name] = base::trim(parameter.value);
    }
    const auto priority = priorityOf(given["location-priority"]);
    const auto interval = secondsOf(given["location-min-interval"]);
    const auto age = secondsOf(given["location-max-age"]);
    if (priority && interval && age) // all three or none, as the manual says
        settings.location = {*priority, *interval, *age};
    settings.trackChanges = isYes(given["track-changes"]);
    settings.identifyUser = isYes(given["identify-user"]);
    settings.reasonsOnEdit = given["track-changes-reasons"] == "on-form-edit";
    settings.expects = std::any_of(definition.binds.begin(), definition.binds.end(), [](const model::Bind& bind) { return !bind.expected.empty(); });
    return settings;
}

AuditLog::AuditLog(AuditSettings settings, const base::Clock& clock, std::string user, std::string_view earlier)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_user(std::move(user))
    , m_earlier(earlier)
    , m_wallStart(clock.now().time_since_epoch().count())
    , m_monotonicStart(clock.monotonic())
{
    if (!m_earlier.empty() && m_earlier.back() != '\n')
        m_earlier += '\n';
}

std::int64_t AuditLog::milliseconds() const { return m_wallStart + (m_clock.monotonic() - m_monotonicStart).count(); }

std::string AuditLog::header() const
{
    std::string line = "event,node,start,end";
    if (m_settings.location)
        line += ",latitude,longitude,accuracy";
    if (m_settings.trackChanges)
        line += ",old-value,new-value";
    if (m_settings.identifyUser)
        line += ",user";
    if (m_settings.hasReasons())
        line += ",change-reason";
    return line + '\n';
}

void AuditLog::write(std::size_t place, AuditEvent event, std::string_view node, std::int64_t begin,
    std::optional<std::int64_t> end, std::string_view before, std::string_view after, std::string_view reason)
{
    std::string line = fmt::format("{},{},{},{}", nameOf(event), cell(node), begin, end ? std::to_string(*end) : std::string());
    if (m_settings.location) {
        const auto young = [&](const Seen& seen) { return m_clock.monotonic() - seen.at <= m_settings.location->maxAge; };
        std::erase_if(m_seen, [&](const Seen& seen) { return !young(seen); });
        const auto best = std::min_element(m_seen.begin(), m_seen.end(),
            [](const Seen& a, const Seen& b) { return a.position.accuracyMetres < b.position.accuracyMetres; });
        line += best == m_seen.end() ? std::string(",,,")
                                     : fmt::format(",{},{},{}", best->position.latitude, best->position.longitude,
                                         best->position.mocked ? 0 : best->position.accuracyMetres);
    }
    if (m_settings.trackChanges) {
        const bool changed = before != after;
        line += ',' + (changed ? cell(before) : std::string()) + ',' + (changed ? cell(after) : std::string());
    }
    if (m_settings.identifyUser)
        line += ',' + cell(m_user);
    if (m_settings.hasReasons())
        line += ',' + cell(reason);
    m_lines[place] = line + '\n';
}

void AuditLog::note(AuditEvent event, std::string_view node)
{
    m_lines.emplace_back();
    write(m_lines.size() - 1, event, node, milliseconds(), std::nullopt, {}, {}, {});
}

void AuditLog::noteReason(std::string_view reason)
{
    m_lines.emplace_back();
    write(m_lines.size() - 1, AuditEvent::ChangeReason, {}, milliseconds(), std::nullopt, {}, {}, reason);
}

void AuditLog::noteOverruling(std::string_view node, std::string_view reason)
{
    m_lines.emplace_back();
    write(m_lines.size() - 1, AuditEvent::Overruling, node, milliseconds(), std::nullopt, {}, {}, reason);
}

void AuditLog::enter(AuditEvent event, std::string_view node, std::string_view value)
{
    m_lines.emplace_back();
    m_open.push_back({event, std::string(node), std::string(value), milliseconds(), m_lines.size() - 1});
}

void AuditLog::leave(std::string_view node, std::string_view value)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&](const Open& open) { return open.node == node; });
    if (found == m_open.end())
        return;
    const Open open = std::move(*found);
    m_open.erase(found);
    write(open.place, open.event, open.node, open.begin, milliseconds(), open.value,
        open.event == AuditEvent::Question ? value : std::string_view(open.value), {});
}

void AuditLog::leave()
{
    while (!m_open.empty()) {
        const Open open = m_open.front();
        leave(open.node, open.value);
    }
}

void AuditLog::see(const AuditPosition& position)
{
    if (!m_settings.location)
        return;
    constexpr std::size_t kMostSeen = 100; // a host that tells too much loses the oldest
    if (m_seen.size() == kMostSeen)
        m_seen.erase(m_seen.begin());
    m_seen.push_back({position, m_clock.monotonic()});
}

std::string AuditLog::csv() const
{
    std::string text = m_earlier.empty() ? header() : m_earlier;
    for (const std::string& line : m_lines)
        text += line;
    return text;
}

} // namespace tashilgar::forms
