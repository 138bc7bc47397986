import QtQuick

/** A circle of dashes, out of plain rectangles. */
Item {
    id: root

    property color color
    property int dash: 8
    property int thickness: 3

    height: width

    Repeater {
        model: Math.max(8, Math.round(Math.PI * root.width / (2.2 * root.dash + 4)))

        Item {
            id: spoke

            required property int index

            anchors.centerIn: parent
            width: root.width
            height: root.thickness
            rotation: index * 360 / Math.max(8, Math.round(Math.PI * root.width / (2.2 * root.dash + 4)))

            Rectangle {
                x: 0
                width: root.thickness
                height: root.dash
                radius: root.thickness / 2
                anchors.verticalCenter: parent.verticalCenter
                color: root.color
            }
        }
    }
}
