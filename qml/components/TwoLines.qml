import QtQuick
import QtQuick.Layouts
import Tashilgar

/** First line in lead, second in small; the second may wrap. */
ColumnLayout {
    id: root

    property string first
    property string second
    property bool strong: false
    property color ink: Theme.text
    property color secondInk: Theme.muted
    property int secondLines: 2
    readonly property bool tight: Theme.narrow || width < 240 * Theme.textScale

    spacing: 0

    DataText {

        kind: "lead"
        strong: root.strong
        words: root.first
        color: root.ink
        wrapMode: root.tight ? Text.WordWrap : Text.NoWrap
        maximumLineCount: root.tight ? 2 : 1
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
    DataText {

        kind: "small"
        visible: words !== ""
        words: root.second
        color: root.secondInk
        wrapMode: Text.WordWrap
        maximumLineCount: root.secondLines
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
}
