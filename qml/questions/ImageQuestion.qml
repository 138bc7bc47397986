import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A photo; until the camera comes, a chosen file. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    spacing: 12

    Rectangle {
        visible: picture.status === Image.Ready
        implicitHeight: Math.min(360, picture.implicitHeight)
        radius: Theme.radiusControl
        color: Theme.sunken
        clip: true
        Layout.fillWidth: true

        Image {
            id: picture

            anchors.fill: parent
            source: root.block.value === "" ? "" : root.block.app.fill.previewOf(root.block.ref)
            sourceSize.height: 360
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            cache: false
        }
    }
    CaptureQuestion {
        block: root.block
        glyph: "add_a_photo"
        action: qsTr("Choose a photo")
        again: qsTr("Choose another photo")
        Layout.fillWidth: true
    }
}
