#include "app/base/text.h"
#include "app/forms/parse/parse_job.h"

#include <algorithm>

namespace tashilgar::forms::parse {

namespace xml = base::xml;

/// Spec: https://getodk.github.io/xforms-spec/#languages
void parseItext(ParseJob& job)
{
    const xml::Document& document = job.document;
    model::Itext& itext = job.definition.itext;
    bool hasDefault = false;
    for (auto block = document.firstElement(job.definition.modelElement); block != xml::kNoNode;
         block = document.nextElement(block)) {
        if (job.local(block) != "itext")
            continue;
        for (auto translation = document.firstElement(block); translation != xml::kNoNode;
             translation = document.nextElement(translation)) {
            if (job.local(translation) != "translation")
                continue;
            const std::string language = job.attribute(translation, "lang");
            if (std::find(itext.languages.begin(), itext.languages.end(), language) != itext.languages.end()) {
                job.warning("doubled-language", "itext, " + language, "this language is given twice; the first one counts");
                continue;
            }
            const std::size_t index = itext.languages.size();
            itext.languages.push_back(language);
            const auto isDefault = document.attribute(translation, "default");
            if (isDefault && *isDefault != "false" && *isDefault != "false()" && !hasDefault) {
                hasDefault = true;
                itext.defaultLanguage = index;
            }
            for (auto text = document.firstElement(translation); text != xml::kNoNode; text = document.nextElement(text)) {
                if (job.local(text) != "text")
                    continue;
                const std::string id = job.attribute(text, "id");
                for (auto value = document.firstElement(text); value != xml::kNoNode; value = document.nextElement(value)) {
                    if (job.local(value) == "value")
                        itext.add(id, index,
                            {std::string(base::trim(job.attribute(value, "form"))), templateOfElement(document, value)});
                }
            }
        }
    }
}

} // namespace tashilgar::forms::parse
