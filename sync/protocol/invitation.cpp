#include "sync/protocol/invitation.h"

#include "app/base/hash.h"
#include "app/base/text.h"
#include "sync/protocol/batch.h"

#include <algorithm>
#include <cassert>

namespace tashilgar::protocol {
namespace {

// Crockford's Base32: no I, L, O, U. https://www.crockford.com/base32.html
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kPrefix = "TSH1.";
constexpr std::byte kVersion{1};
constexpr std::size_t kCodeLength = 10;   // 50 bits: one-time, short-lived and limited in rate
constexpr std::size_t kPinLength = 12;    // 60 bits: who wants another key with this pin tries 2^60 of them
constexpr std::size_t kPinDigits = kPinLength * 5 / 4;
constexpr std::size_t kCheckLength = 2;
constexpr std::size_t kChecksum = 4;
constexpr std::size_t kMaxAddresses = 8;
constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxText = 2048;

std::optional<char> symbol(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    return kAlphabet.find(c) == std::string_view::npos ? std::nullopt : std::optional(c);
}

/// The symbols of \p text without what people write between them; nothing when another character is among them.
std::optional<std::string> symbols(std::string_view text)
{
    std::string out;
    for (const char c : base::normaliseDigits(text)) {
        if (c == '-' || c == ' ' || c == '.')
            continue;
        const auto one = symbol(c);
        if (!one)
            return std::nullopt;
        out += *one;
    }
    return out;
}

/// Sixty bits: hexadecimal in fifteen digits, Base32 in twelve.
std::string pinToSymbols(std::string_view hexDigits)
{
    std::uint64_t bits = 0;
    for (const char c : hexDigits)
        bits = bits << 4 | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    std::string out(kPinLength, '0');
    for (std::size_t i = kPinLength; i-- > 0; bits >>= 5)
        out[i] = kAlphabet[bits & 31];
    return out;
}

std::string symbolsToPin(std::string_view text)
{
    std::uint64_t bits = 0;
    for (const char c : text)
        bits = bits << 5 | kAlphabet.find(c);
    return fmt::format("{:0{}x}", bits, kPinDigits);
}

std::string checkSymbols(std::string_view text)
{
    const base::Sha256::Digest digest = base::Sha256::of(base::bytesOf(text));
    return {kAlphabet[std::to_integer<std::size_t>(digest[0]) & 31], kAlphabet[std::to_integer<std::size_t>(digest[1]) & 31]};
}

void appendShort(base::Bytes& bytes, std::string_view text)
{
    assert(text.size() < 256);
    bytes.push_back(static_cast<std::byte>(text.size()));
    const base::ByteView view = base::bytesOf(text);
    bytes.insert(bytes.end(), view.begin(), view.end());
}

std::optional<std::string> takeShort(base::ByteView& rest)
{
    if (rest.empty())
        return std::nullopt;
    const auto length = std::to_integer<std::size_t>(rest.front());
    if (length + 1 > rest.size())
        return std::nullopt;
    std::string text(base::textOf(rest.subspan(1, length)));
    rest = rest.subspan(length + 1);
    return base::isValidUtf8(text) ? std::optional(text) : std::nullopt;
}

tl::unexpected<base::Error> malformed(std::string sentence) { return base::fail(kInvitationMalformed, std::move(sentence)); }

} // namespace

std::string Invitation::text() const
{
    base::Bytes bytes{kVersion};
    const base::Bytes pinBytes = base::fromHex(pin).value_or(base::Bytes());
    assert(pinBytes.size() == 32);
    bytes.insert(bytes.end(), pinBytes.begin(), pinBytes.end());
    appendShort(bytes, code);
    appendShort(bytes, hubName);
    for (const std::string& address : addresses)
        appendShort(bytes, address);
    const base::Sha256::Digest digest = base::Sha256::of(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + kChecksum);
    return std::string(kPrefix) + base::toBase64Url(bytes);
}

base::Result<Invitation> Invitation::parse(std::string_view text)
{
    text = base::trim(text);
    if (text.size() > kMaxText || !text.starts_with(kPrefix))
        return malformed("this is no enrolment code of a hub");
    const auto bytes = base::fromBase64(text.substr(kPrefix.size()));
    if (!bytes || bytes->size() < 1 + 32 + kChecksum)
        return malformed("this enrolment code is not whole");
    const base::ByteView body = base::ByteView(*bytes).first(bytes->size() - kChecksum);
    const base::Sha256::Digest digest = base::Sha256::of(body);
    if (!std::ranges::equal(base::ByteView(digest).first(kChecksum), base::ByteView(*bytes).last(kChecksum)))
        return malformed("this enrolment code is not whole, or a character in it is wrong");
    if (body.front() != kVersion)
        return malformed("this enrolment code is of a newer hub; the app must be brought up to date first");

    Invitation invitation;
    invitation.pin = base::toHex(body.subspan(1, 32));
    base::ByteView rest = body.subspan(33);
    auto code = takeShort(rest);
    auto name = takeShort(rest);
    const auto normal = code ? normaliseEnrolCode(*code) : std::nullopt;
    if (!normal || !name || name->size() > kMaxName)
        return malformed("this enrolment code holds no code");
    invitation.code = *normal;
    invitation.hubName = std::move(*name);
    while (!rest.empty()) {
        auto address = takeShort(rest);
        if (!address || address->empty() || invitation.addresses.size() == kMaxAddresses)
            return malformed("this enrolment code holds a wrong address");
        invitation.addresses.push_back(std::move(*address));
    }
    return invitation;
}

std::string Invitation::typeable() const
{
    std::string all = code + pinToSymbols(std::string_view(pin).substr(0, kPinDigits));
    all += checkSymbols(all);
    std::string grouped;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != 0 && i % 4 == 0)
            grouped += '-';
        grouped += all[i];
    }
    return grouped;
}

base::Result<TypedInvitation> TypedInvitation::parse(std::string_view text)
{
    if (text.size() > kMaxText)
        return malformed("this is no enrolment code of a hub");
    const auto all = symbols(text);
    if (!all || all->size() != kCodeLength + kPinLength + kCheckLength)
        return malformed("an enrolment code has six groups of four letters and digits");
    const std::string_view body = std::string_view(*all).substr(0, kCodeLength + kPinLength);
    if (checkSymbols(body) != std::string_view(*all).substr(body.size()))
        return malformed("a character of the enrolment code is wrong");
    return TypedInvitation{std::string(body.substr(0, kCodeLength)), symbolsToPin(body.substr(kCodeLength))};
}

std::string newEnrolCode(base::Random& random)
{
    std::array<std::byte, kCodeLength> bytes{};
    random.fill(bytes);
    std::string code;
    for (const std::byte b : bytes)
        code += kAlphabet[std::to_integer<std::size_t>(b) & 31];
    return code;
}

std::optional<std::string> normaliseEnrolCode(std::string_view text)
{
    if (text.size() > kMaxText)
        return std::nullopt;
    auto code = symbols(text);
    return code && code->size() == kCodeLength ? code : std::nullopt;
}

bool pinMatches(std::string_view expected, std::string_view actual)
{
    return isSha256Hex(actual) && expected.size() >= kPinDigits
        && actual.starts_with(expected);
}

} // namespace tashilgar::protocol
