import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The places of the app: a rail at the start edge, or tabs at the foot when `tabs`. */
Rectangle {
    id: root

    property bool tabs: false
    property string here
    property int outboxCount: 0
    signal picked(string place)

    readonly property var places: [
        { "name": "today", "glyph": "home", "word": qsTr("Today") },
        { "name": "forms", "glyph": "description", "word": qsTr("Forms") },
        { "name": "records", "glyph": "inventory_2", "word": qsTr("Records") },
        { "name": "outbox", "glyph": "outbox", "word": qsTr("Outbox") },
        { "name": "settings", "glyph": "settings", "word": qsTr("Settings") }
    ]

    implicitWidth: Theme.rail
    implicitHeight: Theme.tabs
    color: Theme.surface

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root.tabs ? 0 : 12
        columns: root.tabs ? root.places.length : 1
        columnSpacing: 0
        rowSpacing: 4

        Repeater {
            model: root.places

            NavItem {
                required property var modelData

                objectName: "place_" + modelData.name
                text: modelData.word
                glyph: modelData.glyph
                small: root.tabs
                here: root.here === modelData.name
                badge: modelData.name === "outbox" ? root.outboxCount : 0
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.picked(modelData.name)
            }
        }
    }
    Rectangle {
        visible: root.tabs
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
    Rectangle {
        visible: !root.tabs
        x: Theme.railAtRight ? 0 : parent.width - width // towards the pages
        width: Theme.borderHair
        height: parent.height
        color: Theme.line
    }
}
