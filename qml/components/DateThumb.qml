import QtQuick
import Tashilgar

/** The thumb of a very long list: wide enough for a glove; while it is held, what stands there is written beside it. */
Item {
    id: root

    required property ListView list
    /** The words for a row, as a function of its number. */
    required property var labelOf
    property int row: 0

    function follow() {
        const at = list.indexAt(list.width / 2, list.contentY + 60);
        if (at >= 0)
            row = at;
    }
    function go(y: real) {
        const share = Math.max(0, Math.min(1, (y - thumb.height / 2) / (height - thumb.height)));
        row = Math.round(share * (list.count - 1));
        list.positionViewAtIndex(row, ListView.Beginning);
    }

    function told(at: int): string {
        const label = labelOf;
        return label(at);
    }

    objectName: "dateThumb"
    implicitWidth: Theme.touch
    visible: list.count > 60
    Accessible.role: Accessible.ScrollBar
    Accessible.name: root.visible ? root.told(root.row) : ""

    Connections {
        target: root.list

        function onContentYChanged() {
            if (!area.pressed)
                root.follow();
        }
    }
    Rectangle {
        id: thumb

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.list.count > 1 ? root.row / (root.list.count - 1) * (root.height - height) : 0
        width: 12
        height: 64
        radius: 6
        color: area.pressed ? Theme.primary : Theme.control
    }
    Rectangle {
        objectName: "thumbDay"
        visible: area.pressed
        anchors.right: parent.left
        anchors.rightMargin: 8
        y: Math.max(0, Math.min(root.height - height, thumb.y + (thumb.height - height) / 2))
        width: words.implicitWidth + 32
        height: words.implicitHeight + 16
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: Theme.borderControl
        border.color: Theme.control

        AppText {
            id: words

            anchors.centerIn: parent
            kind: "lead"
            strong: true
            text: area.pressed ? root.told(root.row) : ""
        }
    }
    MouseArea {
        id: area

        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => root.go(mouse.y)
        onPositionChanged: mouse => root.go(mouse.y)
    }
}
