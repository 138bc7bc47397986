import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** Two to four choices side by side. `options` are {value, label}. */
Rectangle {
    id: root

    property var options: []
    property string current
    signal picked(string value)

    implicitHeight: Math.max(56, Theme.lineOf("label") + 24)
    implicitWidth: 320
    radius: Theme.radiusControl
    color: Theme.surface
    border.width: Theme.borderControl
    border.color: Theme.control

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.borderControl
        spacing: 0

        Repeater {
            model: root.options

            T.AbstractButton {
                id: part

                required property var modelData
                required property int index
                readonly property bool chosen: modelData.value === root.current

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                objectName: "segment_" + modelData.value
                text: modelData.label
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: chosen
                onClicked: root.picked(modelData.value)

                contentItem: AppText {
                    kind: "label"
                    strong: part.chosen
                    text: part.text
                    color: part.chosen ? Theme.onPrimarySoft : Theme.text
                    horizontalAlignment: Text.AlignHCenter
                    elide: Text.ElideRight
                }
                background: Rectangle {
                    color: part.chosen ? Theme.primarySoft : part.down ? Theme.sunken : "transparent"
                    radius: Theme.radiusControl - 2

                    Rectangle {
                        visible: part.index > 0
                        anchors.left: parent.left
                        width: 1
                        height: parent.height
                        color: Theme.line
                    }
                    FocusRing {
                        target: parent
                        anchors.margins: -2
                        visible: part.visualFocus
                    }
                }
            }
        }
    }
}
