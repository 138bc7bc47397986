#include "app/fieldwork/field_of.h"
#include "app/fieldwork/filling.h"
#include "app/fieldwork/step_world.h"
#include "app/store/store.h"

namespace tashilgar::fieldwork {
namespace {

/// Whether what was answered at \p ref means the same in both. Choices are the engine's business: it keeps an answer that
/// is not on offer out of the record, and brings it back with its choice.
bool fits(const forms::Form& before, const forms::Form& now, std::string_view ref)
{
    const forms::Field* was = fieldOf(before, ref);
    const forms::Field* is = fieldOf(now, ref);
    return was && is && was->kind == is->kind && was->type == is->type && was->multiple == is->multiple;
}

} // namespace

base::Result<std::vector<store::JournalStep>> Filling::journal() const
{
    std::vector<store::JournalStep> steps;
    if (m_begun) {
        auto draft = m_store->drafts().read(m_draft);
        if (!draft)
            return base::fail(std::move(draft).error());
        steps = std::move(draft->journal);
    }
    steps.insert(steps.end(), m_unsaved.begin(), m_unsaved.end());
    return steps;
}

base::Result<void> Filling::takeOver(const Filling& before)
{
    auto steps = before.journal();
    if (!steps)
        return base::fail(std::move(steps).error());
    for (store::JournalStep& step : *steps) {
        if (!fits(*before.m_form, *m_form, step.ref))
            continue;
        m_world->begin(m_steps + 1);
        const base::Result<void> done = take(*m_entry, step);
        m_world->end();
        if (!done) // its row is not there, or it may only be read now
            continue;
        ++m_steps;
        step.at = m_world->stepTime();
        step.position = m_world->stepPosition();
        m_unsaved.push_back(std::move(step));
    }
    m_files = m_unsavedFiles = before.m_files;
    m_currentRef = before.m_currentRef;
    return save();
}

} // namespace tashilgar::fieldwork
