#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"

#include <cstdlib>

using namespace tashilgar::base;

/// Whatever is read can be written, and what was written reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = xml::read({reinterpret_cast<const char*>(data), size}, {.maxNodes = 10'000, .maxDepth = 64});
    if (!document)
        return 0;
    const std::string text = xml::write(*document);
    const auto again = xml::read(text);
    if (!again || xml::write(*again) != text)
        std::abort();
    return 0;
}
