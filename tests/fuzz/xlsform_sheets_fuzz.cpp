#include "app/base/xml/reader.h"
#include "app/forms/convert.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace tashilgar;

namespace {

/// One folder a process; the sheets in it change with each input.
const std::filesystem::path& folder()
{
    static const std::filesystem::path path = [] {
        auto made = std::filesystem::temp_directory_path() / ("tashilgar-sheets-" + std::to_string(::getpid()));
        std::filesystem::create_directories(made);
        return made;
    }();
    return path;
}

} // namespace

/// The input is survey, choices and entities as CSV, with a line of "---" between two.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    for (const char* name : {"survey.csv", "choices.csv", "entities.csv"}) {
        const std::size_t end = std::min(rest.find("\n---\n"), rest.size());
        std::ofstream(folder() / name, std::ios::binary) << rest.substr(0, end);
        rest.remove_prefix(std::min(rest.size(), end + 5));
    }
    forms::Diagnostics diagnostics;
    const auto converted = forms::convertXlsFormFolder(folder(), {}, diagnostics);
    if (converted && !base::xml::read(converted->xml))
        std::abort();
    return 0;
}
