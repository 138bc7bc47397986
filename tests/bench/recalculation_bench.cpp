#include "tests/bench/bench_host.h"
#include "tests/support/form_builder.h"

#include <benchmark/benchmark.h>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// Each calculation reads the one before it: time per link should not depend on the length.
void chainOfCalculations(benchmark::State& state)
{
    const auto links = state.range(0);
    const auto links_ = Part{[&](FormParts& parts) {
        for (std::int64_t i = 1; i <= links; ++i)
            bind("/data/c" + std::to_string(i)).calculate("/data/c" + std::to_string(i - 1) + " + 1").addTo(parts);
    }};
    bench::Filled filled(form("Chain", bind("/data/c0").type("int"), links_, input("/data/c0")));
    int answer = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(filled.entry->answer("/data/c0", std::to_string(++answer)));
    state.SetItemsProcessed(state.iterations() * links);
}
BENCHMARK(chainOfCalculations)->Arg(20)->Arg(2'000);

/// A sum over all rows after one of them has changed: time per row.
void sumOverRows(benchmark::State& state)
{
    bench::Filled filled(form("Rows", bind("/data/row/n").type("int"),
        bind("/data/total").calculate("sum(/data/row/n)"), repeat("/data/row").holding(input("/data/row/n"))));
    for (std::int64_t i = 1; i <= state.range(0); ++i) {
        if (i > 1 && !filled.entry->addRepeat("/data/row"))
            std::abort();
        if (!filled.entry->answer("/data/row[" + std::to_string(i) + "]/n", std::to_string(i)))
            std::abort();
    }
    int answer = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(filled.entry->answer("/data/row[1]/n", std::to_string(++answer)));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sumOverRows)->Arg(10)->Arg(1'000);

/// Rows that read the one before them: one changes, one follows, however many there are.
void rowBefore(benchmark::State& state)
{
    bench::Filled filled(form("Rows", bind("/data/row/n").type("int"),
        bind("/data/row/before")
            .calculate("if(position(..) > 1, indexed-repeat(/data/row/n, /data/row, position(..) - 1), 0)"),
        repeat("/data/row").holding(input("/data/row/n"))));
    for (std::int64_t i = 1; i < state.range(0); ++i) {
        if (!filled.entry->addRepeat("/data/row"))
            std::abort();
    }
    int answer = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(filled.entry->answer("/data/row[1]/n", std::to_string(++answer)));
}
BENCHMARK(rowBefore)->Arg(10)->Arg(1'000);

} // namespace
