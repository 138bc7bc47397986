import QtQuick
import QtQuick.Layouts
import Tashilgar

/** What was just put aside, and ten seconds to bring it back. */
Rectangle {
    id: root

    property alias text: words.text
    signal undone

    function show(sentence: string) {
        text = sentence;
        visible = true;
        timer.restart();
    }

    visible: false
    implicitHeight: Math.max(Theme.door, words.implicitHeight + 24)
    implicitWidth: 480
    radius: Theme.radiusControl
    color: Theme.surface
    border.width: Theme.borderControl
    border.color: Theme.control

    Timer {
        id: timer

        interval: 10000 // long enough to read the sentence twice
        onTriggered: root.visible = touch.hovered
    }
    HoverHandler {
        id: touch

        onHoveredChanged: {
            if (!hovered && root.visible)
                timer.restart();
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 20
        anchors.rightMargin: 8
        spacing: 12

        AppText {
            id: words

            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "undo"
            compact: true
            kind: "text"
            glyph: "undo"
            text: qsTr("Undo")
            onClicked: {
                root.visible = false;
                root.undone();
            }
        }
    }
}
