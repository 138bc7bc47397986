#include "app/forms/xlsform/references.h"

namespace tashilgar::forms::xlsform {

namespace {

bool liesInRepeat(const Item& item) { return item.kind == ItemKind::Repeat || item.repeatAround() != nullptr; }

/// The nearest item around both, or null when that is outside every repeat.
const Item* sharedPart(const Item& target, const ExpressionPlace& at)
{
    const Item* shared = at.below > 0 ? at.item : at.item->parent;
    while (shared && !target.isIn(*shared))
        shared = shared->parent;
    return shared && liesInRepeat(*shared) ? shared : nullptr;
}

std::string pathFrom(const Item& ancestor, const Item& item)
{
    return item.parent == &ancestor ? item.name : pathFrom(ancestor, *item.parent) + "/" + item.name;
}

} // namespace

std::string References::path(const Reference& reference, const ExpressionPlace& at) const
{
    const Item* target = m_names.resolve(reference.name, *at.item);
    if (!target)
        return reference.name;
    if (reference.lastSaved)
        return "instance('__last-saved')" + target->path();
    if (at.choicesFrom && target->isIn(*at.choicesFrom))
        return "./" + pathFrom(*at.choicesFrom, *target);
    const Item* shared = reference.wantsWholeSet ? nullptr : sharedPart(*target, at);
    // A repeat named from inside itself means all its instances.
    if (!shared || (target->kind == ItemKind::Repeat && at.item->isIn(*target) && !liesInRepeat(*shared)))
        return target->path();
    std::string path;
    for (std::size_t steps = at.item->depth() + at.below - shared->depth(); steps > 0; --steps)
        path += "../";
    path += pathFrom(*shared, *target);
    const bool elsewhere = reference.inInstanceFilter || at.inFilter;
    return elsewhere ? "current()/" + path : path;
}

std::string References::expand(std::string_view expression, const ExpressionPlace& at) const
{
    return replaceReferences(expression, [&](const Reference& reference) { return " " + path(reference, at) + " "; });
}

} // namespace tashilgar::forms::xlsform
