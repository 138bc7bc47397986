#pragma once

#include "app/forms/xlsform/back/choice_lists.h"
#include "app/forms/xlsform/back/item_tree.h"

namespace tashilgar::forms::xlsform::back {

/// Writes the survey sheet: one row for each item, a pair for groups and repeats.
class SurveyRows {
public:
    SurveyRows(const XFormView& view, const ItemTree& tree, const Paths& paths, const FormTexts& texts,
        ChoiceLists& lists, Messages& messages);

    Draft run();
    /// instance_name of the settings; empty when the form names its records in no way.
    const std::string& instanceName() const { return m_instanceName; }
    bool hasInstanceId() const { return m_hasInstanceId; }
    /// The sheet "entities".
    const Draft& entities() const { return m_entities; }
    /// Files that rows declare without a select: of entities that are updated, and of pulldata().
    const std::set<std::string>& declaredFiles() const { return m_declared; }

private:
    void write(const Item& item);
    void writeMeta(const Item& meta);
    void writeEntity(const Item& entity, const Item& container);
    std::string typeOf(const Item& item, base::xml::NodeIndex control, DraftRow& row);
    std::string hiddenType(const Item& item, DraftRow& row);
    std::string selectType(const Item& item, base::xml::NodeIndex control, std::string_view word, DraftRow& row);
    void putBind(const Item& item, DraftRow& row);
    void putControl(const Item& item, base::xml::NodeIndex control, DraftRow& row);
    void putTexts(const Item& item, base::xml::NodeIndex control, DraftRow& row);
    void putNode(const Item& item, DraftRow& row);
    void putActions(const Item& item, DraftRow& row);
    void addParameter(DraftRow& row, std::string_view key, const std::string& value);
    std::string said(std::string_view expression, const Item& at);
    std::string referenceTo(base::xml::NodeIndex control) const;

    const XFormView& m_view;
    const ItemTree& m_tree;
    const Paths& m_paths;
    const FormTexts& m_texts;
    ChoiceLists& m_lists;
    Messages& m_messages;
    Draft m_survey{"survey", {}};
    Draft m_entities{"entities", {}};
    std::size_t m_entityCount = 0;
    std::string m_instanceName;
    bool m_hasInstanceId = false;
    std::set<std::string> m_declared;
};

} // namespace tashilgar::forms::xlsform::back
