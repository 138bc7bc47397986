import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * One row of a fill page: the question in words, its control by name, and the sentence when the answer is not accepted.
 * Controls read the row through `block` and answer through it.
 */
ColumnLayout {
    id: root

    required property string ref
    required property string control
    required property string label
    required property string hint
    required property string value
    required property string shown
    required property bool required
    required property string problem
    required property string appearance
    required property string image
    required property string mediaType
    required property var parameters
    required property var choices
    required property int count
    required property bool canAdd
    required property bool canRemove
    required property int depth
    required property var instances
    required property Application app
    property bool alone: true
    readonly property bool heading: control === "Group" || control === "Instance"

    spacing: alone ? 12 : 8

    onControlChanged: {
        if (loader.status !== Loader.Null)
            loader.reload();
    }
    Component.onCompleted: loader.reload()

    RowLayout {
        visible: root.label !== "" && root.control !== "Note" && !root.heading
        spacing: 12

        FormText {
            kind: root.alone ? "question" : "lead"
            strong: true
            words: root.label
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Tag {
            visible: root.required && !root.alone
            text: qsTr("Needed")
            Layout.alignment: Qt.AlignTop
        }
    }
    FormText {
        visible: root.hint !== "" && root.control !== "Note"
        words: root.hint
        color: Theme.muted
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
        Layout.topMargin: -4
    }
    Image {
        visible: root.image !== ""
        source: root.image === "" ? "" : root.app.fill.mediaUrl(root.image)
        fillMode: Image.PreserveAspectFit
        sourceSize.height: 240
        Layout.maximumHeight: 240
        Layout.maximumWidth: root.width
    }
    Loader {
        id: loader

        function reload() {
            setSource(Qt.resolvedUrl(root.control + "Question.qml"), { "block": root });
        }

        Layout.fillWidth: true
        Layout.topMargin: root.alone ? 8 : 0
    }
    ProblemLine {
        objectName: "problem_" + root.ref
        sentence: root.problem
        Layout.fillWidth: true
    }

    function answer(value: string) {
        root.app.fill.answer(root.ref, value);
    }
}
