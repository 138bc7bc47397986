#include "sync/client/qt/qt_transport.h"

#include "sync/client/certificate_pin.h"
#include "sync/client/qt/read_once.h"
#include "sync/protocol/invitation.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>

namespace tashilgar::client {

using base::Result;

namespace {

std::string pinOfPeer(const QSslCertificate& certificate)
{
    const QByteArray der = certificate.toDer();
    const std::string_view bytes(der.constData(), static_cast<std::size_t>(der.size()));
    return pinOf(base::bytesOf(bytes)).value_or(std::string());
}

/// For a server of the Internet: the system's authorities, and nothing of ours.
QSslConfiguration publicConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

/// For a hub. Trusts no authority, so that every handshake comes by our own look at the key; and resumes no session, so that none
/// passes without one.
QSslConfiguration configuration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

QNetworkRequest requestOf(const Request& request)
{
    QUrl url;
    url.setScheme(request.trust == Trust::Nothing ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QString::fromStdString(request.address.host));
    url.setPort(request.address.port);
    const std::size_t query = request.target.find('?');
    url.setPath(QString::fromStdString(request.target.substr(0, query)), QUrl::TolerantMode);
    if (query != std::string::npos)
        url.setQuery(QString::fromStdString(request.target.substr(query + 1)), QUrl::TolerantMode);

    QNetworkRequest made(url);
    made.setSslConfiguration(request.trust == Trust::Pin ? configuration() : publicConfiguration());
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setRawHeader("User-Agent", "Tashilgar");
    made.setRawHeader("Accept-Encoding", "identity"); // unless the request asks for more; Qt unpacks nothing by itself then
    if (request.method == Method::Post)
        made.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream"); // unless the request says more
    for (const Header& header : request.headers)
        made.setRawHeader(QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value));
    return made;
}

/// A piece of a file goes out once: sent again from the old offset it would cost a poor link as much as it gains, so
/// whoever sends it asks for the offset first.
QNetworkReply* startPatch(QNetworkAccessManager& manager, QNetworkRequest made, const Request& request)
{
    const auto size = static_cast<qint64>(request.body.size());
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    made.setHeader(QNetworkRequest::ContentLengthHeader, size);
    auto body = std::make_unique<ReadOnce>(reinterpret_cast<const char*>(request.body.data()), size);
    QNetworkReply* reply = manager.sendCustomRequest(made, "PATCH", body.get());
    body.release()->setParent(reply);
    return reply;
}

QNetworkReply* start(QNetworkAccessManager& manager, const Request& request)
{
    const QNetworkRequest made = requestOf(request);
    if (request.method == Method::Patch)
        return startPatch(manager, made, request);
    const QByteArray body(
        reinterpret_cast<const char*>(request.body.data()), static_cast<qsizetype>(request.body.size()));
    switch (request.method) {
    case Method::Get: return manager.get(made);
    case Method::Head: return manager.head(made);
    case Method::Post: return manager.post(made, body);
    case Method::Patch: break;
    }
    return nullptr;
}

/// True when the hub answered, however it answered; Qt calls a status of 400 or more an error too, with 302 for 400 and
/// 105 for 407.
bool isAnswer(const QNetworkReply& reply)
{
    const int error = reply.error();
    const bool ofStatus = error == QNetworkReply::NoError || (error > 200 && error < 300) || error > 400
        || error == QNetworkReply::ProtocolInvalidOperationError
        || error == QNetworkReply::ProxyAuthenticationRequiredError;
    return ofStatus && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

} // namespace

struct QtTransport::State {
    QNetworkAccessManager manager;
    QObject here; ///< to be called on this thread from another
    Trust trust;
    std::string pin;
    std::map<std::string, std::string> peers; ///< by address: the pin of who was let in there

