#pragma once

#include "app/forms/diagnostics.h"

#include <span>
#include <string>
#include <string_view>

namespace tashilgar::forms::check {

/// What a finding says, in both languages. "{path}" stands for a detail; a part in brackets is left out when a detail in it
/// is missing. English is empty for what the parsers and the compiler word themselves.
struct Words {
    std::string_view code;
    std::string_view sentence, remedy;
    std::string_view persianSentence, persianRemedy;
};

/// The catalogue, in alphabetical order of the codes.
std::span<const Words> allWords();
/// Null for a code that is not in the catalogue.
const Words* wordsOf(std::string_view code);

/// \p pattern with the details of \p diagnostic filled in.
std::string filled(std::string_view pattern, const Diagnostic& diagnostic);

} // namespace tashilgar::forms::check
