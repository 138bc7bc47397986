import QtQuick
import QtQuick.Layouts
import Tashilgar

/** One of what is ranked: its place, its words, a handle to drag it by, and a button each way. */
Rectangle {
    id: root

    required property string value
    required property string label
    required property int index
    property int total: 0
    property bool unset: false // nobody has said that this order is right
    property bool lifted: false
    property real shift: 0
    property string refName
    signal moved(int by)
    signal dragStarted
    signal dragging(real distance)
    signal dropped

    objectName: "rank_" + refName + "_" + value
    implicitHeight: Math.max(Theme.row, line.implicitHeight + 16)
    z: lifted ? 1 : 0
    radius: Theme.radiusControl
    color: lifted ? Theme.primarySoft : Theme.surface
    border.width: lifted ? Theme.borderChosen : Theme.borderHair
    border.color: lifted ? Theme.primary : Theme.line
    transform: Translate {
        y: root.shift
    }

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: 4
        anchors.rightMargin: 8
        spacing: 8

        Item {
            implicitWidth: 48
            implicitHeight: 48
            Layout.fillHeight: true

            AppIcon {
                anchors.centerIn: parent
                icon: "drag_indicator"
                color: Theme.muted
            }
            MouseArea {
                property real from: 0

                objectName: "handle_" + root.refName + "_" + root.value
                anchors.fill: parent
                preventStealing: true
                onPressed: mouse => {
                    from = mapToItem(root.parent, mouse.x, mouse.y).y;
                    root.dragStarted();
                }
                onPositionChanged: mouse => root.dragging(mapToItem(root.parent, mouse.x, mouse.y).y - from)
                onReleased: root.dropped()
                onCanceled: {
                    root.dragging(0);
                    root.dropped();
                }
            }
        }
        AppText {
            kind: "lead"
            strong: true
            color: root.unset ? Theme.muted : Theme.primary
            text: Words.digits(String(root.index + 1))
            Layout.minimumWidth: 28
        }
        DataText {
            kind: "lead"
            words: root.label
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "up_" + root.refName + "_" + root.value
            boxed: true
            glyph: "arrow_upward"
            text: qsTr("Move %1 up").arg(root.label)
            enabled: root.index > 0
            onClicked: root.moved(-1)
        }
        IconButton {
            objectName: "down_" + root.refName + "_" + root.value
            boxed: true
            glyph: "arrow_downward"
            text: qsTr("Move %1 down").arg(root.label)
            enabled: root.index < root.total - 1
            onClicked: root.moved(1)
        }
    }
}