    explicit State(const Request& first)
        : trust(first.trust)
        , pin(first.pin)
    {
        manager.setProxy(QNetworkProxy::NoProxy);
        manager.setAutoDeleteReplies(false);
    }
    Result<Response> send(const Request& request, std::stop_token stop);
};

QtTransport::QtTransport() = default;
QtTransport::~QtTransport() = default;

Result<Response> QtTransport::send(const Request& request, std::stop_token stop)
{
    if (stop.stop_requested())
        return base::fail(base::kCancelled, "stopped before anything was sent");
    // Connections that are kept were let in under one pin or trust; another one begins with none.
    if (!m_state || m_state->pin != request.pin || m_state->trust != request.trust)
        m_state = std::make_unique<State>(request);
    return m_state->send(request, std::move(stop));
}

Result<Response> QtTransport::State::send(const Request& request, std::stop_token stop)
{
    const std::string place = request.address.text();
    QEventLoop loop;
    QTimer silence;
    silence.setSingleShot(true);
    bool otherHub = false;
    bool untrusted = false;
    bool sent = false;
    bool timedOut = false;
    bool tooLarge = false;
    bool stopped = false;
    Response response;

    const std::unique_ptr<QNetworkReply> reply(start(manager, request));
    const auto isOurHub = [&](const QSslCertificate& certificate) {
        const std::string peer = pinOfPeer(certificate);
        otherHub = peer.empty() || !protocol::pinMatches(request.pin, peer);
        if (!otherHub)
            peers[place] = peer;
        return !otherHub;
    };
    // The handshake ends in one of these two before a byte of the request is written.
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop, [&](const QList<QSslError>& errors) {
        if (request.trust == Trust::Authorities) {
            untrusted = true;
            reply->abort();
        } else if (isOurHub(errors.isEmpty() ? QSslCertificate() : reply->sslConfiguration().peerCertificate()))
            reply->ignoreSslErrors(); // names, issuers and dates: the key is the right one
        else
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::encrypted, &loop, [&] {
        if (request.trust == Trust::Pin && !isOurHub(reply->sslConfiguration().peerCertificate()))
            reply->abort();
        else
            silence.start(request.stallTimeout);
    });
    const auto moved = [&] { silence.start(request.stallTimeout); };
    QObject::connect(reply.get(), &QNetworkReply::requestSent, &loop, [&] {
        sent = true;
        moved();
    });
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &loop, [&](qint64 done, qint64) {
        if (done > 0)
            moved();
    });
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, moved);
    QObject::connect(reply.get(), &QIODevice::readyRead, &loop, [&] {
        moved();
        const QByteArray bytes = reply->readAll();
        if (response.body.size() + static_cast<std::size_t>(bytes.size()) > request.answerLimit) {
            tooLarge = true;
            reply->abort();
            return;
        }
        const auto* first = reinterpret_cast<const std::byte*>(bytes.constData());
        response.body.insert(response.body.end(), first, first + bytes.size());
    });
    QObject::connect(&silence, &QTimer::timeout, &loop, [&] {
        timedOut = true;
        reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);

    silence.start(request.connectTimeout);
    {
        const std::stop_callback onStop(stop, [&] {
            QMetaObject::invokeMethod(
                &loop,
                [&] {
                    stopped = true;
                    reply->abort();
                },
                Qt::QueuedConnection);
        });
        if (!reply->isFinished())
            loop.exec();
    }
    silence.stop();

    if (stopped)
        return base::fail(base::kCancelled, "stopped");
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (request.cut && !tooLarge && (timedOut || !isAnswer(*reply))) {
        *request.cut = {status, {}, response.body, peers[place]};
    }
    if (otherHub)
        return base::fail(kOtherHub, "a hub with another key answers there; nothing was sent to it", place);
    if (untrusted)
        return base::fail(kCertificateUntrusted, "no authority vouches for the server there; nothing was sent to it", place);
    if (tooLarge)
        return base::fail(kAnswerTooLarge, "the answer is larger than agreed", place);
    if (timedOut) {
        return sent ? base::fail(kTimedOut, "the hub stopped answering", place)
                    : base::fail(kUnreachable, "nothing answers there", place);
    }
    if (!isAnswer(*reply)) {
        const auto error = reply->error();
        const std::string why = reply->errorString().toStdString();
        if (error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError
            || (error == QNetworkReply::SslHandshakeFailedError && !sent))
            return base::fail(kNotAHub, "what answers there is no hub: " + why, place);
        return base::fail(sent ? kLinkDropped : kUnreachable, why, place);
    }

    response.status = status;
    for (const auto& [name, value] : reply->rawHeaderPairs())
        response.headers.push_back({name.toStdString(), value.toStdString()});
    response.peerPin = peers[place];
    return response;
}

} // namespace tashilgar::client
