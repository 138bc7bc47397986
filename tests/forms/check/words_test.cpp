#include "app/forms/check/words.h"
#include "tests/forms/check/checked.h"

#include <algorithm>

using namespace tashilgar::tests;
using tashilgar::forms::Diagnostic;
using tashilgar::forms::inLanguage;
using tashilgar::forms::check::allWords;
using tashilgar::forms::check::filled;

namespace {

std::vector<std::string> placeholders(std::string_view pattern)
{
    std::vector<std::string> names;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
        names.emplace_back(pattern.substr(at, pattern.find('}', at) - at));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace

TEST_CASE("every code has Persian words, in order and without a detail that the English does not have", "[forms][check]")
{
    std::string_view before;
    for (const auto& words : allWords()) {
        INFO(words.code);
        CHECK(before < words.code);
        before = words.code;
        CHECK_FALSE(words.persianSentence.empty());
        if (words.sentence.empty())
            continue;
        const auto english = placeholders(words.sentence);
        for (const std::string& name : placeholders(words.persianSentence))
            CHECK(std::find(english.begin(), english.end(), name) != english.end());
        CHECK(words.remedy.empty() == words.persianRemedy.empty());
    }
}

TEST_CASE("a part in brackets is left out with its detail", "[forms][check]")
{
    Diagnostic diagnostic;
    diagnostic.details = {{"word", "minmal"}};
    CHECK(filled("no '{word}'[, did you mean '{near}'?]", diagnostic) == "no 'minmal'");
    diagnostic.details.emplace_back("near", "minimal");
    CHECK(filled("no '{word}'[, did you mean '{near}'?]", diagnostic) == "no 'minmal', did you mean 'minimal'?");
    CHECK(filled("compare: [column = value]", diagnostic) == "compare: [column = value]");
}

TEST_CASE("findings can be told in Persian, those of the parsers too", "[forms][check]")
{
    const Checked checked(form("Words", bind("/data/a").relevant("/data/b = 'x'").calculate("nonsense("), input("/data/a"), select1("/data/b").item("y", "Y")));
    const Diagnostic choice = inLanguage(checked.only("unknown-choice"), "fa");
    CHECK(choice.sentence == "/data/b هیچ‌گاه «x» نمی‌شود، چون میان گزینه‌هایش نیست");
    CHECK(inLanguage(checked.only("xpath-syntax"), "fa").sentence.starts_with("این عبارت درست نوشته نشده است: "));
    CHECK(inLanguage(checked.only("unknown-choice"), "en").sentence == checked.only("unknown-choice").sentence);
}

TEST_CASE("of one kind only so many are told, then how many there are", "[forms][check]")
{
    const auto all = Part{[](FormParts& parts) {
        for (int i = 0; i < 50; ++i)
            input("/data/q" + std::to_string(i)).with("appearance", "sparkling").addTo(parts);
    }};
    const Checked checked(form("Flood", all));
    CHECK(checked.diagnostics.size() == 21);
    CHECK(checked.only("more").detail("count") == "30");
}
