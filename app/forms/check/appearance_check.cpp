#include "app/base/text.h"
#include "app/forms/check/job.h"
#include "app/forms/engine/suggestions.h"

#include <algorithm>
#include <cctype>

namespace tashilgar::forms::check {

namespace {

enum On : std::uint8_t { kText = 1, kSelect = 2, kRange = 4, kUpload = 8, kGroup = 16, kOther = 32, kAll = 63 };

/// A word that a client we know of honours, and on which kind of control.
struct Word {
    std::string_view word;
    std::uint8_t on;
    std::string_view now = {}; ///< what has taken the place of a deprecated word
};

// ODK Collect and the ODK documentation, then Enketo. Whole words only.
constexpr Word kWords[] = {{"multiline", kText}, {"numbers", kText}, {"masked", kText}, {"url", kText}, {"printer", kText},
    {"thousands-sep", kText}, {"hidden-answer", kText}, {"counter", kText}, {"bearing", kText}, {"no-calendar", kText},
    {"month-year", kText}, {"year", kText}, {"ethiopian", kText}, {"coptic", kText}, {"islamic", kText},
    {"bikram-sambat", kText}, {"myanmar", kText}, {"persian", kText}, {"buddhist", kText}, {"maps", kText},
    {"placement-map", kText}, {"front", kText}, {"minimal", kSelect | kGroup}, {"search", kSelect, "autocomplete"},
    {"autocomplete", kSelect}, {"quick", kSelect}, {"columns", kSelect}, {"columns-pack", kSelect}, {"no-buttons", kSelect},
    {"likert", kSelect}, {"image-map", kSelect}, {"map", kSelect}, {"label", kSelect}, {"list", kSelect},
    {"list-nolabel", kSelect}, {"table-list", kSelect | kGroup}, {"compact", kSelect | kGroup, "columns-pack"},
    {"quickcompact", kSelect, "quick columns-pack"}, {"horizontal", kSelect | kRange | kText, "columns"},
    {"horizontal-compact", kSelect, "columns-pack"}, {"vertical", kRange | kText}, {"no-ticks", kRange | kText}, {"picker", kRange},
    {"rating", kRange}, {"new", kUpload}, {"new-front", kUpload}, {"selfie", kUpload, "new-front"}, {"annotate", kUpload},
    {"draw", kUpload}, {"signature", kUpload}, {"field-list", kGroup}, {"x-timed-grid", kSelect}, {"distress", kRange | kText},
    {"analog-scale", kText}, {"hide-input", kText}, {"streets", kText}, {"satellite", kText}, {"terrain", kText},
    {"new-rear", kUpload}, {"no-collapse", kGroup}, {"comment", kText}};

std::uint8_t kindOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Input:
    case NodeKind::Note: return kText;
    case NodeKind::Select:
    case NodeKind::Rank: return kSelect;
    case NodeKind::Range: return kRange;
    case NodeKind::Upload: return kUpload;
    case NodeKind::Group:
    case NodeKind::RepeatRange: return kGroup;
    default: return kOther;
    }
}

/// "columns-3", "w4": a word and a number.
bool isNumberedAs(std::string_view word, std::string_view stem)
{
    if (!word.starts_with(stem) || word.size() == stem.size() || word.size() > stem.size() + 2)
        return false;
    word.remove_prefix(stem.size());
    return std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c); });
}

const Word* find(std::string_view word)
{
    static constexpr Word kColumns{"columns-", kSelect}, kCompact{"compact-", kSelect, "columns-n"}, kWidth{"w", kAll};
    if (isNumberedAs(word, "columns-"))
        return &kColumns;
    if (isNumberedAs(word, "compact-"))
        return &kCompact;
    if (isNumberedAs(word, "w"))
        return &kWidth;
    const auto found = std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& known) { return known.word == word; });
    return found == std::end(kWords) ? nullptr : found;
}

/// The appearance without what stands in brackets: ex:package(a, b), search('list', 'a b').
std::string withoutCalls(std::string_view appearance)
{
    std::string plain;
    int depth = 0;
    for (const char c : appearance) {
        depth += c == '(';
        if (depth == 0)
            plain += c;
        if (c == ')' && depth > 0)
            --depth, plain += "()"; // marks the word as a call
    }
    return plain;
}

/// Collect looks for words anywhere in the text, so an unknown one may switch something on. The longest it finds.
std::string hiddenWord(std::string_view word)
{
    std::string_view longest;
    for (const Word& known : kWords) {
        if (known.word.size() > longest.size() && word.find(known.word) != std::string_view::npos)
            longest = known.word;
    }
    return std::string(longest);
}

void checkWord(CheckJob& job, std::uint32_t index, std::string_view word)
{
    if (word.ends_with("()") || word.starts_with("ex:") || word.starts_with("printer:"))
        return;
    const model::Control& control = job.definition.controls[index];
    const Word* known = find(word);
    if (!known) {
        std::vector<std::string_view> words;
        for (const Word& one : kWords)
            words.push_back(one.word);
        job.report.add(Severity::Warning, "unknown-appearance", job.whereControl(index, {}),
            {{"word", std::string(word)}, {"near", engine::nearestName(word, words)}, {"hidden", hiddenWord(word)}});
        return;
    }
    if (!(known->on & kindOf(control.kind)))
        job.report.add(Severity::Hint, "appearance-elsewhere", job.whereControl(index, {}), {{"word", std::string(word)}});
    else if (!known->now.empty() && !(word == "search" && control.appearance.find("autocomplete") != std::string::npos))
        job.report.add(Severity::Hint, "old-appearance", job.whereControl(index, {}),
            {{"word", std::string(word)}, {"now", std::string(known->now)}});
}

} // namespace

/// Spec: https://docs.getodk.org/form-question-types/; words are matched whole, for Collect's looking inside words is a trap.
void checkAppearances(CheckJob& job)
{
    for (std::uint32_t index = 0; index < job.definition.controls.size(); ++index) {
        const model::Control& control = job.definition.controls[index];
        const std::string text = base::toLowerAscii(withoutCalls(control.appearance));
        const auto words = base::splitWords(text);
        for (const std::string_view word : words)
            checkWord(job, index, word);
        // Spec: https://docs.getodk.org/form-question-types/#select-one-from-map-widget: only quick may join map
        const bool map = std::find(words.begin(), words.end(), "map") != words.end();
        for (const std::string_view word : words) {
            if (map && control.kind == NodeKind::Select && word != "map" && word != "quick")
                job.report.add(Severity::Hint, "appearances-exclude", job.whereControl(index, {}), {{"word", "map"}, {"other", std::string(word)}});
        }
        const bool fieldList = std::find(words.begin(), words.end(), "field-list") != words.end();
        if (!fieldList || control.kind != NodeKind::Group)
            continue;
        // a repeat right inside a group that only wraps it lends the words to the repeat itself
        for (const std::uint32_t child : control.children) {
            const bool wraps = control.node == model::kNoDef && control.children.size() == 1;
            if (job.definition.controls[child].kind == NodeKind::RepeatRange && !wraps)
                job.report.add(Severity::Warning, "repeat-on-one-page", job.whereControl(child, {}), {});
        }
    }
}

} // namespace tashilgar::forms::check
