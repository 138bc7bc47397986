#include "app/viewmodels/fill_search.h"

#include "app/base/text.h"
#include "app/forms/glance.h"
#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <algorithm>

namespace tashilgar::viewmodels {

using forms::NodeKind;

namespace {

bool isPlace(NodeKind kind)
{
    return kind == NodeKind::Group || kind == NodeKind::Repeat || kind == NodeKind::RepeatRange;
}

class Search {
public:
    Search(const forms::Entry& entry, const QString& words, std::size_t most) : m_entry(entry), m_most(most)
    {
        const std::string folded = base::foldForSearch(words.toStdString());
        for (const std::string_view word : base::splitWords(folded))
            m_words.emplace_back(word);
    }

    std::vector<FoundQuestion> run()
    {
        const auto first = forms::firstEvent(m_entry);
        if (!m_words.empty() && first)
            within(first->ref.substr(0, first->ref.find('/', 1)), {});
        return std::move(m_found);
    }

private:
    void within(const std::string& ref, const QString& place)
    {
        const auto children = m_entry.bodyChildren(ref);
        for (const std::string& child : children ? *children : std::vector<std::string>()) {
            if (m_found.size() >= m_most)
                return;
            const auto view = forms::glance(m_entry, child);
            if (!view)
                continue;
            if (!isPlace(view->kind)) {
                look(*view, place);
                continue;
            }
            const QString name = placeName(m_entry, child);
            within(child, name.isEmpty() ? place : name);
        }
    }

    void look(const forms::NodeView& view, const QString& place)
    {
        const std::string answer = answerOf(view);
        std::string text = view.label + '\n' + view.hint + '\n' + view.ref.substr(view.ref.rfind('/') + 1) + '\n' + answer;
        text = base::foldForSearch(text);
        const bool all = std::all_of(
            m_words.begin(), m_words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
        if (!all)
            return;
        FoundQuestion found;
        found.ref = QString::fromStdString(view.ref);
        found.label = formWords(m_entry, view.label.empty() ? view.ref.substr(view.ref.rfind('/') + 1) : view.label);
        found.answer = formWords(m_entry, answer);
        found.place = place;
        found.asked = view.relevant;
        m_found.push_back(std::move(found));
    }

    std::string answerOf(const forms::NodeView& view) const
    {
        if (view.value.empty())
            return {};
        if (view.kind != NodeKind::Select && view.kind != NodeKind::Rank)
            return shownAnswer(view, readsRightToLeft(m_entry)).toStdString();
        std::string joined;
        for (const std::string& label : forms::chosenLabels(m_entry, view.ref))
            joined += (joined.empty() ? "" : ", ") + label;
        return joined;
    }

    const forms::Entry& m_entry;
    std::size_t m_most;
    std::vector<std::string> m_words;
    std::vector<FoundQuestion> m_found;
};

} // namespace

std::vector<FoundQuestion> findQuestions(const forms::Entry& entry, const QString& words, std::size_t most)
{
    return Search(entry, words, most).run();
}

} // namespace tashilgar::viewmodels
