import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * What the camera sees, while `on`: with light and the other camera where there are any, and with corners to aim by where
 * a code is wanted. Without a camera it says so and stays small; what else can be done stands beside it.
 */
Item {
    id: root

    required property CameraController camera
    property bool on: true
    property bool codes: false
    property bool toward: false
    property string hint
    property color ground: Theme.page // what lies around the view: its corners are cut with it
    readonly property bool watching: on && visible
    readonly property bool mine: camera.viewer === root
    readonly property bool seeing: mine && camera.state === "running"
    /** There is nothing to see through. */
    readonly property bool blind: mine && (camera.state === "none" || camera.state === "forbidden" || camera.state === "failed")
    /** Why, in words; `telling` shows them here. */
    readonly property string reason: camera.state === "none" ? qsTr("This tablet has no camera that the app can use.")
        : camera.state === "forbidden" ? qsTr("The tablet does not let this app use the camera. Allow it in the tablet's settings.")
        : qsTr("The camera stopped. Another app may be using it.")
    property bool telling: true
    signal codeRead(string text)

    implicitWidth: 320
    implicitHeight: blind ? sentence.implicitHeight : 240
    clip: true
    onWatchingChanged: {
        if (watching)
            camera.watch(root, toward, codes);
        else
            camera.leave(root);
    }
    Component.onCompleted: {
        if (watching)
            camera.watch(root, toward, codes);
    }
    Component.onDestruction: camera.leave(root)

    Connections {
        target: root.camera
        function onCodeRead(viewer, text) {
            if (viewer === root)
                root.codeRead(text);
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: !root.blind
        radius: Theme.radiusSheet
        color: "#22262A"
        Accessible.role: Accessible.Graphic
        Accessible.name: root.seeing ? qsTr("What the camera sees") : qsTr("The camera is starting")

        PictureView {
            anchors.fill: parent
            objectName: "cameraPicture"
            visible: root.seeing
            covering: true
            mirrored: root.camera.toward
            picture: root.camera.frame
        }
        AppText {
            anchors.centerIn: parent
            visible: !root.seeing
            color: "#FFFFFF"
            text: qsTr("The camera is starting…")
        }
        Repeater {
            model: root.codes && root.seeing ? 4 : 0

            Item { // a corner of the frame to aim by
                id: corner

                required property int index
                readonly property real side: Math.min(parent.width * 0.7, parent.height * 0.7)

                width: 40
                height: 40
                x: parent.width / 2 + (index % 2 === 0 ? -side / 2 : side / 2 - width)
                y: parent.height / 2 + (index < 2 ? -side / 2 : side / 2 - height)

                Rectangle {
                    width: parent.width
                    height: 5
                    y: corner.index < 2 ? 0 : parent.height - height
                    color: "#FFFFFF"
                }
                Rectangle {
                    width: 5
                    height: parent.height
                    x: corner.index % 2 === 0 ? 0 : parent.width - width
                    color: "#FFFFFF"
                }
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.hint !== "" && root.seeing
            width: Math.min(parent.width - 24, words.implicitWidth + 24)
            height: words.implicitHeight + 8
            radius: Theme.radiusTag
            color: "#CC000000"

            AppText {
                id: words

                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 24)
                kind: "small"
                color: "#FFFFFF"
                text: root.hint
                elide: Text.ElideRight
            }
        }
        Rectangle { // rounds what is shown: a frame of the page's colour, of which the corners alone lie inside
            anchors.fill: parent
            anchors.margins: -Theme.radiusSheet
            radius: 2 * Theme.radiusSheet
            color: "transparent"
            border.width: Theme.radiusSheet
            border.color: root.ground
        }
        OverPicture {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.margins: 12
            visible: root.mine && root.camera.hasTorch
            objectName: "torch"
            glyph: root.camera.torch ? "flashlight_off" : "flashlight_on"
            text: root.camera.torch ? qsTr("Light off") : qsTr("Light on")
            onClicked: root.camera.torch = !root.camera.torch
        }
        OverPicture {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 12
            visible: root.mine && root.camera.canTurn
            objectName: "turnCamera"
            glyph: "cameraswitch"
            text: qsTr("The other camera")
            onClicked: root.camera.turn()
        }
    }
    Banner {
        id: sentence

        anchors.left: parent.left
        anchors.right: parent.right
        visible: root.blind && root.telling
        objectName: "noCamera"
        glyph: "no_photography"
        text: root.reason
        action: root.camera.state === "none" ? "" : qsTr("Try again")
        onActed: root.camera.tryAgain()
    }
}
