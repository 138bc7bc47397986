#include "app/forms/submission.h"
#include "tests/bench/bench_host.h"
#include "tests/support/form_builder.h"

#include <benchmark/benchmark.h>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

std::string wide(std::int64_t questions)
{
    return form("Wide", Part{[=](FormParts& parts) {
        for (std::int64_t i = 0; i < questions; ++i)
            value("/data/q" + std::to_string(i), "an answer of some length").addTo(parts);
    }});
}

/// Bytes a second: the limit is the speed of memory.
void serialise(benchmark::State& state)
{
    const bench::Filled filled(wide(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes += filled.entry->xml().size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(serialise)->Arg(100)->Arg(10'000);

void readBack(benchmark::State& state)
{
    const bench::Filled filled(wide(state.range(0)));
    const std::string xml = filled.entry->xml();
    for (auto _ : state)
        benchmark::DoNotOptimize(forms::readSubmission(filled.entry->form(), xml));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(xml.size()));
}
BENCHMARK(readBack)->Arg(100)->Arg(10'000);

} // namespace
