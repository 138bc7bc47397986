#include "app/base/bytes.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;

// Spec: RFC 4648, section 10
TEST_CASE("base64 gives the test vectors of the standard", "[base]")
{
    CHECK(toBase64(bytesOf("")) == "");
    CHECK(toBase64(bytesOf("f")) == "Zg==");
    CHECK(toBase64(bytesOf("fo")) == "Zm8=");
    CHECK(toBase64(bytesOf("foo")) == "Zm9v");
    CHECK(toBase64(bytesOf("foobar")) == "Zm9vYmFy");
    CHECK(toBase64Url(bytesOf("\xff\xfe")) == "__4");
}

TEST_CASE("base64 reads both alphabets and refuses everything else", "[base]")
{
    CHECK(textOf(*fromBase64("Zm9vYg==")) == "foob");
    CHECK(textOf(*fromBase64("__4")) == "\xff\xfe");
    CHECK(textOf(*fromBase64("//4=")) == "\xff\xfe");
    CHECK_FALSE(fromBase64("Zm9v!"));
    CHECK_FALSE(fromBase64("Zm9vY"));
}

TEST_CASE("hexadecimal comes back as it went", "[base]")
{
    CHECK(toHex(bytesOf("\x01\xab")) == "01ab");
    CHECK(textOf(*fromHex("01AB")) == "\x01\xab");
    CHECK_FALSE(fromHex("0"));
    CHECK_FALSE(fromHex("0g"));
}
