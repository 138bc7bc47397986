import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** A day, a month or a year of a calendar. */
T.AbstractButton {
    id: root

    required property string iso
    required property string second
    required property bool chosen
    required property bool today
    required property bool holiday
    required property bool cursor
    required text

    readonly property color ink: chosen ? Theme.onPrimary : holiday ? Theme.stop : Theme.text

    enabled: iso !== ""
    opacity: enabled ? 1 : 0
    implicitHeight: Math.max(Theme.narrow || Theme.low ? 52 : Theme.windowHeight < 900 ? 56 : 64, words.implicitHeight + 8)
    focusPolicy: Qt.NoFocus // the calendar has the focus and says where it is
    Accessible.role: Accessible.RadioButton
    Accessible.name: text + (second === "" ? "" : ", " + second)
    Accessible.checked: chosen

    contentItem: Item {
        Column {
            id: words

            anchors.centerIn: parent
            width: parent.width

            AppText {
                width: parent.width
                kind: "lead"
                strong: root.chosen || root.today
                lineHeight: Theme.lineOf("label")
                text: root.text
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
            }
            AppText {
                visible: text !== ""
                width: parent.width
                kind: "small"
                lineHeight: Theme.lineOf("small") - 2
                text: root.second
                color: root.chosen ? Theme.onPrimary : root.holiday ? Theme.stop : Theme.muted
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
    background: Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.narrow ? 1 : 0
        radius: Theme.radiusControl
        color: root.chosen ? Theme.primary : root.down ? Theme.sunken : root.today ? Theme.primarySoft : Theme.surface
        border.width: root.cursor ? Theme.borderChosen : root.chosen ? 0 : Theme.borderControl
        border.color: root.cursor ? Theme.focus : root.today ? Theme.primary : Theme.control
    }
}
