import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * One more person in one touch: a name from the list, a name typed, or a card that a scanner types. What else is needed of
 * the new one is asked right here; then the field is ready for the next.
 */
ColumnLayout {
    id: root

    required property Application app
    property bool wide: true
    readonly property SignIn signIn: app.fill.roster.signIn
    readonly property bool searching: field.text.trim() !== "" && !asking
    readonly property bool asking: signIn.needs.count > 0 && signIn.waiting

    function ready(done: bool) {
        if (!done)
            return;
        field.text = "";
        if (!asking)
            field.input.forceActiveFocus();
    }

    spacing: 8
    onAskingChanged: {
        if (!asking)
            field.input.forceActiveFocus();
    }

    Connections {
        target: root.signIn
        function onNameWanted() {
            field.input.forceActiveFocus();
        }
    }
    RowLayout {
        spacing: 8

        AppField {
            id: field

            objectName: "signInSearch"
            glyph: "search"
            clearable: true
            name: qsTr("Name or card")
            placeholder: qsTr("Name or card")
            Layout.fillWidth: true
            onEdited: text => root.signIn.names.filter = text
            onAccepted: root.ready(root.signIn.enter(text))
        }
        AppButton {
            visible: root.signIn.typedAllowed
            objectName: "signInTyped"
            enabled: field.text.trim() !== ""
            glyph: "add"
            text: root.wide ? qsTr("New name") : ""
            Accessible.name: qsTr("New name")
            onClicked: root.ready(root.signIn.type(field.text))
        }
    }
    AppText {
        visible: root.signIn.notice !== ""
        color: Theme.waiting
        text: root.signIn.notice
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    GridView {
        id: names

        readonly property int across: root.wide ? 2 : 1

        visible: root.searching && root.signIn.names.count > 0
        clip: true
        reuseItems: true
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / across)
        cellHeight: Theme.choice + 8
        model: root.searching ? root.signIn.names : null
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.ceil(count / across), Theme.low ? 2 : 3) * cellHeight
        delegate: Item {
            id: place

            required property string value
            required property string label
            required property bool chosen
            required property int index

            width: names.cellWidth
            height: names.cellHeight

            ChoiceRow {
                anchors.fill: parent
                anchors.bottomMargin: 8
                anchors.rightMargin: root.wide && place.index % 2 === 0 ? 8 : 0
                objectName: "signIn_" + place.value
                text: place.label
                chosen: place.chosen
                onClicked: root.ready(root.signIn.pick(place.value))
            }
        }
    }
    Card {
        visible: root.asking
        implicitHeight: needs.implicitHeight + 32
        Layout.fillWidth: true

        Column {
            id: needs

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 16
            spacing: 12

            RowLayout {
                width: parent.width
                spacing: 12

                DataText {
                    kind: "title"
                    words: root.signIn.lastName
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                AppButton {
                    objectName: "signInLater"
                    compact: true
                    kind: "text"
                    text: qsTr("Later")
                    onClicked: root.signIn.leaveNeeds()
                }
            }
            Repeater {
                model: root.signIn.needs

                QuestionBlock {
                    width: needs.width
                    app: root.app
                    alone: false
                    spread: true
                }
            }
        }
    }
}
