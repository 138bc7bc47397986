#pragma once

#include "tests/qml/stage.h"

#include <filesystem>

namespace tashilgar::tests {

/// Fills a form that nobody here has seen: opens it on the stage, answers each question with something its kind allows, adds
/// one row to each repeat, and goes on to the end as a person would.
class FormWalker {
public:
    explicit FormWalker(Stage& stage);

    struct Outcome {
        QString trouble; ///< why the form did not open, or where the walk came to a stop; empty when it reached the end
        int pages = 0;
        int answered = 0;
        bool finished = false; ///< the record was accepted; else something in it was still to be put right
    };
    Outcome walk(const std::filesystem::path& form);

private:
    QString open(const std::filesystem::path& form);
    void answerPage();
    void answerRoster();
    bool answer(const viewmodels::QuestionRow& row);
    bool attachPicture(const QString& ref);
    bool answerWith(const QString& ref, std::initializer_list<const char*> offers);
    viewmodels::FillController& fill() { return *m_stage->app().fill(); }

    Stage* m_stage;
    Outcome m_outcome;
};

} // namespace tashilgar::tests
