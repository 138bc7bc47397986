#include "app/base/bytes.h"
#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-string
TEST_CASE("a number as text has no exponent and no needless digits", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.text("1000000 * 1000000 * 1000000 * 10000") == "10000000000000000000000");
    CHECK(asked.text("1 div 1000000000") == "0.000000001");
    CHECK(asked.text("0.1 + 0.2") == "0.30000000000000004");
    CHECK(asked.text("2.50") == "2.5");
    CHECK(asked.text("-0") == "0");
    CHECK(asked.text("1 div -0") == "-Infinity");
    CHECK(asked.text("0 div 0") == "NaN");
}

TEST_CASE("text is cut by characters, not by bytes", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.text("substr('کرمانشاه', 0, 4)") == "کرما");
    CHECK(asked.text("substr('کرمانشاه', -3)") == "شاه");
    CHECK(asked.text("substr('abc', 2, 1)").empty());
    CHECK(asked.text("substr('abc', 1, -1)") == "b");
    CHECK(asked.text("substring('کرمانشاه', 2, 3)") == "رما");
    CHECK(asked.text("substring('12345', 1.5, 2.6)") == "234");
    CHECK(asked.text("substring('12345', 0 div 0, 3)").empty());
    CHECK(asked.text("substring('12345', 2)") == "2345");
    CHECK(asked.number("string-length('محله')") == 4);
    CHECK(asked.text("substring-before('خیابان/کوچه', '/')") == "خیابان");
    CHECK(asked.text("substring-after('r4', 'r')") == "4");
    CHECK(asked.text("translate('۰۹۱۸', '۰۱۲۳۴۵۶۷۸۹', '0123456789')") == "0918");
    CHECK(asked.text("translate('a-b-c', '-', '')") == "abc");
}

TEST_CASE("concat and join take sets apart", "[forms][xpath]")
{
    const Asked asked("<d><n>a</n><n>b</n><n>c</n></d>");
    CHECK(asked.text("concat(/d/n, '!', 1)") == "abc!1");
    CHECK(asked.text("join(', ', /d/n, 'z')") == "a, b, c, z");
    CHECK(asked.text("join('-')").empty());
}

TEST_CASE("contains, starts-with and ends-with compare as they stand", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.truth("contains('آب و هوا', 'هوا')"));
    CHECK(asked.truth("starts-with('abc', '')"));
    CHECK(asked.truth("ends-with('abc', 'bc')"));
    CHECK_FALSE(asked.truth("ends-with('c', 'bc')"));
    CHECK(asked.text("normalize-space('  a \t\n b  ')") == "a b");
}

// Spec: https://docs.getodk.org/form-operators-functions/#regex
TEST_CASE("regex() must match the whole text", "[forms][xpath]")
{
    const Asked asked("<d><p>[0-9]{4}</p></d>");
    CHECK(asked.truth("regex('0918', '[0-9]{4}')"));
    CHECK_FALSE(asked.truth("regex('09181', '[0-9]{4}')"));
    CHECK(asked.truth("regex('ab', 'a|ab')")); // alternatives are tried until the whole fits
    CHECK(asked.truth("regex('سنندج', '\\p{Arabic}+')"));
    CHECK(asked.truth("regex('1234', /d/p)"));
    CHECK(asked.fails("regex('a', '(')"));
}

TEST_CASE("a pattern that explodes is given up", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.fails("regex('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+[bc]')"));
}

// Sums checked with sha256sum, md5sum and base64.
TEST_CASE("digest() knows the usual sums in both encodings", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.text("digest('tashilgar', 'MD5', 'hex')").size() == 32);
    CHECK(asked.text("digest('', 'SHA-256', 'hex')")
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(asked.text("digest('', 'SHA-1')") == "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");
    CHECK(asked.text("digest('x', 'SHA-384', 'hex')").size() == 96);
    CHECK(asked.text("digest('x', 'SHA-512', 'hex')").size() == 128);
    CHECK(asked.fails("digest('x', 'CRC', 'hex')"));
    CHECK(asked.fails("digest('x', 'MD5', 'octal')"));
    CHECK(asked.text("base64-decode('2LPZhNin2YU=')") == "سلام");
    CHECK(asked.text("base64-decode('not base64!')").empty());
}

// Key and signature: RFC 8032, section 7.1, test 2 (the message is the byte 0x72).
TEST_CASE("extract-signed() hands out what the key has signed, and nothing else", "[forms][xpath]")
{
    const Asked asked;
    const std::string key
        = base::toBase64(*base::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    const std::string signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                  "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    const std::string good = base::toBase64(*base::fromHex(signature + "72"));
    const std::string forged = base::toBase64(*base::fromHex(signature + "73"));
    CHECK(asked.text("extract-signed('" + good + "', '" + key + "')") == "r");
    CHECK(asked.text("extract-signed('" + forged + "', '" + key + "')").empty());
    CHECK(asked.text("extract-signed('short', '" + key + "')").empty());
}

TEST_CASE("uuid() is random, and as long as asked", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.truth("regex(uuid(), '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')"));
    CHECK(asked.number("string-length(uuid(9))") == 9);
    CHECK(asked.text("uuid()") != asked.text("uuid()"));
    CHECK(asked.fails("uuid('x')"));
    CHECK(asked.fails("uuid(-1)"));
}

TEST_CASE("what only the host knows is asked of it", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.text("jr:itext('greeting')") == "سلام");
    CHECK(asked.fails("jr:itext('unknown')"));
    CHECK(asked.text("jr:choice-name('a', '/d/q')") == "/d/q:a");
    CHECK(asked.text("property('username')") == "سارا");
    CHECK(asked.text("property('other')").empty());
    CHECK(asked.text("version()") == "7");
}
