import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/**
 * Choices that are too many for a page: a search field, how many it finds, and the rows, of which only those that are seen
 * exist. Chosen ones of a select of several stand above them, removable. Keys: Down enters the rows, Enter takes the only
 * one, Escape empties the field.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property bool multiple: false
    property bool tall: false // as high as its place, not as its rows
    readonly property ChoiceModel model: block.choices
    readonly property bool searchable: model !== null && model.searchable
    signal picked

    function pick(value: string, chosen: bool) {
        rows.byKeys = false;
        block.app.fill.choose(block.ref, value, !chosen);
        root.picked();
    }
    function clear() {
        field.text = "";
        if (model !== null)
            model.filter = "";
    }
    function focusSearch() {
        field.input.forceActiveFocus();
    }

    spacing: 8

    AppField {
        id: field

        visible: root.searchable
        objectName: "search_" + root.block.ref
        glyph: "search"
        clearable: true
        name: qsTr("Search")
        placeholder: qsTr("Search")
        Layout.fillWidth: true
        onEdited: text => root.model.filter = text
        onAccepted: {
            if (root.model.count === 1)
                root.pick(root.model.valueAt(0), false);
        }
        Keys.onDownPressed: {
            rows.byKeys = true;
            rows.forceActiveFocus();
        }
        Keys.onEscapePressed: event => {
            event.accepted = text !== "";
            root.clear();
        }
    }
    AppText {
        visible: root.searchable
        kind: "small"
        color: Theme.muted
        text: root.model === null ? "" : qsTr("%1 of %2").arg(Words.digits(String(root.model.count))).arg(Words.digits(String(root.model.total)))
    }
    Flow {
        visible: root.searchable && root.multiple && root.model.chosenCount > 0
        spacing: 8
        Layout.fillWidth: true

        Repeater {
            model: root.searchable && root.multiple ? root.model.chosenRows : []

            Chip {
                required property var modelData

                objectName: "chosen_" + root.block.ref + "_" + modelData.value
                text: modelData.label
                chosen: true
                glyph: "close"
                onClicked: root.pick(modelData.value, true)
            }
        }
    }
    AppText {
        visible: root.searchable && root.model.count === 0
        color: Theme.muted
        text: qsTr("Nothing like this is in the list. Fewer letters find more.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    ListView {
        id: rows

        property bool byKeys: false // a finger needs no ring

        clip: true
        spacing: 8
        reuseItems: true
        cacheBuffer: 0 // what is made ahead would be dropped half made when the page moves on
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        model: root.model
        T.ScrollBar.vertical: AppScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: root.tall
        Layout.preferredHeight: root.tall ? -1 : Math.min(contentHeight, Math.max(5 * 72, Theme.windowHeight - 460))
        Keys.onReturnPressed: {
            const row = currentItem as ChoiceRow;
            if (row)
                row.clicked();
        }
        delegate: ChoiceRow {
            required property string value
            required property string label
            required chosen
            required property string image

            width: ListView.view.width
            objectName: "choice_" + root.block.ref + "_" + value
            text: label
            picture: image === "" ? "" : root.block.app.fill.mediaUrl(image)
            multiple: root.multiple
            onClicked: root.pick(value, chosen)

            FocusRing {
                target: parent
                anchors.margins: 2
                visible: parent.ListView.isCurrentItem && rows.activeFocus && rows.byKeys
            }
        }
    }
    AppText {
        visible: root.searchable && root.tall
        kind: "small"
        color: Theme.muted
        text: qsTr("Letters and digits are found however they are written.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
