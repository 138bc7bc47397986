#pragma once

#include "app/forms/entry.h"
#include "app/viewmodels/question_model.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::viewmodels {

/// One page of a filling: a question, everything of a field-list, a repeat of simple questions with all its instances, or
/// the question whether another instance of any other repeat is wanted.
struct FillStep {
    enum class Kind { Question, List, Roster, Repeat };
    Kind kind = Kind::Question;
    std::string ref;

    friend bool operator==(const FillStep&, const FillStep&) = default;
};

/// What makes a page: each question, unless the form says field-list; or, where a person likes it so, each group that is no
/// more than a page, as if the form had said so.
enum class Paging { Questions, Groups };

// The pages of an entry as it stands now, relevant ones only, in form order. Each is found from the one beside it, so that
// going on in a form costs what is shown and not what the form holds.
std::optional<FillStep> firstStep(const forms::Entry& entry, Paging paging);
std::optional<FillStep> lastStep(const forms::Entry& entry, Paging paging);
std::optional<FillStep> stepAfter(const forms::Entry& entry, const FillStep& step, Paging paging);
std::optional<FillStep> stepBefore(const forms::Entry& entry, const FillStep& step, Paging paging);
/// The page that shows \p ref; where that is gone or not relevant the nearest one before it, else the first.
std::optional<FillStep> stepWith(const forms::Entry& entry, std::string_view ref, Paging paging);

/// What stands on the page of \p step. \p insistent: a missing answer is told too.
std::vector<QuestionModel::Item> itemsOf(const forms::Entry& entry, const FillStep& step, bool insistent);
/// The questions of the page, without what they offer; of a roster none.
std::vector<forms::NodeView> questionsOf(const forms::Entry& entry, const FillStep& step);

/// The nearest group or instance above \p ref with a label, empty at the top.
std::string labelledAncestor(const forms::Entry& entry, const std::string& ref);

/// Names of the instances of a repeat, for its list: {ref, title, second}.
QVariantList instancesOf(const forms::Entry& entry, const std::string& range);

/// The label of a group or the name of an instance ("Members, 2"); empty for one without.
QString placeName(const forms::Entry& entry, const std::string& ref);

/// The nodes above \p ref, outermost first, without the root.
std::vector<std::string> ancestorsOf(std::string_view ref);
/// "/data/rep" of "/data/rep[2]".
std::string rangeOf(std::string_view instance);

} // namespace tashilgar::viewmodels
