#include "app/base/text.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/hub/main/import_programme.h"
#include "sync/hub/main/serving_address.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <csignal>
#include <iostream>

namespace tashilgar::hub {
namespace {

struct Asked {
    std::filesystem::path data;
    std::string listen = "127.0.0.1:0";
    std::filesystem::path programme;
    std::filesystem::path forms;
    std::uint64_t maxBlobMegabytes = 50;
    bool plainHttp = false;
    std::string publicUrl;
};

base::Result<void> readListen(const std::string& text, ServeOptions& options)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return base::fail(base::kMalformed, "an address to listen at is host:port, such as 0.0.0.0:8443", text);
    options.address = text.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']'))
        options.address = options.address.substr(1, options.address.size() - 2);
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, options.port);
    if (error != std::errc() || rest != end)
        return base::fail(base::kMalformed, "an address to listen at is host:port, such as 0.0.0.0:8443", text);
    return {};
}

/// Blocks the signals that end the program, in all threads made after, so that waitForEnd() can take them.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

base::Result<void> rememberUrl(HubData& data, const ServeOptions& options)
{
    if (!options.publicUrl.empty())
        return rememberServingUrl(data, options.publicUrl);
    const auto addresses = readServingAddresses(data);
    if (!addresses)
        return base::fail(addresses.error());
    return rememberServingUrl(data, fmt::format("{}://{}", options.plainHttp ? "http" : "https", addresses->front()));
}

int serve(const Asked& asked)
{
    const sigset_t signals = blockSignals();
    const auto log = spdlog::stderr_logger_mt("hub");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    ServeOptions options;
    if (const auto read = readListen(asked.listen, options); !read) {
        sayWhyNot(read.error());
        return 2;
    }
    options.plainHttp = asked.plainHttp;
    if (!asked.publicUrl.empty()) {
        auto url = checkedUrl(asked.publicUrl);
        if (!url) {
            sayWhyNot(url.error());
            return 2;
        }
        options.publicUrl = std::move(*url);
    }
    options.limits.maxBlob = asked.maxBlobMegabytes * 1024 * 1024;
    // Routes, never paths: a log holds no hash of anybody's record.
    options.server.answered = [log](const http::Access& access) {
        log->info("{} {} {} {} ms", access.method, access.route.empty() ? "-" : access.route, access.status, access.took.count());
    };
    const auto data = asked.programme.empty() ? openHub(asked.data) : HubData::open(asked.data, systemWorld());
    if (!data)
        return sayWhyNot(data.error());
    if (!asked.programme.empty()) {
        const auto report = importFolder(**data, asked.programme, asked.forms);
        if (!report)
            return sayWhyNot(report.error());
        for (const std::string& warning : report->warnings)
            log->warn("{}", warning);
    }
    const auto hub = RunningHub::start(**data, options);
    if (!hub)
        return sayWhyNot(hub.error());
    if (const auto kept = rememberServingAddress(**data, options.address, (*hub)->port()); !kept)
        return sayWhyNot(kept.error());
    if (const auto kept = rememberUrl(**data, options); !kept)
        return sayWhyNot(kept.error());
    const std::string host = options.address.find(':') == std::string::npos ? options.address : "[" + options.address + "]";
    std::cout << fmt::format("listening {}://{}:{} pin={}\n", asked.plainHttp ? "http" : "https", host, (*hub)->port(), (*hub)->pin())
              << std::flush;
    int signal = 0;
    sigwait(&signals, &signal);
    log->info("stopping");
    (*hub)->stop();
    return 0;
}

} // namespace

void addServe(CLI::App& app, int& status)
{
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("serve", "Serve tablets until stopped");
    addDataOption(*command, asked->data);
    command->add_option("--listen", asked->listen, "host:port; port 0 is any free one")->capture_default_str();
    command->add_option("--programme", asked->programme, "First bring this programme in, as import does");
    command->add_option("--forms", asked->forms, "With --programme: the folder of its XForms");
    command->add_option("--max-file", asked->maxBlobMegabytes, "Largest photo, sound or file, in MB")->capture_default_str();
    command->add_option("--public-url", asked->publicUrl, "How ODK clients and browsers reach the hub, where that is a proxy or a name: https://hub.example.org");
    command->add_flag("--plain-http", asked->plainHttp, "Without TLS; for tests on one machine");
    command->callback([asked, &status] { status = serve(*asked); });
}

} // namespace tashilgar::hub
