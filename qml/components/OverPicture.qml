import QtQuick
import Tashilgar

/** A sign that lies over a picture: white on black in every theme. */
IconButton {
    id: root

    ink: "#FFFFFF"

    Rectangle {
        z: -1
        anchors.fill: parent
        radius: height / 2
        color: "#99000000"
    }
}
