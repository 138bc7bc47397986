import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** How long a square of the grid is, drawn as long. */
Rectangle {
    id: root

    required property MapView ground

    implicitWidth: Math.max(bar.width, words.implicitWidth) + 16
    implicitHeight: bar.y + 12
    radius: Theme.radiusTag
    color: Theme.surface

    AppText {
        id: words

        x: 8
        y: 2
        kind: "small"
        text: Words.distance(root.ground.scaleMetres)
    }
    Rectangle {
        id: bar

        x: 8
        y: Math.ceil(words.y + words.implicitHeight)
        width: root.ground.scalePixels
        height: 4
        color: Theme.text
    }
}
