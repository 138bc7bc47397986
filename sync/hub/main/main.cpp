#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>

#include <sys/stat.h>

/// `tashilgar-hub`: everything a hub does, in one program.
int main(int argc, char** argv)
{
    ::umask(0077); // what the hub writes is its owner's alone, the files of the database too
    CLI::App app("The hub of a facilitation office: receives records, keeps them, and gives forms and lists to tablets");
    app.require_subcommand(1);
    int status = 0;
    tashilgar::hub::addServe(app, status);
    tashilgar::hub::addImport(app, status);
    tashilgar::hub::addEnrol(app, status);
    tashilgar::hub::addDevices(app, status);
    tashilgar::hub::addRevoke(app, status);
    tashilgar::hub::addCopyKey(app, status);
    tashilgar::hub::addRecords(app, status);
    tashilgar::hub::addSummary(app, status);
    tashilgar::hub::addExport(app, status);
    tashilgar::hub::addBundle(app, status);
    tashilgar::hub::addAppUser(app, status);
    tashilgar::hub::addForm(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    return status;
}
