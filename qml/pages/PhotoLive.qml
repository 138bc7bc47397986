import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** What the camera sees, and the shutter where the hand is. Without a camera a file stands for it. */
GridLayout {
    id: root

    required property Application app
    readonly property PhotoController photo: app.photo
    readonly property bool lying: width > height && !Theme.narrow // the shutter is beside the picture, not under it
    readonly property bool atStart: Theme.railAtRight === Theme.rightToLeft // on the side of the hand

    columns: lying ? 2 : 1
    rows: lying ? 2 : 3
    columnSpacing: 0
    rowSpacing: 0

    Item { // the hand's side: the shutter in its middle, a file beside it
        visible: !view.blind
        Layout.row: root.lying ? 0 : 1
        Layout.column: root.lying && !root.atStart ? 1 : 0
        implicitWidth: root.lying ? 128 : 80
        implicitHeight: root.lying ? 80 : 112
        Layout.fillWidth: !root.lying
        Layout.fillHeight: root.lying
        Layout.leftMargin: root.lying && root.atStart ? 16 : 0
        Layout.rightMargin: root.lying && !root.atStart ? 16 : 0

        T.AbstractButton {
            id: shutter

            objectName: "shutter"
            visible: !view.blind
            enabled: view.seeing
            implicitWidth: 80
            implicitHeight: 80
            focusPolicy: Qt.StrongFocus
            focus: true
            Accessible.name: qsTr("Take the photo")
            anchors.centerIn: parent
            onClicked: root.photo.shoot()
            background: Rectangle {
                radius: 40
                color: Theme.surface
                border.width: Theme.borderChosen
                border.color: shutter.enabled ? Theme.primary : Theme.control

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 9
                    radius: width / 2
                    color: !shutter.enabled ? Theme.sunken : shutter.down ? Theme.primaryPressed : Theme.primary
                }
                AppIcon {
                    anchors.centerIn: parent
                    size: Theme.iconLarge
                    icon: "photo_camera"
                    filled: true
                    color: shutter.enabled ? Theme.onPrimary : Theme.muted
                }
                FocusRing {
                    target: parent
                    radius: 40
                    visible: shutter.visualFocus
                }
            }
        }
        AppButton {
            visible: !root.photo.fresh
            objectName: "photoFromFile"
            x: root.lying ? (parent.width - width) / 2 : Theme.rightToLeft ? parent.width - width - 8 : 8
            y: root.lying ? shutter.y + shutter.height + 24 : (parent.height - height) / 2
            compact: true
            kind: "text"
            text: qsTr("From a file")
            onClicked: root.photo.chooseFile()
        }
    }
    Item {
        Layout.row: 0
        Layout.column: root.lying && root.atStart ? 1 : 0
        Layout.fillWidth: true
        Layout.fillHeight: true

        CameraView {
            id: view

            anchors.fill: parent
            anchors.margins: Theme.pageMargin
            telling: false
            objectName: "photoView"
            camera: root.app.camera
            toward: root.photo.toward
            hint: qsTr("Without faces and number plates")
        }
        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.pageMargin
            visible: view.blind
            glyph: "no_photography"
            title: view.reason
            text: root.photo.fresh ? qsTr("This form asks for a photo that is taken now. Without a camera a file may stand for it.") : qsTr("A photo from a file does as well.")
            action: qsTr("Choose a photo")
            actionGlyph: "photo_library"
            onActed: root.photo.chooseFile()
        }
    }
    ProblemLine {
        soft: true
        sentence: root.photo.trouble
        Layout.row: root.lying ? 1 : 2
        Layout.column: 0
        Layout.columnSpan: root.lying ? 2 : 1
        Layout.margins: 16
        Layout.fillWidth: true
    }
}
