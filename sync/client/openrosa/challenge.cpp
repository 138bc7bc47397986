#include "sync/client/openrosa/challenge.h"

#include "app/base/text.h"

namespace tashilgar::client::openrosa {
namespace {

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// The pieces of a header's value, taken from its beginning.
struct Reader {
    std::string_view rest;

    void skip(std::string_view characters)
    {
        const std::size_t at = rest.find_first_not_of(characters);
        rest.remove_prefix(at == std::string_view::npos ? rest.size() : at);
    }
    bool take(char c)
    {
        if (!rest.starts_with(c))
            return false;
        rest.remove_prefix(1);
        return true;
    }
    std::string token()
    {
        std::size_t size = 0;
        while (size < rest.size() && isTokenCharacter(rest[size]))
            ++size;
        std::string taken(rest.substr(0, size));
        rest.remove_prefix(size);
        return taken;
    }
    std::string quoted()
    {
        std::string text;
        while (!rest.empty() && !rest.starts_with('"')) {
            if (rest.front() == '\\' && rest.size() > 1)
                rest.remove_prefix(1);
            text += rest.front();
            rest.remove_prefix(1);
        }
        take('"');
        return text;
    }
};

void read(std::string_view value, std::vector<Challenge>& into)
{
    Reader reader{value};
    while (true) {
        reader.skip(" \t\n,");
        const std::string name = base::toLowerAscii(reader.token());
        if (name.empty())
            return;
        reader.skip(" \t");
        if (!reader.take('=')) { // a name without a value begins a challenge
            into.push_back({name, {}});
            continue;
        }
        reader.skip(" \t");
        std::string text = reader.take('"') ? reader.quoted() : reader.token();
        if (!into.empty())
            into.back().parameters.emplace(name, std::move(text));
    }
}

} // namespace

std::string Challenge::parameter(const std::string& name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
}

std::vector<Challenge> challengesIn(const Response& response)
{
    std::vector<Challenge> challenges;
    for (const Header& header : response.headers) {
        if (base::toLowerAscii(header.name) == "www-authenticate")
            read(header.value, challenges);
    }
    return challenges;
}

} // namespace tashilgar::client::openrosa
