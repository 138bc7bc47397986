import QtQuick
import QtQuick.Layouts
import Tashilgar

/** One thing to tell about a form: where, what, and what to do. */
Item {
    id: root

    required property string severity
    required property string place
    required property string sentence
    required property string remedy
    required property int index
    readonly property bool stop: severity === "error"

    objectName: "problem_" + index
    implicitHeight: lines.implicitHeight + 24
    implicitWidth: 320

    Rectangle {
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
    ColumnLayout {
        id: lines

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 24
        anchors.rightMargin: 24
        spacing: 0

        DataText {
            visible: words !== ""
            kind: "label"
            color: root.stop ? Theme.stop : Theme.waiting
            words: root.place
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Layout.fillWidth: true
        }
        DataText {
            kind: "lead"
            words: root.sentence
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Layout.fillWidth: true
        }
        DataText {
            visible: words !== ""
            color: Theme.muted
            words: root.remedy
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Layout.fillWidth: true
        }
    }
}
