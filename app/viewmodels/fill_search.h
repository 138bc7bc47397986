#pragma once

#include "app/forms/entry.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace tashilgar::viewmodels {

/// A question that was looked for.
struct FoundQuestion {
    QString ref;
    QString label;
    QString answer; ///< as a person reads it; empty where there is none
    QString place; ///< the group or row it stands in
    bool asked = true; ///< false: the form hides it now; reasonsOf() tells why
};

/// The questions of which every word of \p words is somewhere in the label, the hint, the name or the answer, hidden ones
/// too, in form order. Folded: ی and ي, ۱ and 1 are the same. At most \p most; none for blank words.
/// Looks at the whole form: call it when typing pauses.
std::vector<FoundQuestion> findQuestions(const forms::Entry& entry, const QString& words, std::size_t most);

} // namespace tashilgar::viewmodels
