#include "app/fieldwork/record_words.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/forms/submission.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tashilgar::fieldwork {
namespace {

/// So much of one record is indexed: a page of remarks.
constexpr std::size_t kMostBytes = 8 * 1024;

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 2> kNeighbourhood{"nbh", "neighbourhood"};
constexpr std::array<std::string_view, 2> kBlock{"block", "block_code"};
constexpr std::array<std::string_view, 3> kDoor{"hh_code", "door", "door_code"};
/// Preloads that are the same in every record of a tablet.
constexpr std::array<std::string_view, 6> kOfTheTablet{"deviceid", "username", "email", "phonenumber", "audit", "office"};

bool isSearched(const forms::Form& form, const forms::Field& field)
{
    switch (field.kind) {
    case forms::NodeKind::Input:
    case forms::NodeKind::Value:
        return (field.type == forms::DataType::String || field.type == forms::DataType::Barcode) && !isOneOf(kOfTheTablet, field.name);
    case forms::NodeKind::Select:
        return forms::attachedChoices(form, field.path).has_value();
    default:
        return false;
    }
}

class Collector {
public:
    explicit Collector(const forms::Form& form)
        : m_form(form)
    {
        for (const forms::Field& field : forms::fields(form))
            m_fields.emplace(field.path, &field);
    }

    void walk(const base::xml::Document& document, base::xml::NodeIndex element, const std::string& path)
    {
        const auto field = m_fields.find(path);
        if (document.firstElement(element) == base::xml::kNoNode && field != m_fields.end())
            take(*field->second, base::normaliseSpace(document.stringValue(element)));
        for (auto child = document.firstElement(element); child != base::xml::kNoNode; child = document.nextElement(child)) {
            const std::string& name = document.name(child).local;
            if (name != "meta")
                walk(document, child, path + "/" + name);
        }
    }

    /// A title that repeats a personal answer is as personal.
    void add(std::string_view title)
    {
        const bool personal = std::any_of(m_personal.begin(), m_personal.end(),
            [&](const std::string& value) { return title.find(value) != std::string_view::npos; });
        (personal ? words.personal : words.words).append(" ").append(title);
    }

    store::RecordWords words;

private:
    void take(const forms::Field& field, const std::string& value)
    {
        if (value.empty())
            return;
        const auto keep = [&](std::string& part) {
            if (part.empty() && field.repeat.empty())
                part = value;
        };
        if (isOneOf(kNeighbourhood, field.name))
            keep(words.neighbourhood);
        else if (isOneOf(kBlock, field.name))
            keep(words.block);
        else if (isOneOf(kDoor, field.name))
            keep(words.door);
        if (!isSearched(m_form, field))
            return;
        const bool personal = field.personal || field.sensitive;
        std::string& text = personal ? words.personal : words.words;
        if (text.size() + value.size() < kMostBytes)
            text += " " + value;
        if (personal)
            m_personal.push_back(value);
    }

    const forms::Form& m_form;
    std::unordered_map<std::string, const forms::Field*> m_fields;
    std::vector<std::string> m_personal;
};

} // namespace

store::RecordWords recordWords(const forms::Form& form, std::string_view name, std::string_view xml)
{
    Collector collector(form);
    if (const auto document = base::xml::read(xml)) {
        const auto root = document->documentElement();
        collector.walk(*document, root, "/" + document->name(root).local);
    }
    collector.add(name);
    collector.add(form.title());
    return std::move(collector.words);
}

} // namespace tashilgar::fieldwork
