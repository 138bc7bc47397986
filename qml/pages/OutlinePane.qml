import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The parts of the form: how far each is, and going there. */
Rectangle {
    id: root

    required property FillController fill
    property bool headless: false
    signal picked

    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: root.headless ? 0 : 16
        spacing: 4

        AppText {
            visible: !root.headless
            kind: "label"
            color: Theme.muted
            text: qsTr("Parts")
            Layout.leftMargin: 24
            Layout.bottomMargin: 4
        }
        ListView {
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
    }
    Rectangle {
        visible: !root.headless
        anchors.right: parent.right
        width: Theme.borderHair
        height: parent.height
        color: Theme.line
    }
}
