import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A photo: taken, or chosen from the files, on a page of its own; there it can be blurred, cropped and drawn on. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property int maxPixels: Number(block.parameters["max-pixels"] ?? 0)

    spacing: 12

    Rectangle {
        visible: picture.status === Image.Ready
        implicitHeight: Math.min(Theme.narrow ? 260 : 360, width * picture.implicitHeight / Math.max(1, picture.implicitWidth))
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
            mipmap: true
            asynchronous: true
            cache: false
        }
    }
    CaptureQuestion {
        id: capture

        block: root.block
        glyph: "add_a_photo"
        action: qsTr("Take a photo")
        again: qsTr("Take another photo")
        Layout.fillWidth: true

        function take() {
            root.block.app.photo.begin(root.block.ref, root.block.label, root.block.appearance, root.maxPixels);
        }
    }
    AppButton {
        visible: capture.answered
        objectName: "edit_" + root.block.ref
        glyph: "draw"
        text: qsTr("Blur, crop or draw on it")
        Layout.fillWidth: true
        onClicked: root.block.app.photo.edit(root.block.ref, root.block.label, root.block.appearance, root.maxPixels)
    }
}
