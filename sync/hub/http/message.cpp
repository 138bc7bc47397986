#include "sync/hub/http/message.h"

#include "app/base/text.h"

namespace tashilgar::hub::http {

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    const std::string wanted = base::toLowerAscii(name);
    for (const auto& [key, value] : m_all) {
        if (base::toLowerAscii(key) == wanted)
            return value;
    }
    return std::nullopt;
}

Task<base::Result<base::Bytes>> Request::readBody()
{
    base::Bytes all;
    if (contentLength)
        all.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*contentLength, 64u * 1024)));
    for (;;) {
        base::Result<base::Bytes> piece = co_await body->next();
        if (!piece)
            co_return base::fail(piece.error());
        if (piece->empty())
            co_return all;
        all.insert(all.end(), piece->begin(), piece->end());
    }
}

Response Response::text(int status, std::string_view mediaType, std::string body)
{
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::string(mediaType));
    response.body = std::move(body);
    return response;
}

} // namespace tashilgar::hub::http
