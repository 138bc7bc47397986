#pragma once

#include "app/base/clock.h"
#include "sync/client/openrosa/documents.h"
#include "sync/client/openrosa/server.h"
#include "sync/client/openrosa/sign_in.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client::openrosa {

/// The requests of the OpenRosa interfaces, one function each: headers, sign-in, redirects on the server's own host, and a
/// name (errors.h) for each failure. Keeps no state but the sign-in and where submissions go. Lives for one round.
/// Spec: https://docs.getodk.org/openrosa/
class Session {
public:
    /// What is referred to outlives it.
    Session(Transport& transport, const Server& server, const base::Clock& clock, base::Random& random, std::stop_token stop);

    base::Result<std::vector<ListedForm>> formList();
    base::Result<std::vector<ListedFile>> manifest(std::string_view url);
    /// The bytes at \p url, which must be on the server's host. Fails with kNotThere.
    base::Result<base::Bytes> download(std::string_view url, std::size_t limit);

    /// Asks where submissions go and how large one may be; once is enough for a round.
    base::Result<void> prepareSubmission(const base::DeviceId& device);
    /// What prepareSubmission() was told; 10 MB where it was told nothing.
    std::uint64_t submissionLimit() const { return m_limit; }
    /// 201 or 202 and the server's word. Any 4xx is a success here, with its status; the rest fails.
    struct Answered {
        int status = 0;
        std::string message;
        bool taken() const { return status == 201 || status == 202; }
    };
    base::Result<Answered> submit(const std::string& contentType, base::Bytes body);

    /// Names of the record's files that ODK Central knows, and whether it has their bytes. Nothing where the server is none,
    /// or does not let this account look.
    struct Attachment {
        std::string name;
        bool there = false;
    };
    base::Result<std::optional<std::vector<Attachment>>> attachmentsOf(const base::FormId& form, const base::InstanceId& instance);

private:
    base::Result<Response> send(Method method, const Url& url, std::vector<Header> headers, base::Bytes body, std::size_t answerLimit);
    base::Result<Response> sendOnce(Method method, const Url& url, const std::vector<Header>& headers, const base::Bytes& body,
        std::size_t answerLimit);
    base::Result<Response> get(const Url& url, std::size_t answerLimit);
    base::Result<Url> onThisHost(std::string_view url) const;

    Transport* m_transport;
    const Server* m_server;
    const base::Clock* m_clock;
    SignIn m_signIn;
    std::stop_token m_stop;
    Url m_submission;
    std::uint64_t m_limit = 0;
    bool m_mayLook = true;
};

} // namespace tashilgar::client::openrosa
