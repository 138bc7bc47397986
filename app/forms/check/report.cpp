#include "app/forms/check/report.h"

#include <cassert>

namespace tashilgar::forms::check {

void Report::add(Severity severity, std::string_view code, const Where& where, Details details)
{
    const Words* words = wordsOf(code);
    assert(words);
    if (!words)
        return;
    Diagnostic diagnostic{severity, std::string(code), where.place, {}, {}};
    diagnostic.line = where.line;
    for (const auto& [name, worth] : details) {
        if (!worth.empty())
            diagnostic.details.emplace_back(name, worth);
    }
    diagnostic.sentence = filled(words->sentence, diagnostic);
    if (!m_told.insert(diagnostic.code + '\n' + diagnostic.place + '\n' + diagnostic.sentence).second
        || ++m_counts.try_emplace(diagnostic.code, 0).first->second > kMaxOfOneCode)
        return;
    diagnostic.remedy = filled(words->remedy, diagnostic);
    m_out.push_back(std::move(diagnostic));
}

void Report::finish()
{
    for (const auto& [code, count] : m_counts) {
        if (count <= kMaxOfOneCode)
            continue;
        Diagnostic diagnostic{Severity::Hint, "more", {}, {}, {}};
        diagnostic.details = {{"code", code}, {"count", std::to_string(count - kMaxOfOneCode)}};
        diagnostic.sentence = filled(wordsOf("more")->sentence, diagnostic);
        m_out.push_back(std::move(diagnostic));
    }
    m_counts.clear();
}

} // namespace tashilgar::forms::check
