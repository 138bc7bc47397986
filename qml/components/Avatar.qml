import QtQuick
import QtQuick.Layouts
import Tashilgar

/** Who works here: first letter and name. */
RowLayout {
    id: root

    property string name

    spacing: 8
    visible: name !== ""

    Rectangle {
        implicitWidth: 40
        implicitHeight: 40
        radius: 20
        color: Theme.primarySoft

        AppText {
            anchors.centerIn: parent
            strong: true
            text: root.name.charAt(0)
            color: Theme.onPrimarySoft
        }
    }
    AppText {
        visible: Theme.windowWidth >= 1000
        kind: "label"
        text: root.name
        elide: Text.ElideRight
        Layout.maximumWidth: 200
    }
}
