import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** One of a short list that opens as a sheet. */
T.Button {
    id: root

    property string title
    property var options: []
    property int current: -1
    property bool problem: false
    signal picked(int index)

    implicitHeight: Math.max(Theme.primaryHeight, Theme.lineOf("lead") + 24)
    implicitWidth: 160
    leftPadding: 16
    rightPadding: 12
    focusPolicy: Qt.StrongFocus
    text: current >= 0 && current < options.length ? options[current] : ""
    Accessible.name: title + (text === "" ? "" : ", " + text)
    onClicked: sheet.open()

    contentItem: RowLayout {
        spacing: 8

        AppText {
            kind: "lead"
            text: root.text === "" ? root.title : root.text
            color: root.text === "" ? Theme.muted : Theme.text
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        AppIcon {
            icon: "arrow_drop_down"
            color: Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.sunken : Theme.surface
        border.width: root.problem ? Theme.borderChosen : Theme.borderControl
        border.color: root.problem ? Theme.stop : Theme.control

        FocusRing {
            target: parent
            visible: root.visualFocus
        }
    }

    Sheet {
        id: sheet

        title: root.title

        ListView {
            clip: true
            spacing: 8
            boundsBehavior: Flickable.StopAtBounds
            model: root.options
            Layout.fillWidth: true
            Layout.fillHeight: true
            delegate: ChoiceRow {
                required property string modelData
                required property int index

                width: ListView.view.width
                objectName: "pick_" + index
                text: modelData
                chosen: index === root.current
                onClicked: {
                    root.picked(index);
                    sheet.close();
                }
            }
        }
    }
}
