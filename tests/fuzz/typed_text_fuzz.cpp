#include "app/base/jalali.h"
#include "app/base/text.h"
#include "app/base/zones.h"

#include <cstdlib>

using namespace tashilgar::base;

/// What a person types is normalised once: doing it again changes nothing, and the outcome is valid UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    static const auto zone = *Zone::named("Asia/Tehran");
    (void)parseJalali(typed);
    (void)parseIso(typed, *zone);
    const std::string digits = normaliseDigits(typed);
    const std::string stored = normaliseTyped(typed);
    const std::string key = foldForSearch(typed);
    if (!isValidUtf8(stored) || !isValidUtf8(key) || !isValidUtf8(digits))
        std::abort();
    if (normaliseTyped(stored) != stored || normaliseDigits(digits) != digits)
        std::abort();
    return 0;
}
