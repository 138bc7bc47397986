import QtQuick
import QtQuick.Templates as T
import Tashilgar

/** Several lines of typing; grows with what is written. */
FocusScope {
    id: root

    property alias text: input.text
    property alias readOnly: input.readOnly
    property alias input: input
    property string name
    property bool problem: false
    property int lines: 4
    signal edited(string text)

    implicitHeight: Math.max(lines * Theme.lineOf("lead") + 24, input.implicitHeight + 4)
    implicitWidth: 320

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: root.enabled && !root.readOnly ? Theme.surface : Theme.sunken
        border.width: input.activeFocus || root.problem ? Theme.borderChosen : Theme.borderControl
        border.color: root.problem ? Theme.stop : input.activeFocus ? Theme.primary : Theme.control
    }
    T.TextArea {
        id: input

        anchors.fill: parent
        focus: true
        padding: 14
        implicitHeight: contentHeight + topPadding + bottomPadding
        font.family: Theme.family
        font.pixelSize: Theme.sizeOf("lead")
        font.weight: Theme.weightOf("lead", false)
        color: Theme.text
        selectionColor: Theme.primary
        selectedTextColor: Theme.onPrimary
        wrapMode: TextEdit.Wrap
        horizontalAlignment: TextEdit.AlignLeft
        selectByMouse: true
        Accessible.name: root.name
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: nextItemInFocusChain(true)
        onTextChanged: {
            if (activeFocus)
                root.edited(text);
        }
    }
}
