#include "app/store/pairs.h"

namespace tashilgar::store {
namespace {

constexpr std::size_t kLength = 4;

void append(base::Bytes& packed, std::string_view text)
{
    for (std::size_t i = 0; i < kLength; ++i)
        packed.push_back(static_cast<std::byte>(text.size() >> (8 * i)));
    const base::ByteView bytes = base::bytesOf(text);
    packed.insert(packed.end(), bytes.begin(), bytes.end());
}

} // namespace

base::Bytes packTexts(std::span<const std::string> texts)
{
    base::Bytes packed;
    for (const std::string& text : texts)
        append(packed, text);
    return packed;
}

std::vector<std::string> unpackTexts(base::ByteView packed)
{
    std::vector<std::string> texts;
    while (packed.size() >= kLength) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < kLength; ++i)
            length |= static_cast<std::size_t>(packed[i]) << (8 * i);
        packed = packed.subspan(kLength);
        if (length > packed.size())
            break;
        texts.emplace_back(base::textOf(packed.first(length)));
        packed = packed.subspan(length);
    }
    return texts;
}

base::Bytes packPairs(std::span<const std::pair<std::string, std::string>> pairs)
{
    base::Bytes packed;
    for (const auto& [name, value] : pairs) {
        append(packed, name);
        append(packed, value);
    }
    return packed;
}

std::vector<std::pair<std::string, std::string>> unpackPairs(base::ByteView packed)
{
    std::vector<std::string> texts = unpackTexts(packed);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i + 1 < texts.size(); i += 2)
        pairs.emplace_back(std::move(texts[i]), std::move(texts[i + 1]));
    return pairs;
}

} // namespace tashilgar::store
