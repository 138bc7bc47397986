#include "sync/client/openrosa/sign_in.h"
#include "tests/sync/openrosa/village.h"

#include <zlib.h>

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;

namespace {

std::string settingsCode(const std::string& json)
{
    std::vector<Bytef> packed(compressBound(json.size()));
    uLongf size = packed.size();
    REQUIRE(compress(packed.data(), &size, reinterpret_cast<const Bytef*>(json.data()), json.size()) == Z_OK);
    return base::toBase64(base::ByteView(reinterpret_cast<const std::byte*>(packed.data()), size));
}

} // namespace

TEST_CASE("Basic goes out only once it was asked for, and only inside TLS", "[sync][openrosa]")
{
    Village village;
    village.server.auth = OdkServer::Auth::Basic;
    REQUIRE(village.join(village.address(), "zahra", "pass:word"));
    CHECK(village.server.seen.size() == 2);
    village.finalise("uuid:1");
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.server.violations.empty());

    Village plain;
    plain.server.auth = OdkServer::Auth::Basic;
    const auto refused = plain.join(plain.address("http"), "zahra", "pass:word");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == client::kSignInRefused);
    CHECK(plain.server.violations.empty());
}

TEST_CASE("Digest signs in with every algorithm and with none of qop, over http too", "[sync][openrosa]")
{
    for (const char* const algorithm : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess"}) {
        for (const char* const qop : {"auth", "auth-int,auth", ""}) {
            INFO(algorithm << " with qop " << qop);
            Village village;
            village.server.auth = OdkServer::Auth::Digest;
            village.server.digestAlgorithm = algorithm;
            village.server.digestQop = qop;
            village.server.nonceLasts = 3;
            REQUIRE(village.join(village.address("http"), "zahra", "pass:word"));
            village.finalise("uuid:1", {"photo"});
            village.finalise("uuid:2");
            CHECK(village.round().reason == Reason::NothingToDo);
            CHECK(village.server.records.size() == 2);
            CHECK(village.server.violations.empty());
        }
    }
}

TEST_CASE("a wrong password is tried once, told, and waits for a person", "[sync][openrosa]")
{
    for (const OdkServer::Auth auth : {OdkServer::Auth::Basic, OdkServer::Auth::Digest}) {
        Village village;
        village.server.auth = auth;
        REQUIRE(village.join(village.address(), "zahra", "pass:word"));
        village.server.password = "changed";
        village.finalise("uuid:1");
        const std::size_t before = village.server.seen.size();
        CHECK(village.round().reason == Reason::SignInRefused);
        CHECK(village.server.seen.size() <= before + 3);
        CHECK(village.summary("uuid:1").state == store::SubmissionState::Waiting);
    }
}

// RFC 7616, section 3.9.1: the response is the RFC's own.
TEST_CASE("the answer to a challenge of Digest is the one of the RFC", "[sync][openrosa]")
{
    class FixedRandom final : public base::Random {
    public:
        void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{0x11}); }
    } random;
    client::openrosa::SignIn signIn("Mufasa", "Circle of Life", random);
    REQUIRE(signIn.take(reply(401, {}, {{"WWW-Authenticate", "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\""}}), true));
    const auto header = signIn.header("GET", "/dir/index.html");
    REQUIRE(header);
    // RFC 2069's worked example as RFC 7616 keeps it for qop-less servers: H(H(A1):nonce:H(A2)).
    const std::string a1 = OdkServer::md5("Mufasa:testrealm@host.com:Circle of Life");
    const std::string a2 = OdkServer::md5("GET:/dir/index.html");
    CHECK(header->find("response=\"" + OdkServer::md5(a1 + ":dcd98b7102dd2f0e8b11d0f600bfb0c093:" + a2) + "\"") != std::string::npos);
}

TEST_CASE("a settings code of ODK Collect leads to its server", "[sync][openrosa]")
{
    const std::string code = settingsCode(R"({"general":{"server_url":"https://central.example.org/v1/key/t0ken/projects/7","form_update_mode":"match_exactly","autosend":"wifi_and_cellular"},"project":{"name":"Kermanshah","icon":"K"},"admin":{}})");
    Village village;
    CHECK(client::openrosa::Server::looksLikeOne(code));
    const auto account = village.join(code);
    REQUIRE(account);
    CHECK(account->hubName == "Kermanshah");
    CHECK(account->addresses == std::vector<std::string>{"https://central.example.org"});
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.tablet->forms().fillable()->size() == 1);
}

TEST_CASE("settings that lead nowhere and texts that are none are told apart", "[sync][openrosa]")
{
    const auto codeOf = [](const std::string& text) { return client::openrosa::Server::read(text).error().code; };
    CHECK(codeOf(settingsCode(R"({"general":{"protocol":"google_sheets"}})")) == client::openrosa::kSettingsUnusable);
    CHECK(codeOf(settingsCode(R"({"general":{}})")) == client::openrosa::kSettingsUnusable);
    CHECK(codeOf(settingsCode("not json")) == client::openrosa::kSettingsUnusable);
    CHECK(codeOf("https://zahra:secret@kobo.example.org") == base::kMalformed);
    CHECK(codeOf("ftp://kobo.example.org") == base::kMalformed);
    CHECK_FALSE(client::openrosa::Server::looksLikeOne("TSH1.abcd"));
    CHECK_FALSE(client::openrosa::Server::looksLikeOne("8K2M-44PQ"));
}

TEST_CASE("joining asks first: nothing is kept of a server that does not answer as one", "[sync][openrosa]")
{
    Village village;
    village.server.instead = [](const client::Request&) { return std::optional(reply(200, "<html>Sign in</html>")); };
    const auto refused = village.join(village.address());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == client::kNotAHub);
    CHECK_FALSE(*village.book.account());
}

TEST_CASE("the token of a server lies sealed in the store", "[sync][openrosa]")
{
    Village village;
    village.joined();
    village.tablet.close();
    const auto bytes = village.tablet.files.readAll(village.tablet.path() / "records.db", 16u * 1024 * 1024);
    REQUIRE(bytes);
    CHECK(base::textOf(*bytes).find("t0ken") == std::string_view::npos);
    village.tablet.reopen();
    CHECK(village.tablet->settings().enrolment()->value().addresses == std::vector<std::string>{"https://central.example.org"});
}
