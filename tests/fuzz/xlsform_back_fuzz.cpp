#include "app/forms/workbook.h"

#include <cstdlib>
#include <string_view>

using namespace tashilgar;

/// Any bytes as an XForm on its way to sheets: never a crash; the sheets convert or say why not, and print where they
/// convert.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    forms::Diagnostics diagnostics;
    const auto book = forms::workbookOfXForm({reinterpret_cast<const char*>(data), size}, diagnostics);
    if (!book)
        return 0;
    const auto converted = forms::convertWorkbook(*book, {}, diagnostics);
    if (!converted && !forms::hasErrors(diagnostics))
        std::abort();
    if (converted && !forms::printQuestionnaire(*book, {}, {}, diagnostics))
        std::abort();
    return 0;
}
