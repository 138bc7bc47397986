import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A row of a list: sign, two lines, what stands at the end, chevron. A hairline under it unless it is the last. */
T.AbstractButton {
    id: root

    property string second
    property string glyph
    property string tone: "plain"
    property string endText
    property string tagText
    property string tagGlyph
    property string tagTone: "waiting"
    property bool chosen: false
    property bool chevron: true
    property bool first: false // rounds the corners of the card it begins
    property bool last: false
    property bool strong: false
    property int secondLines: 2
    default property alias trailing: trailingRow.data
    property alias below: belowColumn.data // under the lines

    implicitHeight: Math.max(76, contentItem.implicitHeight + 20)
    implicitWidth: 320
    leftPadding: 20
    rightPadding: 20
    focusPolicy: Qt.StrongFocus
    Accessible.name: text + (second === "" ? "" : ", " + second)

    contentItem: RowLayout {
        spacing: 16

        Disc {
            visible: root.glyph !== ""
            glyph: root.glyph
            tone: root.tone
            color: root.chosen ? Theme.surface : Tone.ground(root.tone)
        }
        ColumnLayout {
            id: belowColumn

            spacing: 6
            Layout.fillWidth: true

            TwoLines {
                first: root.text
                second: root.second
                strong: root.strong || root.chosen
                ink: root.chosen ? Theme.onPrimarySoft : Theme.text
                secondInk: root.chosen ? Theme.onPrimarySoft : Theme.muted
                secondLines: root.secondLines
                Layout.fillWidth: true
            }
            Tag { // beside the lines it would leave them no room
                visible: root.tagText !== "" && Theme.narrow
                text: root.tagText
                glyph: root.tagGlyph
                tone: root.tagTone
            }
        }
        Tag {
            visible: root.tagText !== "" && !Theme.narrow
            text: root.tagText
            glyph: root.tagGlyph
            tone: root.tagTone
        }
        AppText {
            visible: root.endText !== ""
            kind: "label"
            text: root.endText
            color: root.chosen ? Theme.onPrimarySoft : Theme.muted
        }
        RowLayout {
            id: trailingRow

            spacing: 8
            visible: children.length > 0
        }
        AppIcon {
            visible: root.chevron
            icon: "chevron_right"
            color: Theme.text
        }
    }
    background: RoundedEnds {
        color: root.chosen ? Theme.primarySoft : root.down ? Theme.sunken : "transparent"
        roundTop: root.first
        roundBottom: root.last

        Rectangle {
            visible: !root.last
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.borderHair
            color: Theme.line
        }
        FocusRing {
            target: parent
            anchors.margins: 2
            visible: root.visualFocus
        }
    }
}
