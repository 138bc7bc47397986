#include "app/base/files.h"
#include "app/cli/bench_script.h"
#include "app/cli/commands.h"
#include "app/cli/folder_resources.h"
#include "app/cli/form_source.h"
#include "app/forms/entry.h"
#include "app/lists/table_cache.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <iostream>
#include <map>
#include <sys/resource.h>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;

/// One serialisation is too short to be measured alone.
constexpr int kSerialisations = 5;

struct Options {
    std::string folder, cache;
    int passes = 1;
    bool loadOnly = false;
};

double microseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}
double threadCpu() { return microseconds(CLOCK_THREAD_CPUTIME_ID); }
double processCpu() { return microseconds(CLOCK_PROCESS_CPUTIME_ID); }
double wall() { return microseconds(CLOCK_MONOTONIC); }

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024; // Linux counts kB
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

/// The times of one kind of operation, in microseconds of thread CPU.
json::object summary(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1) + 0.5)];
    };
    double sum = 0;
    for (const double time : times)
        sum += time;
    return {{"n", times.size()}, {"min_us", rounded(times.front())}, {"med_us", rounded(at(0.5))},
        {"p99_us", rounded(at(0.99))}, {"max_us", rounded(times.back())}, {"sum_ms", rounded(sum / 1000)}};
}

/// One reading of the form and one play of the script.
class Pass {
public:
    Pass(const Options& options, lists::TableCache* tables, const std::vector<BenchStep>& script,
        std::map<std::string, std::vector<double>>& times)
        : m_options(options)
        , m_script(script)
        , m_times(times)
        , m_resources(options.folder, tables)
        , m_zone(base::Zone::system())
    {
    }

    base::Result<json::object> run(int number)
    {
        const double beginProcess = processCpu(), beginThread = threadCpu(), begin = wall();
        TASHILGAR_TRY(open());
        const double loadThread = threadCpu() - beginThread, load = wall() - begin, ready = processCpu();

        const double beginScript = threadCpu();
        for (const BenchStep& step : m_script) // empty for a load only
            perform(step);
        const double script = threadCpu() - beginScript;
        std::string xml;
        for (int i = 0; i < kSerialisations && !m_options.loadOnly; ++i)
            timed("serialise", [&] { xml = m_entry->xml(); });

        json::object ops;
        for (auto& [label, times] : m_times)
            ops[label] = summary(std::move(times));
        return json::object{{"engine", "tashilgar"}, {"form", m_form->version().form.value()}, {"pass", number},
            {"load_ms", rounded(load / 1000)}, {"load_cpu_ms", rounded(loadThread / 1000)},
            {"ready_process_cpu_ms", rounded(ready / 1000)}, {"script_cpu_ms", rounded(script / 1000)},
            {"pass_process_cpu_ms", rounded((processCpu() - beginProcess) / 1000)}, {"bytes", xml.size()},
            {"peak_rss_mb", rounded(peakMegabytes())}, {"bad", m_bad}, {"ops", std::move(ops)}};
    }

private:
    base::Result<void> open()
    {
        forms::Diagnostics diagnostics;
        auto form = loadForm(std::filesystem::path(m_options.folder) / "form.xml", diagnostics);
        if (!form)
            return base::fail(std::move(form).error());
        m_form = std::move(*form);
        forms::EntryHost host;
        host.resources = &m_resources;
        host.clock = &m_clock;
        host.random = &m_random;
        host.zone = m_zone;
        auto entry = forms::Entry::open(m_form, std::move(host));
        if (!entry)
            return base::fail(std::move(entry).error());
        m_entry = std::move(*entry);
        return {};
    }

    template <class Work>
    void timed(const std::string& label, Work work)
    {
        const double begin = threadCpu();
        work();
        m_times[label].push_back(threadCpu() - begin);
    }

    void expect(bool met) { m_bad += met ? 0 : 1; }

    void perform(const BenchStep& step)
    {
        switch (step.kind) {
        case BenchStep::Kind::Answer:
            timed(step.label, [&] {
                // what a screen shows at once: whether the answer is accepted
                expect(m_entry->answer(step.ref, step.value) && m_entry->violation(step.ref));
            });
            return;
        case BenchStep::Kind::Repeat: {
            base::Result<std::string> added;
            timed(step.label, [&] { added = m_entry->addRepeat(step.ref); });
            expect(added && *added == step.ref + "[" + step.value + "]");
            return;
        }
        case BenchStep::Kind::Choices: {
            std::size_t offered = 0;
            timed(step.label, [&] {
                if (const auto view = m_entry->view(step.ref))
                    offered = view->choices.size();
            });
            expect(step.value.starts_with('-') || std::to_string(offered) == step.value);
            return;
        }
        case BenchStep::Kind::Check: {
            const auto view = m_entry->view(step.ref);
            expect(view && view->value == step.value);
            return;
        }
        }
    }

    const Options& m_options;
    const std::vector<BenchStep>& m_script;
    std::map<std::string, std::vector<double>>& m_times;
    FolderResources m_resources;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::shared_ptr<const base::Zone> m_zone;
    std::shared_ptr<const forms::Form> m_form;
    std::unique_ptr<forms::Entry> m_entry;
    int m_bad = 0;
};

base::Result<void> run(const Options& options)
{
    base::SystemFiles files;
    std::optional<lists::TableCache> tables;
    if (!options.cache.empty()) {
        // without a key: what is measured here is lists that anybody may generate
        auto opened = lists::TableCache::open(files, options.cache, std::nullopt);
        if (!opened)
            return base::fail(std::move(opened).error());
        tables.emplace(std::move(*opened));
    }
    std::vector<BenchStep> script;
    if (!options.loadOnly) {
        const auto text = readText(std::filesystem::path(options.folder) / "script.tsv");
        if (!text)
            return base::fail(text.error());
        auto steps = readBenchScript(*text);
        if (!steps)
            return base::fail(std::move(steps).error());
        script = std::move(*steps);
    }
    for (int pass = 1; pass <= options.passes; ++pass) {
        std::map<std::string, std::vector<double>> times;
        const auto line = Pass(options, tables ? &*tables : nullptr, script, times).run(pass);
        if (!line)
            return base::fail(line.error());
        std::cout << json::serialize(*line) << '\n' << std::flush;
    }
    return {};
}

} // namespace

/// DESIGN.md, 7.
void addFormBench(CLI::App& form, int& status)
{
    CLI::App& command
        = *form.add_subcommand("bench", "Plays a script of answers on a form and tells the time each kind takes");
    const auto options = std::make_shared<Options>();
    command.add_option("DIR", options->folder, "Folder with form.xml, script.tsv and the files of the form")
        ->required();
    command.add_option("--passes", options->passes, "How often the form is read and the script played")
        ->check(CLI::PositiveNumber);
    command.add_flag("--load-only", options->loadOnly, "Read the form, open an entry, and no more");
    command.add_option("--cache", options->cache, "Folder for large lists as tables; made private to its owner");
    command.callback([options, &status] {
        const auto done = run(*options);
        if (!done)
            std::cerr << done.error().text() << '\n';
        status = done ? 0 : 1;
    });
}

} // namespace tashilgar::cli
