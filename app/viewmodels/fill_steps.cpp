#include "app/viewmodels/fill_steps.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <algorithm>

namespace tashilgar::viewmodels {

using forms::Event;
using forms::NodeKind;
using forms::NodeView;

namespace {

bool isInside(std::string_view ref, std::string_view group)
{
    return ref.size() > group.size() && ref.starts_with(group) && ref[group.size()] == '/';
}

/// Instances of a repeat stand below their range: "/data/rep[2]" belongs to "/data/rep".
std::string rangeOf(std::string_view instance)
{
    const std::size_t bracket = instance.rfind('[');
    return std::string(bracket == std::string_view::npos ? instance : instance.substr(0, bracket));
}

bool isFieldList(const forms::Entry& entry, const std::string& ref, NodeKind kind)
{
    const auto view = entry.view(kind == NodeKind::Repeat ? rangeOf(ref) : ref);
    if (view && (hasAppearance(*view, "field-list") || hasAppearance(*view, "table-list")))
        return true;
    if (kind != NodeKind::Repeat)
        return false;
    const auto own = entry.view(ref);
    return own && hasAppearance(*own, "field-list");
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

} // namespace

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
    const auto view = entry.view(ref);
    if (!view)
        return {};
    QString label = formWords(entry, view->label);
    if (view->kind != NodeKind::Repeat)
        return label;
    const std::size_t bracket = ref.rfind('[');
    const QString number = QString::fromStdString(ref.substr(bracket + 1, ref.size() - bracket - 2));
    if (label.isEmpty()) {
        if (const auto range = entry.view(rangeOf(ref)))
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

std::vector<FillStep> stepsOf(const forms::Entry& entry)
{
    std::vector<FillStep> steps;
    std::string list; // the field-list being passed over
    for (const Event& event : entry.events()) {
        if (!list.empty() && isInside(event.ref, list)) {
            if (event.kind == Event::Kind::Question)
                ++steps.back().questions;
            continue;
        }
        if (!list.empty() && event.kind == Event::Kind::PromptRepeat && event.ref == list)
            continue;
        list.clear();
        FillStep step;
        step.ref = event.ref;
        step.group = labelledAncestor(entry, event.ref);
        switch (event.kind) {
        case Event::Kind::Question:
            break;
        case Event::Kind::Group:
        case Event::Kind::Repeat: {
            const NodeKind kind = event.kind == Event::Kind::Group ? NodeKind::Group : NodeKind::Repeat;
            if (!isFieldList(entry, event.ref, kind))
                continue;
            step.kind = FillStep::Kind::List;
            step.questions = 0;
            list = event.ref;
            break;
        }
        case Event::Kind::PromptRepeat:
            step.kind = FillStep::Kind::Repeat;
            step.questions = 0;
            break;
        }
        steps.push_back(std::move(step));
    }
    return steps;
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
    auto view = entry.view(step.ref);
    if (!view)
        return items;
    QuestionModel::Item item{std::move(*view), 0, insistent, {}};
    if (step.kind == FillStep::Kind::Repeat)
        item.instances = instancesOf(entry, step.ref);
    items.push_back(std::move(item));
    return items;
}

int stepWith(const std::vector<FillStep>& steps, std::string_view ref)
{
    int inside = -1;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].ref == ref)
            return static_cast<int>(i);
        if (inside < 0 && (isInside(ref, steps[i].ref) || isInside(steps[i].ref, ref)))
            inside = static_cast<int>(i);
    }
    return inside;
}

} // namespace tashilgar::viewmodels
