#include "tests/fuzz/walk_list.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    tashilgar::fuzz::walkList({reinterpret_cast<const char*>(data), size}, "jr://file/a.geojson");
    return 0;
}
