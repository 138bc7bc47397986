#include "sync/client/openrosa/sign_in.h"

#include "app/base/text.h"
#include "sync/client/openrosa/digests.h"

#include <fmt/format.h>

#include <array>

namespace tashilgar::client::openrosa {
namespace {

constexpr std::string_view kSession = "-SESS";

std::string algorithmOf(const Challenge& challenge)
{
    std::string name = challenge.parameter("algorithm");
    for (char& c : name)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name.empty() ? "MD5" : name;
}

/// MD5 for MD5 and MD5-sess.
std::string hashOf(std::string_view algorithm)
{
    if (algorithm.ends_with(kSession))
        algorithm.remove_suffix(kSession.size());
    return std::string(algorithm);
}

/// Whether we can answer \p challenge. A list of qop that lacks `auth` asks for what OpenRosa does not use.
bool isOurs(const Challenge& challenge)
{
    if (challenge.scheme != "digest" || challenge.parameter("nonce").empty() || digestHex(hashOf(algorithmOf(challenge)), "").empty())
        return false;
    const std::string qop = challenge.parameter("qop");
    if (base::trim(qop).empty())
        return true;
    for (const std::string_view one : base::split(qop, ',')) {
        if (base::toLowerAscii(base::trim(one)) == "auth")
            return true;
    }
    return false;
}

std::string quoted(std::string_view text)
{
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            made += '\\';
        made += c;
    }
    return made + '"';
}

} // namespace

SignIn::SignIn(std::string username, std::string password, base::Random& random)
    : m_username(std::move(username))
    , m_password(std::move(password))
    , m_random(&random)
{
}

std::optional<std::string> SignIn::header(std::string_view method, std::string_view target)
{
    m_fresh = false;
    switch (m_way) {
    case Way::None: return std::nullopt;
    case Way::Basic: return "Basic " + base::toBase64(base::bytesOf(m_username + ":" + m_password));
    case Way::Digest: return digestHeader(method, target);
    }
    return std::nullopt;
}

bool SignIn::take(const Response& refusal, bool tls)
{
    if (m_username.empty() || m_fresh)
        return false;
    const std::vector<Challenge> offered = challengesIn(refusal);
    const Challenge* digest = nullptr;
    bool basic = false;
    for (const Challenge& challenge : offered) {
        const bool better = digest == nullptr || (hashOf(algorithmOf(*digest)) == "MD5" && hashOf(algorithmOf(challenge)) != "MD5");
        if (isOurs(challenge) && better)
            digest = &challenge;
        basic = basic || challenge.scheme == "basic";
    }
    if (digest != nullptr) {
        // A nonce that grew old is no refusal of the password.
        const bool stale = base::toLowerAscii(digest->parameter("stale")) == "true";
        if (m_way == Way::Digest && !stale)
            return false;
        m_way = Way::Digest;
        m_challenge = *digest;
        m_count = 0;
        m_fresh = true;
        return true;
    }
    if (!basic || !tls || m_way == Way::Basic)
        return false;
    m_way = Way::Basic;
    m_fresh = true;
    return true;
}

// Spec: RFC 7616, section 3.4
std::string SignIn::digestHeader(std::string_view method, std::string_view target)
{
    const std::string algorithm = algorithmOf(m_challenge);
    const std::string hash = hashOf(algorithm);
    const std::string realm = m_challenge.parameter("realm");
    const std::string nonce = m_challenge.parameter("nonce");
    const bool withQop = !base::trim(m_challenge.parameter("qop")).empty();
    const auto sum = [&](const std::string& text) { return digestHex(hash, text); };

    std::array<std::byte, 16> noise{};
    m_random->fill(noise);
    const std::string cnonce = base::toHex(noise);
    const std::string count = fmt::format("{:08x}", ++m_count);

    std::string a1 = sum(fmt::format("{}:{}:{}", m_username, realm, m_password));
    if (algorithm.ends_with(kSession))
        a1 = sum(fmt::format("{}:{}:{}", a1, nonce, cnonce));
    const std::string a2 = sum(fmt::format("{}:{}", method, target));
    const std::string response = withQop ? sum(fmt::format("{}:{}:{}:{}:auth:{}", a1, nonce, count, cnonce, a2))
                                         : sum(fmt::format("{}:{}:{}", a1, nonce, a2));

    std::string header = fmt::format("Digest username={}, realm={}, nonce={}, uri={}, response=\"{}\"", quoted(m_username),
        quoted(realm), quoted(nonce), quoted(target), response);
    if (!m_challenge.parameter("algorithm").empty())
        header += ", algorithm=" + m_challenge.parameter("algorithm");
    if (m_challenge.parameters.contains("opaque"))
        header += ", opaque=" + quoted(m_challenge.parameter("opaque"));
    if (withQop)
        header += fmt::format(", qop=auth, nc={}, cnonce=\"{}\"", count, cnonce);
    else if (algorithm.ends_with(kSession))
        header += fmt::format(", cnonce=\"{}\"", cnonce);
    return header;
}

} // namespace tashilgar::client::openrosa
