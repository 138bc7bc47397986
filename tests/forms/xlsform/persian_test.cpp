#include "app/base/files.h"
#include "app/base/text.h"
#include "app/forms/xlsform/persian.h"
#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <set>

using namespace tashilgar;
using namespace tashilgar::forms::xlsform;
using namespace tashilgar::tests;

namespace {

/// The string literal at \p at of a source, pieces side by side joined; empty when there is none.
std::string literalAt(std::string_view source, std::size_t at)
{
    std::string out;
    while (true) {
        at = source.find_first_not_of(" \n", at);
        if (at == std::string_view::npos || source[at] != '"')
            return out;
        for (++at; at < source.size() && source[at] != '"'; ++at) {
            if (source[at] == '\\')
                ++at;
            out += source[at];
        }
        ++at;
    }
}

/// Every sentence for authors that stands in the sources of the converter.
std::set<std::string> sentencesInTheSources()
{
    std::set<std::string> sentences;
    base::SystemFiles files;
    const std::filesystem::path folder = std::filesystem::path(TASHILGAR_SOURCE_DIR) / "app/forms/xlsform";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp" || entry.path().filename().string().starts_with("persian"))
            continue;
        const auto bytes = files.readAll(entry.path(), 1 << 20);
        REQUIRE(bytes);
        const std::string_view source = base::textOf(*bytes);
        for (const std::string_view call : {"say(", "base::fail(k", "base::fail(base::k", "stop({k", "stop({base::k"}) {
            for (std::size_t at = source.find(call); at != std::string_view::npos; at = source.find(call, at + 1)) {
                std::size_t begin = at + call.size();
                if (call != "say(")
                    begin = std::min(source.find(',', begin), source.size() - 1) + 1;
                if (const std::string sentence = literalAt(source, begin); !sentence.empty())
                    sentences.insert(sentence);
            }
        }
    }
    return sentences;
}

std::size_t count(std::string_view text, std::string_view what)
{
    std::size_t times = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
        ++times;
    return times;
}

} // namespace

TEST_CASE("every sentence for authors is there in Persian, with the same blanks to fill", "[forms][xlsform][messages]")
{
    const auto sentences = sentencesInTheSources();
    CHECK(sentences.size() > 200);
    for (const std::string& english : sentences) {
        INFO(english);
        const std::string_view persian = persianFor(english);
        CHECK_FALSE(persian.empty());
        CHECK(count(english, "{}") == count(persian, "{}"));
    }
}

TEST_CASE("the catalogue holds no sentence that nobody says", "[forms][xlsform][messages]")
{
    const auto sentences = sentencesInTheSources();
    for (const auto catalogue : {persianProblems(), persianRemedies()}) {
        for (const PersianSentence& sentence : catalogue) {
            INFO(sentence.english);
            CHECK(sentences.contains(std::string(sentence.english)));
        }
    }
}

TEST_CASE("problems are told in Persian where that is asked for", "[forms][xlsform][messages]")
{
    forms::ConvertOptions options;
    options.messages = forms::MessageLanguage::Persian;
    const ConvertedForm form(
        sheets({{"survey", "type | name | label | relevant\n integr | a | A |\n text | b | B | ${aa} = 1"}}), options);
    REQUIRE(form.diagnostics().size() == 2);
    CHECK(form.diagnostics()[0].place == "survey، ردیف 2، ستون type");
    CHECK(form.diagnostics()[0].sentence == "«integr» نوع پرسش نیست");
    CHECK(form.diagnostics()[0].remedy == "منظورتان «integer» است؟");
    CHECK(form.diagnostics()[1].sentence == "${aa} به هیچ پرسشی نمی‌رسد");

    forms::Diagnostics none;
    const auto old = forms::convertXlsForm(base::bytesOf("\xD0\xCF\x11\xE0"), options, none);
    REQUIRE_FALSE(old);
    CHECK(forms::sentenceOf(old.error(), forms::MessageLanguage::Persian).find("آن را به قالب .xlsx")
        != std::string::npos);
}
