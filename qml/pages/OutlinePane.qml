import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The parts of the form: how far each is, what is left of them, looking for a question, and going there. */
Rectangle {
    id: root

    required property FillController fill
    property bool headless: false
    readonly property bool searching: search.text.trim() !== ""
    signal picked
    signal whyAsked(string ref) // of a question that cannot be gone to

    color: Theme.surface

    function look() {
        search.forceActiveFocus();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: root.headless ? 0 : 16
        spacing: 8

        RowLayout {
            visible: !root.headless
            spacing: 8
            Layout.leftMargin: 24
            Layout.rightMargin: 12
            Layout.fillWidth: true

            AppText {
                kind: "label"
                color: Theme.muted
                text: qsTr("Parts")
                Layout.fillWidth: true
            }
            Tag {
                visible: root.fill.outline.problemCount > 0
                objectName: "outlineProblems"
                glyph: "error"
                tone: "stop"
                text: Words.digits(qsTr("%n part(s) to put right", "", root.fill.outline.problemCount))
            }
        }
        AppField {
            id: search

            objectName: "outlineSearch"
            glyph: "search"
            name: qsTr("Look for a question")
            placeholder: qsTr("Look for a question")
            clearable: true
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.rightMargin: 12
            onEdited: pause.restart()
            Keys.onEscapePressed: event => {
                event.accepted = text !== "";
                text = "";
            }
        }
        Chip {
            visible: !root.searching
            objectName: "onlyLeft"
            text: qsTr("Only what is left")
            chosen: root.fill.outline.onlyLeft
            Layout.leftMargin: 12
            onClicked: root.fill.outline.onlyLeft = !chosen
        }
        ListView {
            visible: !root.searching
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.fill.outline
            spacing: 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: 12
            Layout.rightMargin: 12
            T.ScrollBar.vertical: AppScrollBar {}
            delegate: OutlineItem {
                width: ListView.view.width
                onClicked: {
                    root.fill.goTo(ref);
                    root.picked();
                }
            }
            footer: OutlineItem {
                width: ListView.view.width
                objectName: "outline_end"
                ref: ""
                label: qsTr("What is left")
                state_: root.fill.step === "end" ? "here" : "open"
                detail: ""
                onClicked: {
                    root.fill.goToEnd();
                    root.picked();
                }
            }
        }
        FoundList {
            id: found

            visible: root.searching
            Layout.fillWidth: true
            Layout.fillHeight: true
            onPicked: question => {
                if (question.asked) {
                    root.fill.goTo(question.ref);
                    root.picked();
                } else {
                    root.whyAsked(question.ref);
                }
            }
        }
    }
    Rectangle {
        visible: !root.headless
        anchors.right: parent.right
        width: Theme.borderHair
        height: parent.height
        color: Theme.line
    }
    Timer {
        id: pause

        interval: 150 // a word rather than each letter: the whole form is looked through
        onTriggered: found.questions = root.fill.find(search.text)
    }
}
