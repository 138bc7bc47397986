#include "sync/hub/exports/file_names.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace tashilgar::hub::exports {
namespace {

// Bytes. With a number and an ending far below what file systems take (255), and still readable in a list.
constexpr std::size_t kLongest = 100;
constexpr std::string_view kMeaning = "/\\:*?\"<>|";

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

} // namespace

std::string FileNames::unique(std::string_view wanted)
{
    std::string name(wanted.substr(0, kLongest));
    if (wanted.size() > kLongest && continues(wanted[kLongest])) {
        // No half letter at the end.
        while (!name.empty() && continues(name.back()))
            name.pop_back();
        if (!name.empty())
            name.pop_back();
    }
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || kMeaning.find(c) != std::string_view::npos; }, '_');
    if (name.empty() || name.front() == '.')
        name.insert(0, 1, '_');
    std::string given = name;
    int& number = m_numbers.try_emplace(base::toLowerAscii(name), 1).first->second;
    while (!m_given.insert(base::toLowerAscii(given)).second)
        given = fmt::format("{}-{}", name, ++number);
    return given;
}

} // namespace tashilgar::hub::exports
