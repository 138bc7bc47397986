#include "app/forms/xlsform/persian.h"

#include <algorithm>

namespace tashilgar::forms::xlsform {

std::string_view persianFor(std::string_view english)
{
    for (const auto catalogue : {persianProblems(), persianRemedies()}) {
        const auto found = std::find_if(catalogue.begin(), catalogue.end(),
            [&](const PersianSentence& sentence) { return sentence.english == english; });
        if (found != catalogue.end())
            return found->persian;
    }
    return {};
}

} // namespace tashilgar::forms::xlsform
