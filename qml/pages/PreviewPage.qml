import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A form while its author writes it: the strip that says so, the form as it opened last, over it what keeps it from opening now. */
Item {
    id: root

    required property Application app
    required property PreviewController preview
    readonly property int stops: preview.problems.stopCount
    property bool telling: false

    function tell(yes: bool) {
        telling = yes;
        (telling ? problems : page).forceActiveFocus();
    }

    Component.onCompleted: tell(stops > 0)

    Connections {
        target: root.preview
        function onChanged() {
            root.tell(root.stops > 0);
        }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PreviewStrip {
            preview: root.preview
            Layout.fillWidth: true
            onProblemsAsked: root.tell(!root.telling || page.item === null)
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Loader {
                id: page

                anchors.fill: parent
                sourceComponent: root.app.fill.open ? fill : root.preview.finished ? end : null
            }
            PreviewProblems {
                id: problems

                visible: root.telling
                problems: root.preview.problems
                covering: page.item !== null
                anchors.fill: parent
                onClosed: root.tell(false)
            }
        }
    }

    Component {
        id: fill

        FillPage {
            app: root.app
            rehearsal: true
        }
    }
    Component {
        id: end

        EmptyState {
            objectName: "previewEnd"
            glyph: "check_circle"
            title: qsTr("Filled to the end; nothing was kept")
            text: qsTr("This was a preview: there is no record, and nothing goes to the office.")
            action: qsTr("Fill it again")
            actionGlyph: "edit_note"
            onActed: root.preview.startAgain()
        }
    }
}
