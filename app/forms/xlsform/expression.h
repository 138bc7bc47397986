#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform {

/// A `${name}` in a text, and where in the expression around it that is.
struct Reference {
    std::size_t begin = 0; ///< of the "$"
    std::size_t end = 0;   ///< after the "}"
    std::string name;
    bool lastSaved = false;        ///< ${last-saved#name}
    bool inInstanceFilter = false; ///< inside [] of a path that starts with instance()
    bool wantsWholeSet = false;    ///< a node argument of indexed-repeat()
};

/// All references of an expression, in order. A "${" that never closes, or holds no name, is left as text.
std::vector<Reference> findReferences(std::string_view expression);
/// \p text with each reference replaced by what \p path says.
std::string replaceReferences(std::string_view text, const std::function<std::string(const Reference&)>& path);

/// Pieces of a label: plain text, and expressions whose value is shown. A reference is an expression, and so is a whole
/// path that starts with instance().
struct LabelPiece {
    bool isExpression = false;
    std::string text;
};
std::vector<LabelPiece> splitLabel(std::string_view label);

/// Whether a default must be calculated: it holds a reference, a call, a filter or arithmetic that is no date, place,
/// number, address or hyphenated word. \p type is the data type ("date", "geopoint").
bool isDynamicDefault(std::string_view text, std::string_view type);

/// What pulldata() calls of an expression read: the first argument of each.
std::vector<std::string> pulldataLists(std::string_view expression);
/// The arguments of a call to search() in an appearance; empty when there is none.
bool callsSearch(std::string_view appearance);
/// The one name of "${name}" with nothing around it; empty when the text is anything else.
std::string soleReference(std::string_view text);

/// An XML name without a colon, as XLSForm wants it for questions and lists: a letter or underscore first.
bool isName(std::string_view text);

} // namespace tashilgar::forms::xlsform
