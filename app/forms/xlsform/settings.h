#pragma once

#include "app/forms/convert.h"
#include "app/forms/xlsform/table.h"

namespace tashilgar::forms::xlsform {

/// The settings sheet, with what stands in for what it leaves out.
struct Settings {
    Row row;
    std::string rootName;
    std::string formId;
    std::string title;
    std::string version;
    std::string defaultLanguage = "default";
    std::string style;
    std::string instanceName;
    std::string instanceId = "uid";
    std::string instanceNamespace;
    std::string publicKey;
    std::string submissionUrl;
    std::string autoSend;
    std::string autoDelete;
    std::string prefix;
    std::string delimiter;
    bool clientEditable = false;
    bool allowChoiceDuplicates = false;
    bool omitInstanceId = false;
    bool cleanTexts = true;
    bool addNoneOption = false;
    std::vector<std::pair<std::string, std::string>> namespaces; ///< prefix, address
    std::vector<std::pair<std::string, std::string>> attributes; ///< of the primary instance's root
};

/// \p sheet may be null. Spec: https://xlsform.org/en/#settings-worksheet
Settings readSettings(const Sheet* sheet, const ConvertOptions& options, Messages& messages);

/// Any spelling of yes: "yes", "TRUE", "true()".
bool meansYes(std::string_view text);
bool meansNo(std::string_view text);

} // namespace tashilgar::forms::xlsform
