#pragma once

#include "app/base/xml/document.h"
#include "app/forms/diagnostics.h"
#include "app/forms/model/definition.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace tashilgar::forms::parse {

/// What the parsers of one document share while they read it.
struct ParseJob {
    const base::xml::Document& document;
    model::Definition& definition;
    Diagnostics& diagnostics;
    std::unordered_map<std::string, model::DefId> bindIds; ///< bind/@id -> the place it binds

    using Details = std::vector<std::pair<std::string, std::string>>;
    void error(std::string code, std::string place, std::string sentence, std::string remedy = {}, Details details = {})
    {
        diagnostics.push_back({Severity::Error, std::move(code), std::move(place), std::move(sentence), std::move(remedy),
            std::move(details)});
    }
    void warning(std::string code, std::string place, std::string sentence, std::string remedy = {}, Details details = {})
    {
        diagnostics.push_back({Severity::Warning, std::move(code), std::move(place), std::move(sentence), std::move(remedy),
            std::move(details)});
    }

    std::string attribute(base::xml::NodeIndex element, std::string_view local) const
    {
        return std::string(document.attribute(element, local).value_or(""));
    }
    std::string attribute(base::xml::NodeIndex element, std::string_view uri, std::string_view local) const
    {
        return std::string(document.attribute(element, uri, local).value_or(""));
    }
    const std::string& local(base::xml::NodeIndex element) const { return document.name(element).local; }

    /// The place that the simple path \p ref means at \p element: absolute, or relative to \p context. Predicates are
    /// passed over. kNoDef when there is no such place or the path is not simple.
    model::DefId resolve(std::string_view ref, model::DefId context, base::xml::NodeIndex element) const;
};

/// What a path looks like without its predicates and blanks: "/data/rep[1]/x" -> "/data/rep/x".
std::string withoutPredicates(std::string_view path);

/// <label>, <hint>, or an attribute with a message, as text parts.
model::Text textOfElement(const base::xml::Document& document, base::xml::NodeIndex element);
model::TextTemplate templateOfElement(const base::xml::Document& document, base::xml::NodeIndex element);
/// "jr:itext('id')" is an itext; all else is plain.
model::Text textOfAttribute(std::string_view value);

// The passes, in the order in which parseForm() takes them. Each names its problems with their place.

/// Title, ids, primary instance into places, secondary instances, submission.
void parseModel(ParseJob& job, base::xml::NodeIndex head, base::xml::NodeIndex body);
void parseItext(ParseJob& job);
void parseBinds(ParseJob& job);
void parseBody(ParseJob& job, base::xml::NodeIndex body);
/// What entities the form declares: versions that are too new, names that servers refuse, answers saved to nothing.
void checkEntities(ParseJob& job);
/// search('file', …) of an appearance as the itemset it stands for, at the control read last.
void parseSearch(ParseJob& job, model::Control& control);
/// Lists that expressions name and no instance declares, as old clients let forms do: files of search() and pulldata(),
/// and the lists of itemsets.csv that a query names.
void addImpliedLists(ParseJob& job);
/// The actions of the model; then the places are put in order, which ends the reading.
void parseActions(ParseJob& job);
/// The action in \p element, if it is one; \p context is the place of what holds it.
bool parseAction(ParseJob& job, base::xml::NodeIndex element, model::DefId context, bool inModel);

} // namespace tashilgar::forms::parse
