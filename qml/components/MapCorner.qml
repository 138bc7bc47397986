import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** One corner of what is drawn on a PlainMap: a disc with its number, moved by dragging. */
Item {
    id: root

    required property MapView ground
    required property string number
    required property real latitude
    required property real longitude
    required property int index
    property string refName
    property bool last: false
    property bool still: false
    signal moved(real latitude, real longitude)

    readonly property point home: ground.revision < 0 ? Qt.point(0, 0) : ground.screenOf(latitude, longitude)
    property point held // where the finger has it
    readonly property bool dragged: finger.pressed && finger.far
    readonly property point at: dragged ? held : home

    x: at.x - width / 2
    y: at.y - height / 2
    width: Theme.touch
    height: Theme.touch
    objectName: "corner_" + refName + "_" + index
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Point %1").arg(number)

    Rectangle {
        anchors.centerIn: parent
        width: root.last || root.dragged ? 30 : 24
        height: width
        radius: width / 2
        color: root.last ? Theme.primary : Theme.surface
        border.width: 3
        border.color: Theme.primary

        AppText {
            anchors.centerIn: parent
            kind: "small"
            font.pixelSize: 14
            font.weight: 600
            text: root.number
            color: root.last ? Theme.onPrimary : Theme.primary
        }
    }
    MouseArea {
        id: finger

        property point from
        property bool far: false

        anchors.fill: parent
        enabled: !root.still
        preventStealing: true
        onPressed: mouse => {
            from = Qt.point(mouse.x, mouse.y);
            far = false;
            root.held = root.home;
        }
        onPositionChanged: mouse => {
            const right = mouse.x - from.x;
            const down = mouse.y - from.y;
            if (!far && Math.abs(right) + Math.abs(down) < 10)
                return;
            // The disc moves under the finger, and with it what the finger is measured from.
            root.held = far ? Qt.point(root.held.x + right, root.held.y + down) : Qt.point(root.home.x + right, root.home.y + down);
            far = true;
        }
        onReleased: {
            if (!far)
                return;
            const place = root.ground.placeAt(root.held.x, root.held.y);
            root.moved(place[0], place[1]);
        }
    }
}
