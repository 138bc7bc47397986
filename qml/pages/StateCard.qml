import QtQuick
import Tashilgar

/** One thing that waits, as a card to touch. */
Card {
    id: root

    property alias row: content
    signal picked

    implicitHeight: content.implicitHeight + 2

    ListRow {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 1
        y: 1
        implicitHeight: Math.max(92, contentItem.implicitHeight + 28)
        first: true
        last: true
        strong: true
        onClicked: root.picked()
    }
}
