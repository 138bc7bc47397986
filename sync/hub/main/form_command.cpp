#include "sync/hub/domain/form_files.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace tashilgar::hub {
namespace {

std::string_view nameOf(storage::FormState state)
{
    return state == storage::FormState::Open ? "open" : state == storage::FormState::Closing ? "closing" : "closed";
}

base::Result<void> list(HubData& data)
{
    return data.storage->read([](storage::Reader& reader) -> base::Result<void> {
        const auto forms = reader.forms();
        if (!forms)
            return base::fail(forms.error());
        for (const storage::PublishedForm& form : *forms) {
            const auto state = reader.formState(form.form.form);
            if (!state)
                return base::fail(state.error());
            std::cout << fmt::format("{} {} {}{} {}\n", form.form.form.value(), form.form.version.empty() ? "-" : form.form.version,
                nameOf(*state), form.retired ? " retired" : "", form.title);
        }
        return {};
    });
}

base::Result<void> set(HubData& data, const std::string& form, storage::FormState state)
{
    TASHILGAR_TRY(data.storage->writeNow(
        [&](storage::Writer& writer) { return domain::setFormState(writer, base::FormId(form), state); }));
    std::cout << form << ' ' << nameOf(state) << '\n';
    return {};
}

} // namespace

void addForm(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        std::string form;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("form", "List the forms; open and close them");
    command->require_subcommand(1);
    const auto one = [&](const char* name, const char* what, std::optional<storage::FormState> state) {
        CLI::App* sub = command->add_subcommand(name, what);
        addDataOption(*sub, asked->data);
        if (state)
            sub->add_option("--form", asked->form, "Its id")->required();
        sub->callback([asked, &status, state] {
            const auto data = openHub(asked->data);
            const base::Result<void> done = !data ? base::fail(data.error()) : state ? set(**data, asked->form, *state) : list(**data);
            if (!done)
                status = sayWhyNot(done.error());
        });
    };
    one("list", "Every version, with its state", std::nullopt);
    one("open", "Offer the newest version again", storage::FormState::Open);
    one("closing", "Offer it no longer, and take what was begun", storage::FormState::Closing);
    one("close", "Offer it no longer; tablets of the programme still bring what they recorded, app users are refused", storage::FormState::Closed);
}

} // namespace tashilgar::hub
