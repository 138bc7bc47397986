#include "app/viewmodels/fill_steps.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"
#include "app/viewmodels/roster_shape.h"

namespace tashilgar::viewmodels {

using forms::Event;
using forms::NodeKind;
using forms::NodeView;

namespace {

/// More questions than this are no page that a person oversees.
constexpr std::size_t kLongestPage = 12;

bool isFieldList(const forms::Entry& entry, const NodeView& view, Paging paging)
{
    if (paging == Paging::Groups && forms::isShortGroup(entry.form(), withoutPositions(view.ref), kLongestPage))
        return true;
    const auto words = [](const NodeView& of) { return hasAppearance(of, "field-list") || hasAppearance(of, "table-list"); };
    if (words(view) || view.kind != NodeKind::Repeat)
        return words(view);
    const auto range = forms::glance(entry, rangeOf(view.ref));
    return range && words(*range);
}

/// The page that an event stands on: the outermost field-list or roster around it, or its own. None for a group or an
/// instance that only leads to its questions.
std::optional<FillStep> stepOf(const forms::Entry& entry, const Event& event, Paging paging)
{
    std::vector<std::string> around = ancestorsOf(event.ref);
    around.push_back(event.ref);
    for (const std::string& ref : around) {
        const auto view = forms::glance(entry, ref);
        if (!view || !view->relevant)
            return {};
        const bool own = ref == event.ref;
        const bool question = own && event.kind == Event::Kind::Question;
        if (!question && (view->kind == NodeKind::Group || view->kind == NodeKind::Repeat) && isFieldList(entry, *view, paging)
            && !isRoster(entry.form(), rangeOf(ref)))
            return FillStep{FillStep::Kind::List, ref};
        if (view->kind == NodeKind::Repeat || (own && event.kind == Event::Kind::PromptRepeat)) {
            if (isRoster(entry.form(), rangeOf(ref)))
                return FillStep{FillStep::Kind::Roster, rangeOf(ref)};
        }
        if (own && event.kind == Event::Kind::PromptRepeat)
            return FillStep{FillStep::Kind::Repeat, ref};
        if (question)
            return FillStep{FillStep::Kind::Question, ref};
    }
    return {};
}

using Move = std::optional<Event> (*)(const forms::Entry&, const Event&);

std::optional<FillStep> nearest(const forms::Entry& entry, std::optional<Event> event, Move move, Paging paging)
{
    while (event) {
        if (auto step = stepOf(entry, *event, paging))
            return step;
        event = move(entry, *event);
    }
    return {};
}

} // namespace

std::string rangeOf(std::string_view instance)
{
    const std::size_t bracket = instance.ends_with(']') ? instance.rfind('[') : std::string_view::npos;
    return std::string(instance.substr(0, bracket));
}

std::string labelledAncestor(const forms::Entry& entry, const std::string& ref)
{
    std::vector<std::string> above = ancestorsOf(ref);
    for (auto it = above.rbegin(); it != above.rend(); ++it) {
        if (!placeName(entry, *it).isEmpty())
            return *it;
    }
    return {};
}

std::vector<std::string> ancestorsOf(std::string_view ref)
{
    std::vector<std::string> above;
    for (std::size_t slash = ref.find('/', 1); slash != std::string_view::npos; slash = ref.find('/', slash + 1)) {
        if (slash > 0 && ref.substr(0, slash).find('/', 1) != std::string_view::npos)
            above.emplace_back(ref.substr(0, slash));
    }
    return above;
}

QString placeName(const forms::Entry& entry, const std::string& ref)
{
    const auto view = forms::glance(entry, ref);
    if (!view)
        return {};
    QString label = formWords(entry, view->label);
    if (view->kind != NodeKind::Repeat)
        return label;
    const std::size_t bracket = ref.rfind('[');
    const QString number = QString::fromStdString(ref.substr(bracket + 1, ref.size() - bracket - 2));
    if (label.isEmpty()) {
        if (const auto range = forms::glance(entry, rangeOf(ref)))
            label = formWords(entry, range->label);
    }
    return QuestionModel::tr("%1, %2").arg(label, DisplayText::instance().digits(number));
}

QVariantList instancesOf(const forms::Entry& entry, const std::string& range)
{
    QVariantList list;
    const auto instances = entry.bodyChildren(range);
    if (!instances)
        return list;
    for (const std::string& instance : *instances) {
        QStringList answers;
        const auto children = entry.bodyChildren(instance);
        for (const std::string& child : children ? *children : std::vector<std::string>()) {
            const auto view = entry.view(child);
            if (!view || !view->relevant || !takesAnswer(*view) || view->kind == NodeKind::Upload || answers.size() == 3)
                continue;
            const QString answer = shownAnswer(*view, readsRightToLeft(entry));
            if (!answer.isEmpty())
                answers << DisplayText::instance().quoted(answer);
        }
        QVariantMap row;
        row.insert(QStringLiteral("ref"), QString::fromStdString(instance));
        row.insert(QStringLiteral("title"), placeName(entry, instance));
        row.insert(QStringLiteral("second"), answers.join(QuestionModel::tr(", ", "between answers")));
        list.append(row);
    }
    return list;
}

std::optional<FillStep> firstStep(const forms::Entry& entry, Paging paging)
{
    return nearest(entry, forms::firstEvent(entry), forms::eventAfter, paging);
}

std::optional<FillStep> lastStep(const forms::Entry& entry, Paging paging)
{
    return nearest(entry, forms::lastEvent(entry), forms::eventBefore, paging);
}

std::optional<FillStep> stepAfter(const forms::Entry& entry, const FillStep& step, Paging paging)
{
    const bool range = step.kind == FillStep::Kind::Roster || step.kind == FillStep::Kind::Repeat;
    const Event here{range ? Event::Kind::PromptRepeat : Event::Kind::Question, step.ref};
    return nearest(entry, forms::eventAfter(entry, here), forms::eventAfter, paging);
}

std::optional<FillStep> stepBefore(const forms::Entry& entry, const FillStep& step, Paging paging)
{
    const Event here{step.kind == FillStep::Kind::Repeat ? Event::Kind::PromptRepeat
            : step.kind == FillStep::Kind::Roster        ? Event::Kind::Repeat
                                                         : Event::Kind::Question,
        step.ref};
    return nearest(entry, forms::eventBefore(entry, here), forms::eventBefore, paging);
}

std::optional<FillStep> stepWith(const forms::Entry& entry, std::string_view ref, Paging paging)
{
    std::string at(ref);
    auto view = forms::glance(entry, at);
    while (!view && at.rfind('/') > 0 && at.rfind('/') != std::string::npos) { // an instance that is gone
        at = at.ends_with(']') ? rangeOf(at) : at.substr(0, at.rfind('/'));
        view = forms::glance(entry, at);
    }
    if (!view)
        return firstStep(entry, paging);
    if (view->kind == NodeKind::RepeatRange && view->count > 0 && !view->canAdd && !isRoster(entry.form(), at))
        return stepWith(entry, at + "[1]", paging); // it has no page of its own
    const Event::Kind kind = view->kind == NodeKind::RepeatRange ? Event::Kind::PromptRepeat
        : view->kind == NodeKind::Repeat                         ? Event::Kind::Repeat
        : view->kind == NodeKind::Group                          ? Event::Kind::Group
                                                                 : Event::Kind::Question;
    const Event event{kind, at};
    if (auto step = stepOf(entry, event, paging))
        return step;
    if (view->relevant && kind != Event::Kind::Question) {
        const auto inside = nearest(entry, forms::eventAfter(entry, event), forms::eventAfter, paging);
        if (inside && inside->ref.starts_with(at))
            return inside;
    }
    const auto before = nearest(entry, forms::eventBefore(entry, event), forms::eventBefore, paging);
    return before ? before : firstStep(entry, paging);
}

namespace {

void appendChildren(const forms::Entry& entry, const std::string& ref, int depth, bool insistent,
    std::vector<QuestionModel::Item>& items)
{
    const auto children = entry.bodyChildren(ref);
    if (!children)
        return;
    for (const std::string& child : *children) {
        auto view = entry.view(child);
        if (!view || !view->relevant)
            continue;
        const NodeKind kind = view->kind;
        const bool heading = kind == NodeKind::Group || kind == NodeKind::Repeat || kind == NodeKind::RepeatRange;
        if (!heading) {
            items.push_back({std::move(*view), depth, insistent, {}});
            continue;
        }
        if (kind == NodeKind::RepeatRange) {
            appendChildren(entry, child, depth + 1, insistent, items);
            if (view->canAdd)
                items.push_back({std::move(*view), depth, insistent, {}}); // its "add" button, no list of instances
            continue;
        }
        if (!view->label.empty() || kind == NodeKind::Repeat) {
            if (kind == NodeKind::Repeat)
                view->label = placeName(entry, child).toStdString();
            items.push_back({std::move(*view), depth, insistent, {}});
        }
        appendChildren(entry, child, depth + 1, insistent, items);
    }
}

} // namespace

std::vector<QuestionModel::Item> itemsOf(const forms::Entry& entry, const FillStep& step, bool insistent)
{
    std::vector<QuestionModel::Item> items;
    if (step.kind == FillStep::Kind::List) {
        appendChildren(entry, step.ref, 0, insistent, items);
        return items;
    }
    if (step.kind == FillStep::Kind::Roster)
        return items; // RosterModel shows it
    auto view = entry.view(step.ref);
    if (!view)
        return items;
    QuestionModel::Item item{std::move(*view), 0, insistent, {}};
    if (step.kind == FillStep::Kind::Repeat)
        item.instances = instancesOf(entry, step.ref);
    items.push_back(std::move(item));
    return items;
}

namespace {

void gatherQuestions(const forms::Entry& entry, const std::string& ref, std::vector<NodeView>& found)
{
    const auto children = entry.bodyChildren(ref);
    for (const std::string& child : children ? *children : std::vector<std::string>()) {
        auto view = forms::glance(entry, child);
        if (!view || !view->relevant)
            continue;
        const NodeKind kind = view->kind;
        if (kind == NodeKind::Group || kind == NodeKind::Repeat || kind == NodeKind::RepeatRange)
            gatherQuestions(entry, child, found);
        else
            found.push_back(std::move(*view));
    }
}

} // namespace

std::vector<NodeView> questionsOf(const forms::Entry& entry, const FillStep& step)
{
    std::vector<NodeView> found;
    if (step.kind == FillStep::Kind::List)
        gatherQuestions(entry, step.ref, found);
    else if (step.kind == FillStep::Kind::Question) {
        if (auto view = forms::glance(entry, step.ref))
            found.push_back(std::move(*view));
    }
    return found;
}

} // namespace tashilgar::viewmodels
