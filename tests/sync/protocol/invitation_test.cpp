#include "sync/protocol/invitation.h"

#include "app/base/hash.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

namespace {

Invitation invitation()
{
    tests::FakeRandom random(11);
    return {newEnrolCode(random), {"192.168.1.5:8443", "[fd00::1]:8443"}, base::Sha256::hexOf(base::bytesOf("key")), "دفتر جعفرآباد"};
}

} // namespace

TEST_CASE("an invitation is read as it was written", "[protocol][invitation]")
{
    const auto parsed = Invitation::parse(" " + invitation().text() + "\n");
    REQUIRE(parsed);
    CHECK(*parsed == invitation());
    CHECK(invitation().text().size() < 200);
}

TEST_CASE("an invitation that was cut or changed anywhere is refused", "[protocol][invitation]")
{
    const std::string text = invitation().text();
    for (std::size_t length = 0; length < text.size(); ++length)
        CHECK_FALSE(Invitation::parse(text.substr(0, length)));
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        const auto parsed = Invitation::parse(changed);
        if (parsed)
            CHECK(*parsed == invitation()); // bits of the last character that carry nothing
    }
    CHECK_FALSE(Invitation::parse(std::string(100'000, 'A')));
    CHECK_FALSE(Invitation::parse("https://example.org/"));
}

TEST_CASE("six groups of four carry the code and enough of the pin", "[protocol][invitation]")
{
    const std::string typed = invitation().typeable();
    CHECK(typed.size() == 29);
    const auto parsed = TypedInvitation::parse(typed);
    REQUIRE(parsed);
    CHECK(parsed->code == invitation().code);
    CHECK(parsed->pinPrefix.size() == 15);
    CHECK(pinMatches(parsed->pinPrefix, invitation().pin));
    CHECK(pinMatches(invitation().pin, invitation().pin));
    CHECK_FALSE(pinMatches(parsed->pinPrefix, std::string(64, '0')));
    CHECK_FALSE(pinMatches("", invitation().pin));
    CHECK_FALSE(pinMatches(invitation().pin.substr(0, 14), invitation().pin));
}

TEST_CASE("a typed code forgives case, blanks, Persian digits and look-alikes", "[protocol][invitation]")
{
    std::string typed = invitation().typeable();
    std::string sloppy;
    for (const char c : typed) {
        if (c == '0')
            sloppy += 'o';
        else if (c == '1')
            sloppy += 'l';
        else if (c == '7')
            sloppy += "۷";
        else if (c == '-')
            sloppy += ' ';
        else
            sloppy += static_cast<char>(std::tolower(c));
    }
    const auto parsed = TypedInvitation::parse(sloppy);
    REQUIRE(parsed);
    CHECK(parsed->code == invitation().code);
    CHECK(normaliseEnrolCode(" " + invitation().code.substr(0, 4) + "-" + invitation().code.substr(4)) == invitation().code);
}

TEST_CASE("one wrong character of a typed code is noticed", "[protocol][invitation]")
{
    const std::string typed = invitation().typeable();
    int noticed = 0;
    int tried = 0;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (typed[at] == '-')
            continue;
        std::string changed = typed;
        changed[at] = changed[at] == 'X' ? 'Y' : 'X';
        ++tried;
        noticed += TypedInvitation::parse(changed) ? 0 : 1;
    }
    CHECK(noticed == tried);
    CHECK_FALSE(TypedInvitation::parse("ABCD"));
    CHECK_FALSE(normaliseEnrolCode("ABCDEFGHU0"));
}
