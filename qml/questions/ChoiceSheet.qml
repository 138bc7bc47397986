import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** All choices of a select over the page. One of several closes it; of any number the chosen ones stand above. */
Sheet {
    id: root

    required property QuestionBlock block
    property bool multiple: false
    readonly property ChoiceModel model: block.choices

    title: block.label
    onOpened: {
        if (model !== null && model.searchable && !Theme.narrow)
            list.focusSearch();
    }
    onClosed: list.clear()

    ChoiceList {
        id: list

        block: root.block
        multiple: root.multiple
        tall: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        onPicked: {
            if (!root.multiple)
                root.close();
        }
    }
    AppButton {
        visible: root.multiple
        objectName: "closeChoices"
        kind: "main"
        glyph: "check"
        text: qsTr("Done")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
