#pragma once

#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/outline_model.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::viewmodels {

/// How far an entry is: its questions counted, its parts with what is left in each. A large form takes long to look through,
/// so it is looked through in pieces, and no page waits for it.
class FillSurvey {
public:
    /// From the beginning: the entry has changed, or the person stands elsewhere. \p here is none at the end of the form.
    void begin(const forms::Entry& entry, std::optional<FillStep> here, Paging paging);
    /// Looks on until \p budget is used up; true when all is seen. The entry is as it was at begin().
    bool work(const forms::Entry& entry, std::chrono::microseconds budget);

    /// Questions of the pages before this one, and of all; those of the last survey that saw everything, 0 before that.
    int before() const { return m_before; }
    int all() const { return m_all; }
    std::vector<OutlineRow> rows(const forms::Entry& entry) const;

private:
    struct Part {
        std::string ref;
        int asked = 0;
        int answered = 0;
        int problems = 0;
        bool here = false;
    };

    void look(const forms::Entry& entry, const FillStep& step);
    void count(const forms::NodeView& question, Part* part);
    Part* partOf(const forms::Entry& entry, const std::string& ref);
    OutlineRow rowOf(const forms::Entry& entry, const Part& part) const;

    Paging m_paging = Paging::Questions;
    std::optional<FillStep> m_here;
    std::optional<FillStep> m_next;
    bool m_started = false;
    bool m_passed = false; ///< the page of the person lies behind
    std::vector<Part> m_parts;
    std::map<std::string, std::size_t> m_known;
    int m_seen = 0;
    int m_seenBefore = 0;
    int m_before = 0;
    int m_all = 0;
};

} // namespace tashilgar::viewmodels
