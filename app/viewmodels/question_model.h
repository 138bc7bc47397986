#pragma once

#include "app/viewmodels/choice_model.h"
#include "app/viewmodels/grid_model.h"
#include "app/viewmodels/row_model.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <memory>

namespace tashilgar::viewmodels {

/// One question, heading or repeat as a page shows it.
struct QuestionRow {
    QString ref;
    QString control; ///< controlFor()
    QString label;
    QString hint;
    QString guidance;
    QString value; ///< lexical
    QString shown; ///< shownAnswer()
    bool required = false;
    bool multiple = false; ///< a select of several
    QString doubt;  ///< what the form expects instead, empty when there is nothing to say
    QString reason; ///< what a person said to that
    QString problem; ///< the sentence under the control, empty when there is nothing to say
    QString appearance;
    QString image;
    QString mediaType;
    QVariantMap parameters;
    ChoiceModel* choices = nullptr; ///< of a grid its columns
    GridModel* grid = nullptr;
    int count = 0;
    bool canAdd = false;
    bool canRemove = false;
    int depth = 0; ///< of headings inside a field-list
    QVariantList instances; ///< of a repeat: {ref, title, second}
};

/// What stands on the page being filled, from NodeViews; order is that of the form.
class QuestionModel : public RowModel<QuestionRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the fill controller")
    Q_PROPERTY(int count READ count NOTIFY shown)

public:
    /// One thing to show: a node, how deep it stands, and whether its missing answer is already worth a sentence.
    struct Item {
        forms::NodeView view;
        int depth = 0;
        bool insistent = false;
        QVariantList instances;
        QString reason{}; ///< why an answer that is not expected is right
    };

    explicit QuestionModel(QObject* parent = nullptr);

    /// \p rightToLeft: how the form's language is read. Selects of a grid become one row, with the control "Grid".
    void show(const std::vector<Item>& items, bool rightToLeft);
    int count() const { return rowCount(); }
    /// The row of a ref, or -1.
    Q_INVOKABLE int rowOf(const QString& ref) const;
    Q_INVOKABLE QVariantMap at(int row) const;

    /// The sentence under a control: a missing answer is told only when a person tried to go on, one that is not accepted at
    /// once. Empty when there is nothing to say.
    static QString problemOf(const forms::NodeView& view, bool insistent, bool rightToLeft);
    /// The sentence about an accepted answer that the form does not expect.
    static QString doubtOf(const forms::NodeView& view, bool rightToLeft);

signals:
    void shown();

private:
    QuestionRow rowFrom(const Item& item);
    QuestionRow gridFrom(std::span<const Item> items);
    ChoiceModel* choicesOf(const QString& ref, const forms::NodeView& view);

    std::map<QString, std::unique_ptr<ChoiceModel>> m_choices;
    std::map<QString, std::unique_ptr<GridModel>> m_grids;
    bool m_rightToLeft = false;
};

} // namespace tashilgar::viewmodels
