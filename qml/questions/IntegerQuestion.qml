import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A whole number, with one step less and one step more beside it. */
RowLayout {
    id: root

    required property QuestionBlock block

    function step(by: int) {
        field.commit();
        if (root.block.remark !== "")
            return; // what stands in the field is not the answer
        const next = Display.steppedNumber(root.block.value, by); // exact, however many digits
        if (next !== "")
            root.block.answer(next);
    }

    spacing: 8

    IconButton {
        objectName: "less_" + root.block.ref
        boxed: true
        glyph: "remove"
        text: qsTr("One less")
        implicitWidth: 56
        implicitHeight: 56
        onClicked: root.step(-1)
    }
    TypedQuestion {
        id: field

        block: root.block
        numeric: true
        inputMethodHints: Qt.ImhDigitsOnly
        Layout.fillWidth: true
        Layout.maximumWidth: Math.max(240, text.length * Theme.sizeOf("lead") * 0.75 + 48) // all digits of a long one are seen
    }
    IconButton {
        objectName: "more_" + root.block.ref
        boxed: true
        glyph: "add"
        text: qsTr("One more")
        implicitWidth: 56
        implicitHeight: 56
        onClicked: root.step(1)
    }
    Item {
        Layout.fillWidth: true
    }
}
