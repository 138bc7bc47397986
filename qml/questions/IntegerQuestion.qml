import QtQuick
import QtQuick.Layouts
import Tashilgar

/** A whole number, with one step less and one step more beside it. */
RowLayout {
    id: root

    required property QuestionBlock block

    function step(by: int) {
        field.commit();
        const now = parseInt(root.block.value);
        root.block.answer(String((isNaN(now) ? 0 : now) + by));
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
        Layout.maximumWidth: 240
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
