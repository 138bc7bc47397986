import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/**
 * One line of typing, with an optional sign before and unit after it. What is typed stays; `problem` only colours the
 * border (the sentence stands in ProblemLine under the control).
 */
FocusScope {
    id: root

    property alias text: input.text
    property alias placeholder: placeholderText.text
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias readOnly: input.readOnly
    property alias input: input
    property string name
    property string unit
    property string glyph
    property bool clearable: false
    property bool problem: false
    property bool codeLike: false // numbers and codes run left to right, from the start edge
    signal edited(string text)
    signal accepted

    implicitHeight: Math.max(Theme.primaryHeight, Theme.lineOf("lead") + 24)
    implicitWidth: 240

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: root.enabled && !root.readOnly ? Theme.surface : Theme.sunken
        border.width: input.activeFocus || root.problem ? Theme.borderChosen : Theme.borderControl
        border.color: root.problem ? Theme.stop : input.activeFocus ? Theme.primary : Theme.control
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        spacing: 12

        AppIcon {
            visible: root.glyph !== ""
            icon: root.glyph
            color: Theme.muted
        }
        T.TextField {
            id: input

            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            font.family: Theme.family
            font.pixelSize: Theme.sizeOf("lead")
            font.weight: Theme.weightOf("lead", false)
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.onPrimary
            horizontalAlignment: TextInput.AlignLeft
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            Accessible.name: root.name
            onTextEdited: root.edited(text)
            onAccepted: root.accepted()

            AppText {
                id: placeholderText

                anchors.fill: parent
                kind: "lead"
                color: Theme.muted
                elide: Text.ElideRight
                visible: input.text === "" && input.preeditText === ""
            }
        }
        AppText {
            visible: root.unit !== ""
            kind: "body"
            text: root.unit
            color: Theme.muted
        }
        IconButton {
            visible: root.clearable && input.text !== "" && !root.readOnly
            glyph: "close"
            ink: Theme.muted
            text: qsTr("Clear")
            Layout.rightMargin: -12
            onClicked: {
                input.clear();
                root.edited("");
                input.forceActiveFocus();
            }
        }
    }
}
