#pragma once

#include "app/forms/entry.h"
#include "app/viewmodels/question_model.h"

#include <string>
#include <vector>

namespace tashilgar::viewmodels {

/// One page of a filling: a question, everything of a field-list, or a repeat with its instances.
struct FillStep {
    enum class Kind { Question, List, Repeat };
    Kind kind = Kind::Question;
    std::string ref;
    int questions = 1; ///< how many a person is asked here
    std::string group; ///< the nearest group or instance above it with a label, empty at the top
};

/// The pages of an entry as it stands now, relevant ones only, in form order.
std::vector<FillStep> stepsOf(const forms::Entry& entry);

/// What stands on the page of \p step. \p insistent: a missing answer is told too.
std::vector<QuestionModel::Item> itemsOf(const forms::Entry& entry, const FillStep& step, bool insistent);

/// The page that shows \p ref, or the nearest one before it; -1 where there are none.
int stepWith(const std::vector<FillStep>& steps, std::string_view ref);

/// Names of the instances of a repeat, for its list: {ref, title, second}.
QVariantList instancesOf(const forms::Entry& entry, const std::string& range);

/// The label of a group or the name of an instance ("Members, 2"); empty for one without.
QString placeName(const forms::Entry& entry, const std::string& ref);

/// The nodes above \p ref, outermost first, without the root.
std::vector<std::string> ancestorsOf(std::string_view ref);

} // namespace tashilgar::viewmodels
