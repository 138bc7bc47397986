import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * A few choices, all of them seen: one below the other, or side by side where the form asks for columns and they fit. On a
 * low window two columns, filled downwards, when every label fits half the width.
 */
Grid {
    id: root

    required property QuestionBlock block
    required property var looks
    property bool multiple: false
    readonly property ChoiceModel model: block.choices
    readonly property int total: model?.total ?? 0
    readonly property bool plain: looks.includes("no-buttons")
    readonly property real longest: (model?.longest ?? 0) * Theme.sizeOf("lead") * 0.55
    /** What the form asks for: 0 nothing, -1 as many as fit, else so many. */
    readonly property int wanted: {
        for (const look of looks) {
            const match = /^(columns|compact|quickcompact)-(\d+)$/.exec(look);
            if (match)
                return Number(match[2]);
            if (["columns", "columns-pack", "compact", "quickcompact", "horizontal", "horizontal-compact", "list"].includes(look))
                return -1;
        }
        return 0;
    }
    readonly property bool downwards: wanted === 0 && block.alone && total > 4 && Theme.low && width >= 560 && longest < (width - 12) / 2 - 100
    readonly property int least: plain ? Math.max(72, Math.min(longest * 0.85 + 16, 160)) : Math.max(140, Math.min(longest + 90, 240))
    readonly property int gap: 10
    readonly property int fitting: Math.max(1, Math.min(total, Math.floor((width + gap) / (least * Theme.textScale + gap))))
    readonly property int cell: Math.floor((width - (columns - 1) * gap) / columns)
    signal picked(string value, bool chosen)

    columns: downwards ? 2 : wanted === 0 ? 1 : wanted < 0 ? Math.min(fitting, plain ? 6 : 4) : Math.min(wanted, fitting)
    rows: downwards ? Math.ceil(total / 2) : Math.max(1, Math.ceil(total / columns))
    flow: downwards ? Grid.TopToBottom : Grid.LeftToRight
    columnSpacing: gap
    rowSpacing: downwards ? 8 : gap

    Repeater {
        model: root.model

        ChoiceRow {
            required property string value
            required property string label
            required property string image
            required chosen
            required property bool noAnswer
            required property int index

            width: root.cell
            objectName: "choice_" + root.block.ref + "_" + value
            text: label
            picture: image === "" ? "" : root.block.app.fill.mediaUrl(image)
            multiple: root.multiple
            plain: root.plain
            gap: noAnswer && index > 0 && root.columns === 1 ? 6 : 0
            onClicked: root.picked(value, chosen)
        }
    }
}
