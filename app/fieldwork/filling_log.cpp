#include "app/fieldwork/filling_log.h"

#include "app/base/text.h"

#include <algorithm>
#include <charconv>

namespace tashilgar::fieldwork {

namespace {

/// A log is a file, written whole: at each page it would double what an answer costs. A tablet that dies loses the times of
/// at most so many screens, and no answer.
constexpr int kScreensBetween = 10;

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string userOf(const Surroundings& surroundings)
{
    const auto user = surroundings.properties.find("username");
    return user == surroundings.properties.end() ? std::string() : user->second;
}

} // namespace

FillingLog::FillingLog(const forms::Form& form, const Surroundings& surroundings)
    : m_settings(forms::auditSettings(form))
    , m_surroundings(surroundings)
{
    if (m_settings)
        m_log.emplace(*m_settings, *m_surroundings.clock, userOf(m_surroundings));
}

void FillingLog::begin(forms::AuditEvent event, std::string earlier)
{
    if (!m_settings)
        return;
    m_log.emplace(*m_settings, *m_surroundings.clock, userOf(m_surroundings), earlier); // in its place: the entry knows it
    m_shown.clear();
    note(event);
}

void FillingLog::note(forms::AuditEvent event, std::string_view node)
{
    if (!m_log)
        return;
    look();
    m_log->note(event, node);
}

void FillingLog::enterScreen(forms::Entry& entry, std::vector<std::string> refs, std::string_view screen)
{
    if (!m_log)
        return;
    look();
    ++m_screens;
    entry.enterScreen(refs, screen);
    m_shown = std::move(refs);
}

void FillingLog::enterEnd(forms::Entry& entry)
{
    if (!m_log)
        return;
    look();
    entry.leaveScreen();
    m_shown.clear();
    m_log->enter(forms::AuditEvent::EndScreen);
}

void FillingLog::changed(std::string_view ref, std::string_view before, std::string_view after)
{
    if (!m_log || !m_settings->trackChanges || before == after || std::find(m_shown.begin(), m_shown.end(), ref) != m_shown.end())
        return;
    m_log->enter(forms::AuditEvent::Question, ref, before);
    m_log->leave(ref, after);
}

void FillingLog::overrule(std::string_view ref, std::string_view reason)
{
    if (m_log)
        m_log->noteOverruling(ref, reason);
}

void FillingLog::sayWhyChanged(std::string_view reason)
{
    if (m_log)
        m_log->noteReason(reason);
}

bool FillingLog::isDue() const { return m_log && m_screens >= kScreensBetween; }

/// The position the tablet has now, if any: "lat lon alt acc".
void FillingLog::look()
{
    if (!m_settings->location || !m_surroundings.position)
        return;
    const std::string now = m_surroundings.position();
    const auto parts = base::splitWords(now);
    if (parts.size() < 4)
        return;
    const auto latitude = number(parts[0]), longitude = number(parts[1]), accuracy = number(parts[3]);
    if (latitude && longitude && accuracy)
        m_log->see({*latitude, *longitude, *accuracy, false});
}

} // namespace tashilgar::fieldwork
