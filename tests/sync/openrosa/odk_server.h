#pragma once

#include "sync/client/transport.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// One part of a multipart body, as a server reads it.
struct Part {
    std::string name;
    std::string fileName;
    std::string mediaType;
    std::string content;
};
/// Strictly by RFC 2046: nothing where the body is not exactly parts between its boundaries.
std::optional<std::vector<Part>> readMultipart(const std::string& contentType, const std::string& body);

/// A server that does what the OpenRosa interfaces and ODK Central do, refusals included, and takes nothing else: a request
/// without its headers, a body that is no multipart, a record of an unknown form, the same instance with other bytes.
/// It is a Transport, so that every test sees each request; tests/sync/openrosa/odk_server.py is one behind a socket.
class OdkServer final : public client::Transport {
public:
    struct Form {
        std::string version = "1";
        std::string xml;
        std::map<std::string, std::string> media;
        std::map<std::string, std::string> lists; ///< name without .csv, CSV
        bool open = true;
    };
    struct Record {
        std::string xml;
        std::map<std::string, std::string> files;
    };
    enum class Auth { Open, Basic, Digest };

    std::string base = "/v1/key/t0ken/projects/7";
    Auth auth = Auth::Open;
    std::string digestAlgorithm = "MD5";
    std::string digestQop = "auth";
    int nonceLasts = 1000; ///< requests; then it is stale
    std::string username = "zahra";
    std::string password = "pass:word";
    std::uint64_t advised = 0;              ///< X-OpenRosa-Accept-Content-Length; 0: not sent
    std::uint64_t hardLimit = 100'000'000;  ///< of the proxy before it
    bool mayLookBack = true;
    std::set<std::string> dropsOnce;        ///< files that get lost although the answer is 201
    std::map<std::string, Form> forms;
    std::map<std::string, Record> records;  ///< by instanceID
    std::map<std::string, int> postsOf;     ///< successful ones
    /// What happens to the n-th request: "lose-request", "lose-answer", "portal", "busy", "fail", "" for nothing.
    std::function<std::string(std::size_t)> script = [](std::size_t) { return std::string(); };
    /// Answers instead of all else when it gives something.
    std::function<std::optional<client::Response>(const client::Request&)> instead;
    std::vector<client::Request> seen;
    std::vector<std::string> violations; ///< what a client must never do, and did

    base::Result<client::Response> send(const client::Request& request, std::stop_token stop) override;
    static std::string md5(const std::string& text);

private:
    client::Response answer(const client::Request& request);
    std::optional<client::Response> refuseUnsigned(const client::Request& request);
    client::Response challenge(bool stale);
    client::Response formList() const;
    client::Response manifest(const std::string& id) const;
    client::Response submission(const client::Request& request);
    client::Response attachments(const std::string& instance) const;

    std::string m_nonce = "n0";
    int m_nonceUses = 0;
    std::set<std::string> m_counts;
};

client::Response reply(int status, const std::string& body = {}, std::vector<client::Header> headers = {});

} // namespace tashilgar::tests
