#include "app/base/zones.h"
#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/fieldwork/filling.h"

#include <boost/json.hpp>

#include <fstream>
#include <iostream>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;
using base::Result;
using fieldwork::Filling;

constexpr base::ErrorCode kBadStep{"cli.bad-step"};

struct Options {
    HeadlessTablet::Place place;
    std::string form;
    std::string answers;
    std::string draft;
};

/// One line of the answers: {"op":"answer","ref":…,"value":…}, "attach" with "file", "addRepeat" and "removeRepeat" with
/// "ref", "finish", "leave".
struct Step {
    std::string op;
    std::string ref;
    std::string value;
    std::string file;
};

Result<Step> parseStep(const std::string& line)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(line, error);
    if (error || !parsed.is_object())
        return base::fail(kBadStep, "a line of the answers is no JSON object");
    const auto text = [&](const char* name) {
        const json::value* value = parsed.get_object().if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    return Step{text("op"), text("ref"), text("value"), text("file")};
}

Result<std::vector<Step>> readSteps(const std::string& file)
{
    std::ifstream opened;
    if (file != "-")
        opened.open(file);
    std::istream& lines = file == "-" ? std::cin : opened;
    if (!lines)
        return base::fail(base::kNotFound, "cannot be read", file);
    std::vector<Step> steps;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty())
            continue;
        auto step = parseStep(line);
        if (!step)
            return base::fail(step.error().code, step.error().sentence, file);
        steps.push_back(std::move(*step));
    }
    return steps;
}

Result<base::FormVersion> newestVersion(fieldwork::FormLibrary& library, const std::string& form)
{
    const auto forms = library.forms();
    if (!forms)
        return base::fail(forms.error());
    for (const fieldwork::FillableForm& fillable : *forms) {
        if (fillable.id.form.value() == form)
            return fillable.id;
    }
    return base::fail(base::kNotFound, "this form is not on the tablet", form);
}

/// The draft that was named, or the oldest of the form; a new entry where there is none.
Result<std::unique_ptr<Filling>> open(HeadlessTablet& tablet, fieldwork::FormLibrary& library, const Options& options)
{
    if (!options.draft.empty())
        return Filling::resume(library, base::DraftId(options.draft));
    const auto drafts = tablet.store->drafts().list();
    if (!drafts)
        return base::fail(drafts.error());
    for (auto draft = drafts->rbegin(); draft != drafts->rend(); ++draft) {
        if (draft->form.form.value() == options.form)
            return Filling::resume(library, draft->id);
    }
    const auto version = newestVersion(library, options.form);
    if (!version)
        return base::fail(version.error());
    return Filling::start(library, *version);
}

Result<std::size_t> stepsDone(HeadlessTablet& tablet, const base::DraftId& draft)
{
    const auto kept = tablet.store->drafts().read(draft);
    if (!kept && kept.error().code == base::kNotFound)
        return 0;
    if (!kept)
        return base::fail(kept.error());
    return kept->journal.size();
}

Result<void> apply(Filling& filling, const Step& step)
{
    if (step.op == "answer")
        return filling.answer(step.ref, step.value);
    if (step.op == "attach") {
        const auto name = filling.attach(step.ref, step.file);
        return name ? Result<void>() : base::fail(name.error());
    }
    if (step.op == "addRepeat") {
        const auto ref = filling.addRepeat(step.ref);
        return ref ? Result<void>() : base::fail(ref.error());
    }
    if (step.op == "removeRepeat")
        return filling.removeRepeat(step.ref);
    return base::fail(kBadStep, "is no step; answer, attach, addRepeat, removeRepeat, finish and leave are", step.op);
}

Result<void> fill(HeadlessTablet& tablet, const Options& options)
{
    const auto steps = readSteps(options.answers);
    if (!steps)
        return base::fail(steps.error());
    fieldwork::Surroundings surroundings{tablet.store.get(), &tablet.files, &tablet.clock, &tablet.random,
        base::Zone::system(), {}, {}, &*tablet.tables};
    if (const auto enrolment = tablet.store->settings().enrolment(); enrolment && *enrolment) {
        surroundings.properties["deviceid"] = (*enrolment)->device.value();
        surroundings.properties["username"] = (*enrolment)->username;
    }
    fieldwork::FormLibrary library(surroundings);
    auto filling = open(tablet, library, options);
    if (!filling)
        return base::fail(std::move(filling).error());

    // Each step is one row of the journal, so a draft says itself how far the answers went.
    const auto done = stepsDone(tablet, (*filling)->draft());
    if (!done)
        return base::fail(done.error());
    printLine({{"draft", (*filling)->draft().value()}, {"steps", *done}});
    for (std::size_t i = *done; i < steps->size(); ++i) {
        const Step& step = (*steps)[i];
        if (step.op == "leave") {
            TASHILGAR_TRY((*filling)->leave());
            printLine({{"left", (*filling)->draft().value()}});
            return {};
        }
        if (step.op == "finish") {
            const auto finished = (*filling)->finish();
            if (!finished) {
                for (const forms::ValidationFinding& finding : (*filling)->entry().validate())
                    std::cerr << "tashil: " << finding.ref << ": " << finding.message << '\n';
                return base::fail(finished.error());
            }
            printLine({{"finished", finished->value()}});
            return {};
        }
        if (auto applied = apply(**filling, step); !applied)
            return base::fail(applied.error().code, applied.error().text(), step.ref);
        printLine({{"done", i + 1}});
    }
    return {};
}

} // namespace

void addFill(CLI::App& app, int& status)
{
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand("fill", "Fill a form that is on the tablet, from lines of JSON");
    addPlace(command, options->place);
    command.add_option("--form", options->form, "Id of the form")->required();
    command.add_option("--answers", options->answers, "Lines of JSON, one step each; - for standard input")->required();
    command.add_option("--draft", options->draft, "Go on with this draft; default: the oldest one of the form");
    command.callback([options, &status] {
        const auto tablet = HeadlessTablet::open(options->place);
        if (!tablet) {
            status = failWith(tablet.error());
            return;
        }
        const auto filled = fill(**tablet, *options);
        status = filled ? 0 : failWith(filled.error());
    });
}

} // namespace tashilgar::cli
