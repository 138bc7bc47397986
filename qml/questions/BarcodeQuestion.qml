import QtQuick
import QtQuick.Layouts
import Tashilgar

/**
 * A code: read by the camera, from a picture, or typed, also by a scanner that types. The camera accepts one code and
 * stops. With `hidden-answer` what was read is not shown.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property var words: block.appearance.split(" ")
    readonly property bool hidden: words.includes("hidden-answer")
    property bool scanning: false

    function take(code: string) {
        scanning = false;
        field.text = code; // in place of what was half typed
        block.answer(code);
    }

    spacing: 12

    CameraView {
        objectName: "scanner_" + root.block.ref
        visible: root.scanning
        camera: root.block.app.camera
        codes: true
        toward: root.words.includes("front")
        hint: qsTr("Hold the code before the camera")
        Layout.fillWidth: true
        Layout.preferredHeight: blind ? implicitHeight : Math.min(360, Math.max(200, width * 0.6))
        onCodeRead: text => root.take(text)
    }
    RowLayout {
        visible: root.hidden && root.block.value !== ""
        spacing: 12
        Layout.fillWidth: true

        Disc {
            glyph: "check_circle"
            tone: "good"
        }
        AppText {
            objectName: "hidden_" + root.block.ref
            text: qsTr("A code is kept; this form does not show it.")
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "remove_" + root.block.ref
            glyph: "delete"
            ink: Theme.muted
            text: qsTr("Remove")
            onClicked: root.block.answer("")
        }
    }
    TypedQuestion {
        id: field

        visible: !root.hidden || root.block.value === ""
        block: root.block
        glyph: "barcode_scanner"
        clearable: true
        placeholder: qsTr("Type the code")
        inputMethodHints: Qt.ImhLatinOnly | Qt.ImhNoPredictiveText
        Layout.fillWidth: true
    }
    GridLayout {
        columns: Theme.narrow ? 1 : 2
        columnSpacing: 12
        rowSpacing: 12
        Layout.fillWidth: true

        AppButton {
            objectName: "scan_" + root.block.ref
            glyph: root.scanning ? "close" : "qr_code_scanner"
            text: root.scanning ? qsTr("Close the camera") : qsTr("Scan with the camera")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.scanning = !root.scanning
        }
        AppButton {
            objectName: "codeFromPicture_" + root.block.ref
            glyph: "photo_library"
            text: qsTr("From a picture")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.block.app.capture.takeCode(root.block.ref)
        }
    }
    ProblemLine {
        soft: true
        sentence: root.block.app.capture.troubleRef === root.block.ref ? root.block.app.capture.trouble : ""
        Layout.fillWidth: true
    }
    Connections {
        target: root.block.app.capture
        function onCodeChosen(asker, text) {
            if (asker === root.block.ref)
                root.take(text);
        }
    }
}
