#include "sync/client/certificate_pin.h"

#include "app/base/hash.h"

namespace tashilgar::client {
namespace {

// Tags of DER that a certificate's outer structure is made of.
constexpr std::byte kSequence{0x30};
constexpr std::byte kInteger{0x02};
constexpr std::byte kVersion{0xA0}; // [0] EXPLICIT

/// One element, as it lies in its surroundings.
struct Element {
    std::byte tag{};
    base::ByteView whole;
    base::ByteView content;
};

/// The element at the beginning of \p rest, which moves past it. Spec: ITU-T X.690, section 8.1
std::optional<Element> take(base::ByteView& rest)
{
    if (rest.size() < 2)
        return std::nullopt;
    std::size_t head = 2;
    std::size_t length = std::to_integer<std::size_t>(rest[1]);
    if (length >= 0x80) {
        const std::size_t digits = length & 0x7F;
        if (digits == 0 || digits > 4 || rest.size() < 2 + digits)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < digits; ++i)
            length = length << 8 | std::to_integer<std::size_t>(rest[2 + i]);
        head += digits;
    }
    if (length > rest.size() - head)
        return std::nullopt;
    Element element{rest[0], rest.first(head + length), rest.subspan(head, length)};
    rest = rest.subspan(head + length);
    return element;
}

} // namespace

std::optional<std::string> pinOf(base::ByteView certificate)
{
    const auto outer = take(certificate);
    if (!outer || outer->tag != kSequence)
        return std::nullopt;
    base::ByteView rest = outer->content;
    const auto toBeSigned = take(rest);
    if (!toBeSigned || toBeSigned->tag != kSequence)
        return std::nullopt;

    rest = toBeSigned->content;
    auto next = take(rest);
    if (next && next->tag == kVersion)
        next = take(rest);
    if (!next || next->tag != kInteger) // the serial number
        return std::nullopt;
    for (int skipped = 0; skipped < 4; ++skipped) { // signature, issuer, validity, subject
        next = take(rest);
        if (!next || next->tag != kSequence)
            return std::nullopt;
    }
    next = take(rest);
    if (!next || next->tag != kSequence)
        return std::nullopt;
    return base::Sha256::hexOf(next->whole);
}

} // namespace tashilgar::client
