import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** How a record stands: its receipt, or why it has none yet. */
Rectangle {
    id: root

    required property var record
    readonly property string state_: record.recordState ?? ""
    readonly property var look: ({
            "draft": { "tone": "waiting", "glyph": "edit_note" },
            "refused": { "tone": "waiting", "glyph": "assignment_return" },
            "partial": { "tone": "note", "glyph": "image" },
            "safe": { "tone": "good", "glyph": "verified" }
        })[state_] ?? ({ "tone": "plain", "glyph": "shield_lock" })

    implicitHeight: line.implicitHeight + 32
    radius: Theme.radiusControl
    color: Tone.ground(look.tone)

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 16
        spacing: 16

        AppIcon {
            size: 32
            icon: root.look.glyph
            filled: true
            color: Tone.ink(root.look.tone)
        }
        TwoLines {
            strong: true
            first: root.record.stateText ?? ""
            second: {
                switch (root.state_) {
                case "safe":
                    if ((root.record.receipt ?? "") === "")
                        return root.record.receiptText ?? "";
                    return (root.record.receiptText ?? "") + "\n" + qsTr("Receipt number %1").arg(Display.code(root.record.receipt ?? ""));
                case "draft":
                case "refused":
                case "partial":
                    return root.record.detail ?? "";
                }
                return qsTr("Safe on this tablet; it leaves at the next link.");
            }
            ink: Tone.ink(root.look.tone)
            secondInk: ink
            secondLines: 4
            Layout.fillWidth: true
        }
    }
}
