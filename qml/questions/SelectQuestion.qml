import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * Choices as rows; a search field over twelve; two columns when they do not fit one and every label fits half.
 * Chosen ones of a long list of several stand above it, removable.
 */
Column {
    id: root

    required property QuestionBlock block
    property bool multiple: false

    readonly property ChoiceModel model: block.choices
    readonly property bool searchable: model !== null && model.searchable
    readonly property bool twoColumns: !searchable && block.alone && model !== null && model.total > 4 && Theme.low
        && width >= 560 && model.longest * Theme.sizeOf("lead") * 0.55 < (width - 12) / 2 - 100

    function pick(value: string, chosen: bool) {
        block.app.fill.choose(block.ref, value, !chosen);
    }

    spacing: 8

    AppField {
        visible: root.searchable
        width: root.width
        objectName: "search_" + root.block.ref
        glyph: "search"
        clearable: true
        name: qsTr("Search")
        placeholder: qsTr("Search")
        onEdited: text => root.model.filter = text
    }
    AppText {
        visible: root.searchable
        kind: "small"
        color: Theme.muted
        text: root.model === null ? "" : qsTr("%1 of %2").arg(Words.digits(String(root.model.count))).arg(Words.digits(String(root.model.total)))
    }
    Flow {
        visible: root.searchable && root.multiple
        width: root.width
        spacing: 8

        Repeater {
            model: root.searchable && root.multiple ? root.model : null

            Chip {
                required property string value
                required property string label
                required chosen

                visible: chosen
                text: label
                glyph: "close"
                onClicked: root.pick(value, true)
            }
        }
    }
    ListView {
        visible: root.searchable
        width: root.width
        height: root.searchable ? Math.min(contentHeight, Math.max(5 * 72, Theme.windowHeight - 460)) : 0
        clip: true
        spacing: 8
        reuseItems: true
        cacheBuffer: 0 // what is made ahead would be dropped half made when the page moves on
        boundsBehavior: Flickable.StopAtBounds
        model: root.searchable ? root.model : null
        delegate: ChoiceRow {
            required property string value
            required property string label
            required chosen

            width: ListView.view.width
            objectName: "choice_" + root.block.ref + "_" + value
            text: label
            multiple: root.multiple
            onClicked: root.pick(value, chosen)
        }
    }
    Grid {
        id: offers

        visible: !root.searchable
        width: root.width
        columns: root.twoColumns ? 2 : 1
        rows: root.twoColumns && root.model !== null ? Math.ceil(root.model.total / 2) : Math.max(1, root.model?.total ?? 1)
        flow: root.twoColumns ? Grid.TopToBottom : Grid.LeftToRight
        columnSpacing: 12
        rowSpacing: root.twoColumns ? 8 : 10

        Repeater {
            model: root.searchable ? null : root.model

            ChoiceRow {
                required property string value
                required property string label
                required image
                required chosen
                required property bool noAnswer
                required property int index

                width: root.twoColumns ? Math.floor((offers.width - 12) / 2) : offers.width
                objectName: "choice_" + root.block.ref + "_" + value
                text: label
                multiple: root.multiple
                gap: noAnswer && index > 0 && !root.twoColumns ? 6 : 0
                onClicked: root.pick(value, chosen)
            }
        }
    }
}
