import QtQuick
import Tashilgar

/** A film; until the camera comes, a chosen file. */
CaptureQuestion {
    glyph: "videocam"
    action: qsTr("Choose a film")
}
