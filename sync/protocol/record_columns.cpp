#include "sync/protocol/record_columns.h"

#include <algorithm>

namespace tashilgar::protocol {

RecordColumns apart(std::string_view xml)
{
    if (xml.find(kAnswerHere) != std::string_view::npos)
        return {{}, std::string(xml)};
    RecordColumns columns;
    for (bool first = true; !xml.empty();) {
        const std::size_t text = std::min(xml.find('<'), xml.size());
        if (text > 0) {
            columns.markup += kAnswerHere;
            if (!first)
                columns.texts += kAnswerHere;
            columns.texts += xml.substr(0, text);
            first = false;
            xml.remove_prefix(text);
        }
        const std::size_t end = xml.find('>');
        const std::size_t length = end == std::string_view::npos ? xml.size() : end + 1;
        columns.markup += xml.substr(0, length);
        xml.remove_prefix(length);
    }
    return columns;
}

std::optional<std::string> joined(std::string_view markup, std::string_view texts)
{
    if (markup.empty())
        return std::string(texts);
    const auto places = static_cast<std::size_t>(std::ranges::count(markup, kAnswerHere));
    const auto given = static_cast<std::size_t>(std::ranges::count(texts, kAnswerHere)) + 1;
    if (places == 0 ? !texts.empty() : given != places)
        return std::nullopt;
    std::string xml;
    xml.reserve(markup.size() + texts.size());
    for (const char c : markup) {
        if (c != kAnswerHere) {
            xml += c;
            continue;
        }
        const std::size_t end = std::min(texts.find(kAnswerHere), texts.size());
        xml += texts.substr(0, end);
        texts.remove_prefix(std::min(end + 1, texts.size()));
    }
    return xml;
}

} // namespace tashilgar::protocol
