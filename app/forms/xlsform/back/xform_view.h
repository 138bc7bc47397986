#pragma once

#include "app/base/result.h"
#include "app/base/xml/document.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform::back {

/// A `setvalue` (or setgeopoint, recordaudio) with where it stands.
struct FoundAction {
    base::xml::NodeIndex element = base::xml::kNoNode;
    std::string name; ///< local: "setvalue"
    std::vector<std::string> events; ///< "xforms-ready" already under its new name
    base::xml::NodeIndex control = base::xml::kNoNode; ///< the control or repeat around it; none for the model
};

/// An XForm document by its parts, found once. Holds the document; indices stay valid as long as the view does.
class XFormView {
public:
    /// Fails with kBrokenForm: no XML, or no primary instance in it.
    static base::Result<XFormView> read(std::string_view xform);

    const base::xml::Document& document() const { return m_document; }
    base::xml::NodeIndex model() const { return m_model; }
    base::xml::NodeIndex body() const { return m_body; }
    /// Root element of the primary instance.
    base::xml::NodeIndex root() const { return m_root; }
    const std::string& title() const { return m_title; }
    /// Every instance but the first, in order.
    const std::vector<base::xml::NodeIndex>& secondaryInstances() const { return m_secondary; }

    base::xml::NodeIndex bind(std::string_view path) const { return find(m_binds, path); }
    /// The first control, group or repeat of the body for \p path; a repeat wins over the group around it.
    base::xml::NodeIndex control(std::string_view path) const { return find(m_controls, path); }
    /// The group around a repeat that carries its label.
    base::xml::NodeIndex repeatGroup(std::string_view path) const { return find(m_repeatGroups, path); }
    bool isRepeat(std::string_view path) const;
    /// Where a control stands in the body, to put questions in the order they are asked.
    std::size_t position(base::xml::NodeIndex control) const;
    /// The path of a control, group or repeat of the body; empty when it has none.
    std::string path(base::xml::NodeIndex control) const;
    /// Actions by the path they set, in the order of the document.
    const std::vector<FoundAction>& actions(std::string_view path) const;
    /// Body elements that have no row of their own: a second control for one place, a group without a place.
    const std::vector<base::xml::NodeIndex>& leftOver() const { return m_leftOver; }

    /// An attribute by qualified name with the prefixes of XLSForm ("jr:count", "orx:max-pixels"), whatever the
    /// document calls them; empty when there is none.
    std::string attribute(base::xml::NodeIndex element, std::string_view qualified) const;
    /// The prefix XLSForm has for a namespace; else the document's own.
    std::string qualified(const base::xml::Name& name) const;
    /// Prefixes of attributes that are no part of XLSForm's own set, with their namespaces.
    std::map<std::string, std::string> foreignNamespaces() const;

private:
    using ByPath = std::map<std::string, base::xml::NodeIndex, std::less<>>;
    static base::xml::NodeIndex find(const ByPath& map, std::string_view path);
    void collectBinds();
    void collectBody(base::xml::NodeIndex parent, const std::string& context, base::xml::NodeIndex around);
    void addAction(base::xml::NodeIndex element, base::xml::NodeIndex around, const std::string& context);
    std::string placeOf(base::xml::NodeIndex element, const std::string& context) const;

    base::xml::Document m_document;
    base::xml::NodeIndex m_model = base::xml::kNoNode;
    base::xml::NodeIndex m_body = base::xml::kNoNode;
    base::xml::NodeIndex m_root = base::xml::kNoNode;
    std::string m_title;
    std::vector<base::xml::NodeIndex> m_secondary;
    ByPath m_binds;
    std::map<std::string, std::string, std::less<>> m_bindIds;
    ByPath m_controls;
    ByPath m_repeatGroups;
    std::set<std::string, std::less<>> m_repeats;
    std::map<base::xml::NodeIndex, std::size_t> m_positions;
    std::map<base::xml::NodeIndex, std::string> m_paths;
    std::map<std::string, std::vector<FoundAction>, std::less<>> m_actions;
    std::vector<base::xml::NodeIndex> m_leftOver;
};

} // namespace tashilgar::forms::xlsform::back
