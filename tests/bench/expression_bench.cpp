#include "app/base/xml/reader.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/lexer.h"
#include "tests/bench/bench_host.h"

#include <benchmark/benchmark.h>

using namespace tashilgar;
namespace xpath = forms::xpath;

namespace {

// What forms are made of: a condition, a calculation, a text.
constexpr std::string_view kTexts[]
    = {"/data/a/q1 = 'yes' and /data/a/q2 >= 18", "round(coalesce(/data/a/q2, 0) div 7, 2) + string-length(/data/a/q3)",
        "concat(/data/a/q3, ' (', format-date(today(), '%Y-%m-%d'), ')')"};

void lexer(benchmark::State& state)
{
    const std::string_view text = kTexts[state.range(0)];
    for (auto _ : state)
        benchmark::DoNotOptimize(xpath::tokenise(text));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(lexer)->DenseRange(0, 2);

void compile(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(xpath::Expression::compile(kTexts[state.range(0)], {}));
}
BENCHMARK(compile)->DenseRange(0, 2);

void evaluate(benchmark::State& state)
{
    const forms::secondary::DocumentDom dom(std::make_shared<base::xml::Document>(
        *base::xml::read("<data><a><q1>yes</q1><q2>42</q2><q3>some text</q3></a></data>")));
    const bench::BenchHost host;
    const auto expression = xpath::Expression::compile(kTexts[state.range(0)], {});
    xpath::EvaluationContext context;
    context.host = &host;
    context.node = context.root = dom.rootNode();
    for (auto _ : state)
        benchmark::DoNotOptimize(xpath::evaluate(*expression, context));
}
BENCHMARK(evaluate)->DenseRange(0, 2);

} // namespace
