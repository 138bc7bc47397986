import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** One thing that is so of a question: the sentence, the answers it follows from, the form's rule when it is wanted. */
ColumnLayout {
    id: root

    required property var reason
    property bool rules: false
    signal wanted(string ref)

    readonly property var signs: ({
            "asked": "check_circle", "hidden": "visibility_off", "needed": "priority_high", "refused": "error",
            "accepted": "fact_check", "doubted": "info", "readonly": "visibility", "worked": "calculate", "choices": "toc", "origin": "info"
        })

    spacing: 4

    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        AppIcon {
            icon: root.signs[root.reason.what]
            color: root.reason.what === "refused" ? Theme.stop : Theme.muted
            Layout.alignment: Qt.AlignTop
        }
        DataText {
            objectName: "reason_" + root.reason.what
            words: root.reason.sentence
            color: root.reason.what === "refused" ? Theme.stop : Theme.text
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
    Repeater {
        model: root.reason.answers

        ListRow {
            required property var modelData

            objectName: "because_" + modelData.ref
            text: modelData.label
            second: modelData.value
            last: true
            enabled: modelData.reachable
            chevron: modelData.reachable
            Layout.fillWidth: true
            onClicked: root.wanted(modelData.ref)
        }
    }
    AppText {
        visible: root.rules && root.reason.rule !== ""
        kind: "small"
        color: Theme.muted
        text: root.reason.rule.split("\n").map(line => Display.code(line)).join("\n")
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
        Layout.leftMargin: 36
    }
}
