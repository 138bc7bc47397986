import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A repeat of short questions, whole: how many there are, one more, and the rows as a table where it fits, else as cards.
 * Scrolls by itself, because only the rows that are seen exist.
 */
Item {
    id: root

    required property Application app
    readonly property FillController fill: app.fill
    readonly property RosterModel roster: fill.roster
    readonly property bool withCards: roster.signIn.available && roster.signIn.cardsAllowed
    readonly property bool beside: withCards && Theme.wide // the camera stands beside the rows
    readonly property bool asTable: table.least <= rows.width

    function add() {
        const row = roster.add();
        if (row < 0)
            return;
        if (asTable)
            table.goTo(row, 0);
        else
            fill.openCard(roster.refOf(row));
    }

    /** What was typed in a cell when the tablet died stands in it again. */
    function restoreTyping() {
        const place = roster.placeOf(fill.typedRef());
        if (visible && asTable && place[1] >= 0)
            table.edit(place[0], place[1], fill.typedIn(fill.typedRef()));
    }

    onVisibleChanged: soon.start()
    Component.onCompleted: soon.start()
    LayoutMirroring.enabled: fill.rightToLeft
    LayoutMirroring.childrenInherit: true

    Timer {
        id: soon // when the rows are there

        interval: 0
        onTriggered: root.restoreTyping()
    }
    Connections {
        target: root.roster
        function onCellWanted(row, column) {
            if (root.asTable)
                table.goTo(row, Math.max(0, column));
            else
                root.fill.openCard(root.roster.refOf(row));
        }
        function onUndoChanged() {
            if (root.roster.undoText === "")
                undo.visible = false;
            else
                undo.show(root.roster.undoText);
        }
    }
    Connections {
        target: root.roster.signIn
        function onChanged() {
            if (root.roster.signIn.accepted !== "")
                undo.visible = false; // the card says so itself, with its own way back
        }
    }
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.pageMargin
        anchors.topMargin: Theme.low ? 8 : Theme.narrow ? 12 : 20
        anchors.bottomMargin: Theme.low ? 8 : 16
        columns: root.beside ? 2 : 1
        columnSpacing: cards.item && (cards.item as SignInCamera).blind ? 0 : 24
        rowSpacing: 12

        Loader {
            id: cards

            active: root.withCards
            visible: active
            Layout.preferredWidth: !root.beside ? -1 : (item as SignInCamera)?.blind ? 0 : 400
            Layout.fillWidth: !root.beside
            Layout.fillHeight: root.beside
            sourceComponent: SignInCamera {
                app: root.app
                wide: root.beside
            }
        }
        ColumnLayout {
            id: rows

            spacing: 12
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                spacing: 12

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    DataText {
                        visible: words !== "" && !Theme.low
                        kind: "label"
                        color: Theme.primary
                        words: root.fill.groupName === root.roster.title ? "" : root.fill.groupName
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    DataText {
                        objectName: "rosterCount"
                        kind: "question"
                        strong: true
                        words: root.roster.countText
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
                AppButton {
                    visible: root.roster.canAdd && !root.roster.signIn.available
                    objectName: "add_" + root.fill.currentRef
                    glyph: "add"
                    text: Theme.narrow ? "" : qsTr("Add one more")
                    Accessible.name: qsTr("Add one more")
                    onClicked: root.add()
                }
            }
            Loader {
                active: root.roster.signIn.available
                visible: active
                Layout.fillWidth: true
                sourceComponent: SignInBar {
                    app: root.app
                    wide: !Theme.narrow
                }
            }
            UndoBar {
                id: undo

                Layout.fillWidth: true
                onUndone: root.roster.undo()
            }
            AppText {
                visible: root.roster.count === 0
                color: Theme.muted
                text: qsTr("Nothing here yet.")
            }
            Item { // not in the layout themselves: which of them is seen follows from the layout's width
                Layout.fillWidth: true
                Layout.fillHeight: true

                RosterTable {
                    id: table

                    anchors.fill: parent
                    visible: root.asTable && root.roster.count > 0
                    app: root.app
                }
                RosterCards {
                    anchors.fill: parent
                    visible: !root.asTable && root.roster.count > 0
                    roster: root.roster
                    onOpened: ref => root.fill.openCard(ref)
                }
            }
        }
    }
}
