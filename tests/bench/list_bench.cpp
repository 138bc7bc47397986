#include "app/base/files.h"
#include "app/forms/secondary/list_dom.h"
#include "app/forms/secondary/table.h"
#include "app/forms/xpath/expression.h"
#include "app/lists/table_cache.h"
#include "tests/bench/bench_host.h"
#include "tests/support/temporary_folder.h"

#include <benchmark/benchmark.h>

using namespace tashilgar;
namespace xpath = forms::xpath;

namespace {

constexpr std::int64_t kRows = 100'000;

std::string places(std::int64_t rows)
{
    std::string csv = "name,label,level,parent\n";
    for (std::int64_t i = 0; i < rows; ++i) {
        const std::string number = std::to_string(i);
        csv += "p" + number + ",Place " + number + "," + (i % 10 == 0 ? "town" : "block") + ",t"
            + std::to_string(i / 20) + "\n";
    }
    return csv;
}

void readList(benchmark::State& state)
{
    const std::string csv = places(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(forms::secondary::readCsv(csv));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(csv.size()));
}
BENCHMARK(readList)->Arg(1'000)->Arg(kRows)->Unit(benchmark::kMillisecond);

constexpr std::string_view kQuestions[] = {"count(instance('places')/root/item[parent = 't77'])",
    "count(instance('places')/root/item[level = 'block' and parent = 't77'])",
    "count(instance('places')/root/item[starts-with(label, 'Place 77')])",
    "count(instance('places')/root/item[contains(label, '777')])"};

void ask(benchmark::State& state, const forms::secondary::RowsDom& rows)
{
    bench::BenchHost host;
    host.instances["places"] = rows.rootNode();
    const auto expression = xpath::Expression::compile(kQuestions[state.range(0)], {});
    xpath::EvaluationContext context;
    context.host = &host;
    context.node = context.root = rows.rootNode();
    for (auto _ : state)
        benchmark::DoNotOptimize(xpath::evaluateNumber(*expression, context));
}

void listInMemory(benchmark::State& state)
{
    static const auto table = *forms::secondary::readCsv(places(kRows));
    ask(state, *table);
}
BENCHMARK(listInMemory)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);

void listOnDisk(benchmark::State& state)
{
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    auto cache = lists::TableCache::open(files, folder.path(), std::nullopt);
    auto table = cache->table({"places", "1", [] { return base::Result<std::string>(places(kRows)); }});
    ask(state, forms::secondary::ListDom(*table));
}
BENCHMARK(listOnDisk)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);

} // namespace
