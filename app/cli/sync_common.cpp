#include "app/cli/sync_common.h"

#include <boost/json/serialize.hpp>

#include <iostream>

namespace tashilgar::cli {

void addPlace(CLI::App& command, HeadlessTablet::Place& place)
{
    command.add_option("--store", place.folder, "Folder of the tablet's store; made where there is none")->required();
    command.add_option("--key-file", place.keyFile, "The store's key, 32 bytes; default: store.key in the folder");
}

void printLine(const boost::json::object& object) { std::cout << boost::json::serialize(object) << std::endl; }

int failWith(const base::Error& error)
{
    std::cerr << "tashil: " << error.text() << " (" << error.code.name() << ")\n";
    return 1;
}

} // namespace tashilgar::cli
