import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * Several selects over one list of choices: a table with a sunken head, the whole cell its target. Where the columns do not
 * fit, a block for each select, with numbered buttons and what the numbers mean above them.
 */
Column {
    id: root

    required property QuestionBlock block
    readonly property ChoiceModel columns: block.choices
    readonly property GridModel rows: block.grid
    readonly property int total: columns === null ? 0 : columns.total
    readonly property int cell: Math.min(104, Math.floor(width * 0.62 / Math.max(1, total)))
    readonly property bool table: total > 0 && cell >= 72 * Theme.textScale

    spacing: 12

    Rectangle {
        visible: root.table
        width: root.width
        height: body.implicitHeight + 2
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.borderHair
        border.color: Theme.line

        Column {
            id: body

            x: 1
            y: 1
            width: parent.width - 2

            RoundedEnds {
                width: body.width
                height: Math.max(44, heads.height + 16)
                color: Theme.sunken
                roundTop: true

                Row {
                    id: heads

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter

                    Repeater {
                        model: root.table ? root.columns : null

                        DataText {
                            required property string label

                            width: root.cell
                            kind: "label"
                            color: Theme.muted
                            words: label
                            wrapMode: Text.WordWrap
                            horizontalAlignment: Text.AlignHCenter
                            leftPadding: 4
                            rightPadding: 4
                        }
                    }
                }
            }
            Repeater {
                model: root.table ? root.rows : null

                GridRow {
                    required property int index

                    width: body.width
                    app: root.block.app
                    columns: root.columns
                    cell: root.cell
                    last: index === root.rows.count - 1
                }
            }
        }
    }
    Flow {
        visible: !root.table
        width: root.width
        spacing: 12

        Repeater {
            model: root.table ? null : root.columns

            DataText {
                required property string label
                required property int index

                kind: "label"
                color: Theme.muted
                words: qsTr("%1: %2", "number and what it means").arg(Words.digits(String(index + 1))).arg(label)
            }
        }
    }
    Repeater {
        model: root.table ? null : root.rows

        GridBlock {
            width: root.width
            app: root.block.app
            columns: root.columns
        }
    }
}
