import QtQuick
import Tashilgar

/** Words in one of the type styles of Theme, aligned to the start edge. */
Text {
    id: root

    property string kind: "body"
    property bool strong: false

    font.family: Theme.family
    font.pixelSize: Theme.sizeOf(kind)
    font.weight: Theme.weightOf(kind, strong)
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.lineOf(kind)
    color: Theme.text
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
}
