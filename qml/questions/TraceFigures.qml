import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** How long a line or how large an area is so far, what is amiss with it, and the way back. */
ColumnLayout {
    id: root

    required property TraceModel trace
    property string refName
    signal kept(string answer)

    spacing: 8

    RowLayout {
        spacing: 12

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            AppText {
                objectName: "measure_" + root.refName
                kind: "title"
                strong: true
                text: root.trace.count < 2 ? "—" : root.trace.areaText !== "" ? root.trace.areaText : root.trace.lengthText
            }
            AppText {
                kind: "small"
                color: Theme.muted
                text: root.trace.areaText !== "" ? qsTr("area; %1 around it").arg(root.trace.lengthText) : qsTr("length so far")
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
        }
        AppButton {
            objectName: "undoPoint_" + root.refName
            compact: true
            glyph: "undo"
            text: qsTr("Take back")
            enabled: root.trace.canUndo
            onClicked: root.kept(root.trace.undone())
        }
    }
    RowLayout {
        visible: root.trace.trouble !== ""
        spacing: 8

        AppIcon {
            size: 20
            icon: "info"
            color: Theme.waiting
        }
        AppText {
            objectName: "traceTrouble_" + root.refName
            kind: "small"
            text: root.trace.trouble
            color: Theme.waiting
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
}
