import QtQuick
import QtQuick.Controls.impl
import Tashilgar

/** One Material symbol, tinted; mirrored in right-to-left when its drawing has a direction. */
IconImage {
    id: root

    property string icon
    property bool filled: false
    property int size: Theme.icon

    readonly property var turning: ["arrow_back", "arrow_forward", "chevron_left", "chevron_right", "undo", "redo", "replay",
        "assignment_return", "directions_walk", "list", "toc", "sort", "backspace", "help"]

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: icon === "" ? "" : "qrc:/tashilgar/icons/" + icon + (filled || Theme.sun ? "-fill" : "") + ".svg"
    color: Theme.text
    mirror: Theme.rightToLeft && turning.includes(icon)
    Accessible.ignored: true
}
