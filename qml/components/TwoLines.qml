import QtQuick
import QtQuick.Layouts
import Tashilgar

/** First line in lead, second in small; the second may wrap. */
ColumnLayout {
    id: root

    property alias first: firstLine.text
    property alias second: secondLine.text
    property bool strong: false
    property color ink: Theme.text
    property color secondInk: Theme.muted
    property int secondLines: 2

    spacing: 0

    AppText {
        id: firstLine

        kind: "lead"
        strong: root.strong
        color: root.ink
        wrapMode: Theme.narrow ? Text.WordWrap : Text.NoWrap
        maximumLineCount: Theme.narrow ? 2 : 1
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
    AppText {
        id: secondLine

        kind: "small"
        visible: text !== ""
        color: root.secondInk
        wrapMode: Text.WordWrap
        maximumLineCount: root.secondLines
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
}
