#pragma once

#include "app/cli/headless_tablet.h"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

namespace tashilgar::cli {

/// Adds --store and --key-file.
void addPlace(CLI::App& command, HeadlessTablet::Place& place);

/// One object on one line of standard output, at once: whoever reads it may rely on it being true already.
void printLine(const boost::json::object& object);

/// "tashil: sentence" on standard error; the reply is exit status 1.
int failWith(const base::Error& error);

} // namespace tashilgar::cli
