#include "app/base/xml/reader.h"
#include "app/forms/convert.h"

#include <cstdlib>

using namespace tashilgar;

/// Any bytes as a workbook, and as the survey of a zip of CSV sheets: never a crash, and what is converted is XML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    forms::Diagnostics diagnostics;
    const auto converted = forms::convertXlsForm({reinterpret_cast<const std::byte*>(data), size}, {}, diagnostics);
    if (converted && !base::xml::read(converted->xml))
        std::abort();
    if (!converted && converted.error().sentence.empty())
        std::abort();
    return 0;
}
