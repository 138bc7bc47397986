import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** An order of importance, most important first; each row moves up or down. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property ChoiceModel model: block.choices

    spacing: 8

    Repeater {
        model: root.model

        Rectangle {
            id: row

            required property string value
            required property string label
            required property int index

            implicitHeight: Math.max(Theme.row, line.implicitHeight + 16)
            radius: Theme.radiusControl
            color: Theme.surface
            border.width: Theme.borderHair
            border.color: Theme.line
            Layout.fillWidth: true

            RowLayout {
                id: line

                anchors.fill: parent
                anchors.leftMargin: 20
                anchors.rightMargin: 8
                spacing: 8

                AppText {
                    kind: "lead"
                    strong: true
                    color: root.block.value === "" ? Theme.muted : Theme.primary
                    text: Words.digits(String(row.index + 1))
                    Layout.minimumWidth: 28
                }
                DataText {
                    kind: "lead"
                    words: row.label
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
                IconButton {
                    objectName: "up_" + root.block.ref + "_" + row.value
                    boxed: true
                    glyph: "arrow_upward"
                    text: qsTr("Move %1 up").arg(row.label)
                    enabled: row.index > 0
                    onClicked: root.block.app.fill.moveRank(root.block.ref, row.index, row.index - 1)
                }
                IconButton {
                    objectName: "down_" + root.block.ref + "_" + row.value
                    boxed: true
                    glyph: "arrow_downward"
                    text: qsTr("Move %1 down").arg(row.label)
                    enabled: root.model !== null && row.index < root.model.total - 1
                    onClicked: root.block.app.fill.moveRank(root.block.ref, row.index, row.index + 1)
                }
            }
        }
    }
    AppButton {
        visible: root.block.value === ""
        objectName: "keepOrder_" + root.block.ref
        compact: true
        glyph: "check"
        text: qsTr("This order is right")
        onClicked: root.block.app.fill.moveRank(root.block.ref, 0, 0)
    }
}
