#include "app/cli/bench_script.h"

#include <array>
#include <optional>

namespace tashilgar::cli {
namespace {

constexpr std::size_t kFields = 5;

std::optional<BenchStep::Kind> kindOf(std::string_view word)
{
    if (word == "answer")
        return BenchStep::Kind::Answer;
    if (word == "repeat")
        return BenchStep::Kind::Repeat;
    if (word == "choices")
        return BenchStep::Kind::Choices;
    if (word == "check")
        return BenchStep::Kind::Check;
    return std::nullopt;
}

} // namespace

base::Result<std::vector<BenchStep>> readBenchScript(std::string_view text)
{
    std::vector<BenchStep> steps;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        std::array<std::string_view, kFields> fields;
        std::size_t count = 0;
        for (; count < kFields; ++count) {
            const std::size_t tab = line.find('\t');
            fields[count] = line.substr(0, tab);
            if (tab == std::string_view::npos)
                break;
            line.remove_prefix(tab + 1);
        }
        const auto kind = kindOf(fields[0]);
        if (!kind || count + 1 != kFields)
            return base::fail(
                base::kMalformed, "this is no step of an answer script", "line " + std::to_string(number));
        // the type (fields[2]) is for engines that want answers as numbers
        steps.push_back({*kind, std::string(fields[1]), std::string(fields[3]), std::string(fields[4])});
    }
    return steps;
}

} // namespace tashilgar::cli
