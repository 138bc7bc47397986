import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** Questions and answers of a record, to read. */
ListView {
    id: root

    required property var answers

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: answers
    T.ScrollBar.vertical: AppScrollBar {}
    delegate: ColumnLayout {
        id: line

        required property var modelData

        width: ListView.view.width
        spacing: 0

        DataText {
            kind: line.modelData.heading ? "label" : "small"
            strong: line.modelData.heading
            color: line.modelData.heading ? Theme.primary : Theme.muted
            words: line.modelData.label
            wrapMode: Text.WordWrap
            Layout.topMargin: line.modelData.heading ? 12 : 4
            Layout.fillWidth: true
        }
        DataText {
            visible: !line.modelData.heading
            words: line.modelData.value
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
}
