import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** An order of importance, most important first; each row is dragged by its handle, or moves up or down by a button. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property ChoiceModel model: block.choices
    property int dragged: -1
    property int over: -1 // where the dragged row would go
    property real travel: 0 // how far the finger has taken it
    readonly property real gap: 8

    function move(from: int, to: int) {
        root.block.app.fill.moveRank(root.block.ref, from, to);
    }
    /** The place that the middle of the dragged row is nearest to. */
    function placeOf(middle: real): int {
        let place = dragged;
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.itemAt(i);
            if (i < dragged && middle <= row.y + row.height / 2)
                return i;
            if (i > dragged && middle >= row.y + row.height / 2)
                place = i;
        }
        return place;
    }
    function drag(distance: real) {
        const row = rows.itemAt(dragged);
        travel = Math.max(-row.y, Math.min(list.height - row.height - row.y, distance));
        over = placeOf(row.y + travel + row.height / 2);
    }
    function drop() {
        const from = dragged;
        const to = over;
        dragged = -1;
        over = -1;
        travel = 0;
        if (from >= 0 && to >= 0 && from !== to)
            move(from, to);
    }

    spacing: 8

    Column {
        id: list

        spacing: root.gap
        Layout.fillWidth: true

        Repeater {
            id: rows

            model: root.model

            RankRow {
                width: list.width
                total: root.model.total
                unset: root.block.value === ""
                refName: root.block.ref
                lifted: root.dragged === index
                shift: root.dragged < 0 || !rows.itemAt(root.dragged) ? 0 : lifted ? root.travel
                    : index > root.dragged && index <= root.over ? -(rows.itemAt(root.dragged).height + root.gap)
                    : index < root.dragged && index >= root.over ? rows.itemAt(root.dragged).height + root.gap : 0
                onMoved: by => root.move(index, index + by)
                onDragStarted: root.dragged = index
                onDragging: distance => root.drag(distance)
                onDropped: root.drop()
            }
        }
    }
    AppButton {
        visible: root.block.value === ""
        objectName: "keepOrder_" + root.block.ref
        compact: true
        glyph: "check"
        text: qsTr("This order is right")
        onClicked: root.move(0, 0)
    }
}
