import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** A roster where no table fits: a card for each instance, which opens as a page. */
ListView {
    id: root

    required property RosterModel roster
    property int before: 0 // rows
    signal opened(string ref)

    objectName: "rosterCards"
    clip: true
    spacing: 8
    reuseItems: true
    cacheBuffer: 0
    boundsBehavior: Flickable.StopAtBounds
    model: visible ? roster : null
    T.ScrollBar.vertical: AppScrollBar {}
    onCountChanged: {
        if (before > 0 && count === before + 1)
            toEnd.start(); // who was just added is seen
        before = count;
    }
    delegate: T.AbstractButton {
        id: card

        required property string ref
        required property string number
        required property string name
        required property string second
        required property string problem
        required property var notes
        required property int index

        width: ListView.view.width
        implicitHeight: Math.max(76, contentItem.implicitHeight + 20)
        objectName: "instance_" + ref
        leftPadding: 12
        rightPadding: 12
        focusPolicy: Qt.StrongFocus
        Accessible.name: name + ", " + second
        onClicked: root.opened(ref)

        contentItem: RowLayout {
            spacing: 12

            AppText {
                kind: "label"
                color: Theme.muted
                text: card.number
                Layout.minimumWidth: 24
            }
            ColumnLayout {
                spacing: 4
                Layout.fillWidth: true

                TwoLines {
                    first: card.name
                    second: card.second
                    Layout.fillWidth: true
                }
                DataText {
                    visible: words !== "" && card.problem === ""
                    kind: "small"
                    color: Theme.muted
                    words: card.notes.join("\n")
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
                ProblemLine {
                    sentence: card.problem
                    Layout.fillWidth: true
                }
            }
            IconButton {
                visible: root.roster.canRemove
                objectName: "remove_" + card.ref
                glyph: "delete"
                ink: Theme.muted
                text: qsTr("Remove %1").arg(card.name)
                onClicked: root.roster.remove(card.index)
            }
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: card.down ? Theme.sunken : Theme.surface
            border.width: card.problem === "" ? Theme.borderControl : Theme.borderChosen
            border.color: card.problem === "" ? Theme.control : Theme.stop

            FocusRing {
                target: parent
                visible: card.visualFocus
            }
        }
    }

    Timer {
        id: toEnd // when the row is there

        interval: 0
        onTriggered: root.positionViewAtEnd()
    }
}
