import QtQuick
import QtQuick.Layouts
import Tashilgar

/** One of a short list that opens as a sheet. */
FieldButton {
    id: root

    property string title
    property var options: []
    property int current: -1
    signal picked(int index)

    placeholder: title
    text: current >= 0 && current < options.length ? options[current] : ""
    onClicked: sheet.open()

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
