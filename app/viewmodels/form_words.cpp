#include "app/viewmodels/form_words.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_state.h"

namespace tashilgar::viewmodels {

bool readsRightToLeft(const forms::Entry& entry)
{
    return entry.language().empty() ? DisplayText::instance().rightToLeft() : isRightToLeft(languageCode(entry.language()));
}

QString formWords(const std::string& utf8, bool rightToLeft)
{
    return DisplayText::instance().worded(QString::fromStdString(utf8), rightToLeft);
}

QString formWords(const forms::Entry& entry, const std::string& utf8)
{
    return formWords(utf8, readsRightToLeft(entry));
}

} // namespace tashilgar::viewmodels
