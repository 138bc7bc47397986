import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A small control with its name above it. */
ColumnLayout {
    property alias label: words.text

    spacing: 4

    AppText {
        id: words

        kind: "label"
        color: Theme.muted
    }
}
