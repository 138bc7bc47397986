import QtQuick
import Tashilgar

/**
 * What all typed answers share: a moment after the last key what is typed is on the disk, though no answer yet; it becomes
 * the answer when the field is left or the page moves on. What was typed when the tablet died is in the field again.
 */
Item {
    id: root

    required property QuestionBlock block
    required property Item input
    required property string plain // what the answer would be
    property bool dirty: false
    signal restored(string plain)

    function touched() {
        dirty = true;
        pause.restart();
    }
    function commit() {
        pause.stop();
        if (!dirty)
            return;
        dirty = false;
        if (plain !== block.value)
            give();
        else if (block.app.fill.hasTyped(block.ref))
            block.app.fill.keepTyped(block.ref, plain);
    }
    /** A form's number may be too small for what was typed: then it stays in the field, is told, and is no answer. */
    function give() {
        block.answer(plain);
        const refused = plain !== "" && block.value === "";
        block.remark = refused ? qsTr("The form cannot hold this. It stands here, but it is no answer yet.") : "";
        if (refused)
            block.app.fill.keepTyped(block.ref, plain);
    }
    /** Call when the field is complete. */
    function restore() {
        if (!block.app.fill.hasTyped(block.ref))
            return;
        root.restored(block.app.fill.typedIn(block.ref));
        dirty = plain !== block.value;
    }

    visible: false
    Component.onDestruction: commit()

    Timer {
        id: pause

        interval: 300 // a word, not a letter, reaches the journal
        onTriggered: root.block.app.fill.keepTyped(root.block.ref, root.plain)
    }
    Connections {
        target: root.input
        function onActiveFocusChanged() {
            if (!root.input.activeFocus)
                root.commit();
        }
    }
    Connections {
        target: root.block.app.fill
        function onAboutToMove() {
            root.commit();
        }
    }
}
