#include "sync/client/openrosa/form_data.h"

#include <fmt/format.h>

namespace tashilgar::client::openrosa {
namespace {

/// As browsers write it, so that every server reads it. Spec: https://url.spec.whatwg.org/ and HTML, "multipart form data"
std::string escaped(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c == '"')
            text += "%22";
        else if (c == '\r')
            text += "%0D";
        else if (c == '\n')
            text += "%0A";
        else
            text += c;
    }
    return text;
}

} // namespace

FormData::FormData(std::string_view seed)
    : m_boundary(fmt::format("tashilgar-{}", seed.substr(0, 48)))
{
}

void FormData::write(std::string_view text)
{
    const base::ByteView bytes = base::bytesOf(text);
    m_body.insert(m_body.end(), bytes.begin(), bytes.end());
}

void FormData::add(std::string_view name, std::string_view fileName, std::string_view mediaType, base::ByteView content)
{
    write(fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"", m_boundary, escaped(name)));
    if (!fileName.empty())
        write(fmt::format("; filename=\"{}\"", escaped(fileName)));
    write("\r\n");
    if (!mediaType.empty())
        write(fmt::format("Content-Type: {}\r\n", mediaType));
    write("\r\n");
    m_body.insert(m_body.end(), content.begin(), content.end());
    write("\r\n");
}

std::string FormData::contentType() const { return "multipart/form-data; boundary=" + m_boundary; }

base::Bytes FormData::finish()
{
    write(fmt::format("--{}--\r\n", m_boundary));
    return std::move(m_body);
}

} // namespace tashilgar::client::openrosa
