#include "app/forms/secondary/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>

#include <fmt/format.h>

#include <limits>

namespace tashilgar::forms::secondary {
namespace {

/// Builds a Json from the events of Boost's parser, which hands numbers over as they were written.
class Builder {
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = 1u << 20;
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    using Error = boost::system::error_code&;
    using Text = boost::json::string_view;

    bool on_document_begin(Error) { return true; }
    bool on_document_end(Error) { return true; }
    bool on_object_begin(Error) { return open(Json::Kind::Object); }
    bool on_object_end(std::size_t, Error) { return close(); }
    bool on_array_begin(Error) { return open(Json::Kind::Array); }
    bool on_array_end(std::size_t, Error) { return close(); }
    bool on_key_part(Text part, std::size_t, Error) { return append(part); }
    bool on_key(Text part, std::size_t, Error)
    {
        append(part);
        m_key = std::exchange(m_text, {});
        return true;
    }
    bool on_string_part(Text part, std::size_t, Error) { return append(part); }
    bool on_string(Text part, std::size_t, Error) { return append(part) && scalar(Json::Kind::String); }
    bool on_number_part(Text part, Error) { return append(part); }
    bool on_int64(std::int64_t, Text part, Error) { return append(part) && scalar(Json::Kind::Number); }
    bool on_uint64(std::uint64_t, Text part, Error) { return append(part) && scalar(Json::Kind::Number); }
    bool on_double(double, Text part, Error) { return append(part) && scalar(Json::Kind::Number); }
    bool on_bool(bool truth, Error) { return scalar(truth ? Json::Kind::True : Json::Kind::False); }
    bool on_null(Error) { return scalar(Json::Kind::Null); }
    bool on_comment_part(Text, Error) { return true; }
    bool on_comment(Text, Error) { return true; }

    Json take() { return std::move(m_root); }

private:
    bool append(Text part)
    {
        m_text.append(part.data(), part.size());
        return true;
    }

    /// The place the next value belongs to.
    Json& next()
    {
        if (m_open.empty())
            return m_root;
        Json& parent = *m_open.back();
        if (parent.kind == Json::Kind::Array)
            return parent.elements.emplace_back();
        return parent.members.emplace_back(Json::Member{std::exchange(m_key, {}), {}}).value;
    }

    bool scalar(Json::Kind kind)
    {
        Json& json = next();
        json.kind = kind;
        json.text = std::exchange(m_text, {});
        return true;
    }

    bool open(Json::Kind kind)
    {
        Json& json = next();
        json.kind = kind;
        m_open.push_back(&json); // stays put: its siblings come only after it is closed
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    Json m_root;
    std::vector<Json*> m_open;
    std::string m_key;
    std::string m_text;
};

void write(std::string& out, const Json& json)
{
    const char* separator = "";
    switch (json.kind) {
    case Json::Kind::Null: out += "null"; return;
    case Json::Kind::False: out += "false"; return;
    case Json::Kind::True: out += "true"; return;
    case Json::Kind::Number: out += json.text; return;
    case Json::Kind::String: out += boost::json::serialize(json.text); return;
    case Json::Kind::Array:
        out += '[';
        for (const Json& element : json.elements) {
            out += std::exchange(separator, ",");
            write(out, element);
        }
        out += ']';
        return;
    case Json::Kind::Object:
        out += '{';
        for (const Json::Member& member : json.members) {
            out += std::exchange(separator, ",");
            out += boost::json::serialize(member.name);
            out += ':';
            write(out, member.value);
        }
        out += '}';
        return;
    }
}

} // namespace

const Json* Json::member(std::string_view name) const
{
    for (const Member& member : members) {
        if (member.name == name)
            return &member.value;
    }
    return nullptr;
}

base::Result<Json> readJson(std::string_view bytes)
{
    boost::json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    boost::json::basic_parser<Builder> parser(options);
    boost::system::error_code error;
    const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), error);
    if (!error && bytes.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
        error = boost::json::error::extra_data;
    if (error)
        return base::fail(base::kMalformed, "no JSON: " + error.message(), fmt::format("byte {}", read + 1));
    return parser.handler().take();
}

std::string writeJson(const Json& json)
{
    std::string out;
    write(out, json);
    return out;
}

} // namespace tashilgar::forms::secondary
