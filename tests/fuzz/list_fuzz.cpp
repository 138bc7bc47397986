#include "app/forms/secondary/reader.h"

#include <cstdint>

using namespace tashilgar;

/// Whatever is read as a list can be walked to its end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    static constexpr std::string_view kNames[] = {"jr://file-csv/a.csv", "jr://file/a.geojson", "jr://file/a.xml"};
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto list = forms::secondary::readSecondary(bytes, kNames[data[0] % std::size(kNames)]);
    if (!list)
        return 0;
    const forms::xpath::Dom& dom = *list->dom;
    for (auto node = list->root; node;) {
        (void)dom.stringView(node.id);
        auto next = dom.firstChild(node.id);
        for (; !next && node && node != list->root; node = dom.parent(node.id))
            next = dom.nextSibling(node.id);
        node = next;
    }
    return 0;
}
