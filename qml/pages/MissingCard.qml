import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** One group of what is left. */
Card {
    id: root

    required property FillController fill
    property string part
    property string tone
    property alias title: head.text
    property alias glyph: head.glyph
    property int count: 0
    property bool folded: false
    signal unfold
    signal reasonAsked(string ref, string doubt)

    implicitHeight: body.implicitHeight + 2

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 1
        y: 1
        spacing: 0

        SectionHead {
            id: head

            tone: root.tone
            endText: Words.digits(String(root.count))
            roundTop: true
            Layout.fillWidth: true
        }
        Repeater {
            model: root.fill.missing

            MissingItem {
                visible: part === root.part && !root.folded
                Layout.fillWidth: true
                onClicked: root.fill.goTo(ref)
                onReasonAsked: root.reasonAsked(ref, sentence)
            }
        }
        AppButton {
            visible: root.folded
            objectName: "unfold"
            kind: "text"
            compact: true
            text: qsTr("Show them")
            Layout.margins: 8
            onClicked: root.unfold()
        }
    }
}
