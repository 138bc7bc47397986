#include "app/cli/diagnostic_reply.h"

namespace tashilgar::cli {

namespace json = boost::json;

json::object diagnosticObject(const forms::Diagnostic& diagnostic)
{
    json::object details;
    for (const auto& [name, worth] : diagnostic.details) {
        if (!worth.empty())
            details[name] = worth;
    }
    json::object object{{"severity", nameOf(diagnostic.severity)}, {"code", diagnostic.code}, {"place", diagnostic.place},
        {"sentence", diagnostic.sentence}, {"remedy", diagnostic.remedy}, {"details", std::move(details)}};
    object["line"] = diagnostic.line == 0 ? json::value(nullptr) : json::value(diagnostic.line);
    return object;
}

} // namespace tashilgar::cli
