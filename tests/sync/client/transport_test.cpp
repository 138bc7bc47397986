#include "sync/client/certificate_pin.h"
#include "sync/client/transport.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using client::Address;

TEST_CASE("an address is read with or without its scheme, by name or number", "[client][transport]")
{
    CHECK(Address::parse("192.168.1.5:8443").value() == Address{"192.168.1.5", 8443});
    CHECK(Address::parse("https://office.example:443/").value() == Address{"office.example", 443});
    CHECK(Address::parse("[fe80::1]:8443").value() == Address{"fe80::1", 8443});
    CHECK(Address::parse(" 10.0.0.1:1 ").value().text() == "10.0.0.1:1");
    CHECK(Address{"fe80::1", 8443}.text() == "[fe80::1]:8443");
}

TEST_CASE("what is no address is refused with an example of one", "[client][transport]")
{
    for (const char* text : {"", "office", "office:", ":8443", "office:0", "office:70000", "office:84x", "http://a:1",
             "fe80::1:8443", "user@office:1", "office:1/path", "a b:1", "[]:1"}) {
        INFO(text);
        const auto address = Address::parse(text);
        REQUIRE(!address);
        CHECK(address.error().sentence.find("192.168.1.5:8443") != std::string::npos);
    }
}

TEST_CASE("a header is found whatever its case", "[client][transport]")
{
    client::Response response;
    response.headers = {{"tashilgar-hub", "h"}};
    CHECK(response.header("Tashilgar-Hub") == "h");
    CHECK(!response.header("Location"));
}

TEST_CASE("bytes that are no certificate have no pin", "[client][pin]")
{
    for (const char* hex : {"", "30", "3000", "30820000", "3080", "30843fffffff", "3003020101", "30053003020101"}) {
        INFO(hex);
        CHECK(!client::pinOf(base::fromHex(hex).value()));
    }
}

TEST_CASE("the pin is the hash of the whole public key structure", "[client][pin]")
{
    // A certificate in outline: version, serial, signature, issuer, validity, subject, key.
    const auto certificate = base::fromHex("30183016a0030201020201013000300030003000300401020304").value();
    // SHA-256 of 300401020304
    CHECK(client::pinOf(certificate) == "840a51368f487f657f13a5dc067e757d25272eb67f5659312baac606897f14b3");
}
