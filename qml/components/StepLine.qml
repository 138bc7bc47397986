import QtQuick
import QtQuick.Layouts
import Tashilgar

/** Steps with their names: done, here, to come. */
RowLayout {
    id: root

    property var names: []
    property int at: 0

    spacing: 10

    Repeater {
        model: root.names

        ColumnLayout {
            id: part

            required property string modelData
            required property int index

            spacing: 6
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Rectangle {
                implicitHeight: 8
                radius: 4
                color: part.index <= root.at ? Theme.primary : Theme.sunken
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 6

                AppIcon {
                    visible: part.index < root.at
                    size: 20
                    icon: "check"
                    color: Theme.muted
                }
                AppText {
                    kind: "label"
                    strong: part.index === root.at
                    color: part.index === root.at ? Theme.text : Theme.muted
                    text: part.modelData
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
            }
        }
    }
}
