#include "app/cli/commands.h"

#include <sys/stat.h>

using namespace tashilgar::cli;

/// `tashil`: the libraries of Tashilgar without a screen.
int main(int argc, char** argv)
{
    ::umask(0077); // what a tablet without a screen keeps is for its owner only
    CLI::App app("Checks, converts and runs forms; drives a sync; the libraries of Tashilgar without a screen.", "tashil");
    app.require_subcommand(1);
    int status = 0;

    CLI::App& form = *app.add_subcommand("form", "Work with one form");
    form.require_subcommand(1);
    // One line a command, in the order of the help.
    addFormBench(form, status);
    addFormCheck(form, status);
    addFormConvert(form, status);
    addFormEval(form, status);
    addFormPreview(form, status);
    addFormPrint(form, status);
    addFormSession(form, status);

    CLI::App& sync = *app.add_subcommand("sync", "Be a tablet without a screen");
    sync.require_subcommand(1);
    addSyncEnrol(sync, status);
    addSyncRun(sync, status);
    addSyncList(sync, status);
    addSyncBundle(sync, status);
    addFill(app, status);
    addCopy(app, status);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return status;
}
