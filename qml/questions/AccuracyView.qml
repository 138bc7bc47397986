import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * Accuracy drawn true to scale: the circle of now, a ring for what is wanted and one for the limit, a dot for each fix.
 * When the circle is larger than the view, the view steps out.
 */
Rectangle {
    id: root

    required property PositionController position
    readonly property real reach: {
        const need = Math.max(position.limit * 1.15, position.accuracyNow);
        for (const step of [30, 60, 120, 250, 600, 1500]) {
            if (need <= step)
                return step;
        }
        return 4000;
    }
    readonly property real scaleOf: Math.min(width, height) / 2 / reach
    readonly property real square: reach * 0.4
    readonly property int lines: Math.ceil(Math.max(width, height) / 2 / Math.max(1, square * scaleOf)) // on each side

    color: Theme.surface
    radius: Theme.radiusCard
    border.width: Theme.borderHair
    border.color: Theme.line
    clip: true

    Repeater {
        model: 2 * root.lines + 1

        Rectangle {
            required property int index

            x: root.width / 2 + (index - root.lines) * root.square * root.scaleOf
            width: 1
            height: root.height
            color: Theme.line
        }
    }
    Repeater {
        model: 2 * root.lines + 1

        Rectangle {
            required property int index

            y: root.height / 2 + (index - root.lines) * root.square * root.scaleOf
            width: root.width
            height: 1
            color: Theme.line
        }
    }
    component Ring: Rectangle {
        property real metres: 0

        anchors.centerIn: parent
        width: 2 * metres * root.scaleOf
        height: width
        radius: width / 2
        color: "transparent"
    }
    DashedRing {
        anchors.centerIn: parent
        width: 2 * root.position.limit * root.scaleOf
        dash: 3
        thickness: 3
        color: Theme.control
    }
    Ring {
        metres: Math.max(0, root.position.accuracyNow)
        visible: root.position.accuracyNow > 0
        color: Theme.primarySoft
        border.width: 4
        border.color: Theme.primary

        Behavior on metres {
            NumberAnimation {
                duration: Theme.circle
                easing.type: Easing.OutQuad
            }
        }
    }
    DashedRing {
        anchors.centerIn: parent
        width: 2 * root.position.wanted * root.scaleOf
        dash: 10
        thickness: 4
        color: Theme.good
    }
    Repeater {
        model: root.position.dots

        Rectangle {
            required property var modelData

            x: root.width / 2 + modelData.x * root.scaleOf - 5
            y: root.height / 2 - modelData.y * root.scaleOf - 5
            width: 10
            height: 10
            radius: 5
            color: Theme.muted
        }
    }
    Rectangle {
        anchors.centerIn: parent
        visible: root.position.accuracyBest > 0
        width: 28
        height: 28
        radius: 14
        color: Theme.primary
        border.width: 4
        border.color: Theme.surface
    }
    Tag {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.height / 2 - root.position.limit * root.scaleOf - height / 2
        text: qsTr("Limit: %1").arg(Words.metres(root.position.limit))
    }
    Tag {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.height / 2 + root.position.wanted * root.scaleOf - height / 2
        visible: root.position.wanted * root.scaleOf > 48
        tone: "good"
        text: qsTr("Wanted: %1").arg(Words.metres(root.position.wanted))
    }
    Tag {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: 12
        text: qsTr("Each square: %1").arg(Words.metres(root.square))
    }
}
