#pragma once

#include "app/forms/entry.h"

#include <QString>
#include <QVariantList>

#include <string>
#include <vector>

namespace tashilgar::viewmodels {

/// An answer that decides something of a question.
struct DecidingAnswer {
    QString ref;
    QString label;
    QString value; ///< as a person reads it; says so where there is none, or where it is not asked
    bool reachable = false; ///< a page shows it now
};

/// One thing that is so of a question, and the answers it follows from; none of them where it is always so.
struct FillReason {
    QString what; ///< "asked", "hidden", "needed", "refused", "accepted", "readonly", "worked", "choices", "origin"
    QString sentence;
    QString rule; ///< the form's own expression, for whoever wrote it; may be empty
    std::vector<DecidingAnswer> answers;
};

/// Why the question at \p ref is asked or hidden, needed, not accepted, not to be changed, or has its value: the engine's
/// trace (forms::Explanation) in words. What a calculation decides is followed to the answers that people gave.
/// Costs what the question's expressions cost. Empty where there is no such place.
std::vector<FillReason> reasonsOf(const forms::Entry& entry, const std::string& ref);

/// The same as a page reads it: {what, sentence, rule, answers: [{ref, label, value, reachable}]}.
QVariantList shownReasons(const std::vector<FillReason>& reasons);

} // namespace tashilgar::viewmodels
