import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * A select: rows where they fit, a search over twelve, and among other questions a field with a sheet for what is long, or
 * `minimal` and no shorter than the field saves. `columns` and its like lay the choices side by side, `no-buttons` leaves their discs out, `quick` goes on by
 * itself.
 */
Loader {
    id: root

    required property QuestionBlock block
    property bool multiple: false
    readonly property ChoiceModel model: block.choices
    readonly property var looks: block.appearance.split(" ")
    readonly property bool lengthy: model !== null && model.searchable

    function pick(value: string, chosen: bool) {
        block.app.fill.choose(block.ref, value, !chosen);
        if (!chosen && !multiple && block.alone && (looks.includes("quick") || looks.includes("quickcompact")))
            goOn.restart();
    }

    sourceComponent: !block.spread && (lengthy || (looks.includes("minimal") && model !== null && model.total > 4)) ? field : lengthy ? list : rows

    Timer {
        id: goOn

        interval: 250 // long enough to see what was touched
        onTriggered: {
            if (root.block.app.fill.currentRef === root.block.ref)
                root.block.app.fill.next();
        }
    }
    Component {
        id: field

        ChoiceField {
            block: root.block
            multiple: root.multiple
        }
    }
    Component {
        id: list

        ChoiceList {
            block: root.block
            multiple: root.multiple
        }
    }
    Component {
        id: rows

        ChoiceGrid {
            block: root.block
            multiple: root.multiple
            looks: root.looks
            onPicked: (value, chosen) => root.pick(value, chosen)
        }
    }
}
