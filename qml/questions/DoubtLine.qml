import QtQuick
import QtQuick.Layouts
import Tashilgar

/** An answer that is accepted though the form expects another: what it says of it, and the reason that a person gave. */
ColumnLayout {
    id: root

    property string refName
    property string sentence
    property string reason
    property bool offered: true
    signal reasonAsked

    spacing: 8

    ProblemLine {
        objectName: "doubt_" + root.refName
        soft: true
        sentence: root.sentence
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.reason !== ""
        spacing: 8

        AppIcon {
            icon: "check_circle"
            size: 20
            color: Theme.good
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
        }
        DataText {
            objectName: "reasonOf_" + root.refName
            words: qsTr("It is right: %1").arg(root.reason)
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
    AppButton {
        visible: root.offered
        objectName: "giveReason_" + root.refName
        compact: true
        text: root.reason === "" ? qsTr("It is right, because…") : qsTr("Another reason")
        onClicked: root.reasonAsked()
    }
}
