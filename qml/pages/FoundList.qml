import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** The questions that were looked for; those that the form hides now say so. */
ListView {
    id: root

    property var questions: []
    signal picked(var question)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: questions
    T.ScrollBar.vertical: AppScrollBar {}

    delegate: ListRow {
        required property var modelData
        required property int index

        objectName: "found_" + modelData.ref
        width: ListView.view.width
        text: modelData.label
        second: modelData.second
        tagText: modelData.asked ? "" : qsTr("Not asked now")
        tagTone: "plain"
        last: index === ListView.view.count - 1
        onClicked: root.picked(modelData)
    }

    AppText {
        visible: root.count === 0
        x: 24
        y: 16
        width: root.width - 48
        color: Theme.muted
        text: qsTr("No question has these words in it, nor has an answer.")
        wrapMode: Text.WordWrap
    }
}
