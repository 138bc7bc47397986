import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A film, as a file: the app records none itself, and says so. */
ColumnLayout {
    id: root

    required property QuestionBlock block

    spacing: 12

    CaptureQuestion {
        block: root.block
        glyph: "videocam"
        action: qsTr("Choose a film")
        Layout.fillWidth: true
    }
    AppText {
        kind: "small"
        color: Theme.muted
        text: qsTr("Films are recorded with the tablet's own camera app, and chosen here.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
