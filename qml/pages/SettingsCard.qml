import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A part of the settings: a name and what can be chosen. */
Card {
    id: root

    property alias title: titleText.text
    property alias state_: stateText.text
    default property alias content: body.data

    implicitHeight: body.implicitHeight + 44

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 24
        anchors.topMargin: 20
        spacing: 12

        RowLayout {
            AppText {
                id: titleText

                kind: "lead"
                strong: true
                Layout.fillWidth: true
            }
            AppText {
                id: stateText

                kind: "label"
                color: Theme.muted
            }
        }
    }
}
