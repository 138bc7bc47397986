#include "app/base/text.h"
#include "app/forms/xlsform/back/survey_rows.h"
#include "app/forms/xlsform/question_type.h"

#include <fmt/format.h>

namespace tashilgar::forms::xlsform::back {

using base::xml::kNoNode;
using base::xml::NodeIndex;

namespace {

/// The question type whose answers are of \p dataType; empty for texts and for types without a question.
std::string_view typedInput(std::string_view dataType)
{
    if (dataType == "int" || dataType == "integer")
        return "integer";
    for (const std::string_view type :
        {"decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode"}) {
        if (dataType == type)
            return type;
    }
    return {};
}

} // namespace

std::string SurveyRows::selectType(const Item& item, NodeIndex control, std::string_view word, DraftRow& row)
{
    const ChoiceCells cells = m_lists.read(control, item);
    row.set("choice_filter", cells.filter);
    row.set("parameters", cells.parameters);
    if (cells.list.empty())
        return "text";
    return fmt::format("{}{} {}", word, cells.fromFile ? "_from_file" : "", cells.list);
}

std::string SurveyRows::typeOf(const Item& item, NodeIndex control, DraftRow& row)
{
    if (control == kNoNode)
        return hiddenType(item, row);
    const NodeIndex bind = m_view.bind(item.path());
    const std::string dataType = m_view.attribute(bind, "type");
    const std::string& element = m_view.document().name(control).local;
    if (element == "select1")
        return selectType(item, control, "select_one", row);
    if (element == "select")
        return selectType(item, control, "select_multiple", row);
    if (element == "rank")
        return selectType(item, control, "rank", row);
    if (element == "trigger")
        return "acknowledge";
    if (element == "range")
        return "range";
    if (element == "upload") {
        const std::string media = m_view.attribute(control, "mediatype");
        for (const std::string_view type : {"image", "audio", "video", "file", "osm"}) {
            if (findQuestionType(type)->mediaType == media)
                return std::string(type);
        }
        row.set("body::mediatype", media);
        return "file";
    }
    if (const std::string_view typed = typedInput(dataType); !typed.empty())
        return std::string(typed);
    if (!dataType.empty() && dataType != "string")
        row.set("bind::type", dataType);
    return base::trim(m_view.attribute(bind, "readonly")) == "true()" ? "note" : "text";
}

/// What is not asked: metadata, calculations, positions taken by themselves.
std::string SurveyRows::hiddenType(const Item& item, DraftRow& row)
{
    const NodeIndex bind = m_view.bind(item.path());
    const std::string dataType = m_view.attribute(bind, "type");
    const std::string preload = m_view.attribute(bind, "jr:preload");
    const std::string parameter = m_view.attribute(bind, "jr:preloadParams");
    if (!preload.empty()) {
        for (const std::string_view name : {"start", "end", "today", "deviceid", "username", "phonenumber", "email",
                 "subscriberid", "simserial", "uri:deviceid", "uri:username", "uri:phonenumber", "uri:email"}) {
            const QuestionType* type = findQuestionType(name);
            if (type->preload == preload && type->preloadParams == parameter)
                return std::string(name);
        }
        row.set("bind::jr:preload", preload);
        row.set("bind::jr:preloadParams", parameter);
    }
    for (const FoundAction& action : m_view.actions(item.path())) {
        if (action.name == "recordaudio")
            return "background-audio";
        if (action.name == "setgeopoint")
            return action.control == kNoNode ? "start-geopoint" : "background-geopoint";
    }
    const bool calculated = !m_view.attribute(bind, "calculate").empty() || !m_view.actions(item.path()).empty();
    const std::string_view typed = typedInput(dataType);
    if (calculated && !typed.empty())
        return std::string(typed);
    if (!dataType.empty() && dataType != "string")
        row.set("bind::type", dataType);
    return calculated ? "calculate" : "hidden";
}

} // namespace tashilgar::forms::xlsform::back
