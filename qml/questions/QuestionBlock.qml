import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/**
 * One row of a fill page: the question in words, its control by name, and the sentence when the answer is not accepted.
 * Controls read the row through `block` and answer through it.
 */
Column {
    id: root

    required property string ref
    required property string control
    required property string label
    required property string hint
    required property string value
    required property string shown
    required property bool required
    required property bool multiple
    required property string problem
    required property string doubt
    required property string reason
    required property string appearance
    required property string image
    required property string mediaType
    required property var parameters
    required property var choices
    required property var grid
    required property int count
    required property bool canAdd
    required property bool canRemove
    required property int depth
    required property var instances
    required property Application app
    property string remark // what a control says of itself, where the form has nothing to say
    property bool asksReasons: false // whoever shows this hears reasonAsked
    property bool alone: true
    property bool spread: alone // a select shows its choices rather than a field that opens them
    readonly property bool titled: alone || control === "Grid" // stands as a page's own question
    readonly property bool heading: control === "Group" || control === "Instance"
    signal whyAsked(string ref)
    signal reasonAsked(string ref, string doubt)

    objectName: "block_" + ref
    spacing: alone ? 16 : 8

    onControlChanged: {
        if (loader.status !== Loader.Null)
            loader.reload();
    }
    Component.onCompleted: loader.reload()

    Column {
        visible: root.control !== "Note" && !root.heading && (root.label !== "" || root.hint !== "")
        width: root.width
        spacing: 4

        Item {
            visible: root.label !== ""
            width: parent.width
            implicitHeight: Math.max(question.height, needed.visible ? needed.height : 0, why.height)

            FormText {
                id: question

                anchors.left: parent.left
                width: parent.width - why.width - (needed.visible ? needed.width + 12 : 0)
                kind: root.titled ? "question" : "lead"
                strong: true
                words: root.label
            }
            TapHandler { // the sign beside it does the same, for gloves and keys
                acceptedButtons: Qt.LeftButton
                onLongPressed: root.whyAsked(root.ref)
            }
            IconButton {
                id: why

                objectName: "why_" + root.ref
                anchors.right: parent.right
                glyph: "help"
                ink: Theme.muted
                text: qsTr("Why this question")
                onClicked: root.whyAsked(root.ref)
            }
            Tag {
                id: needed

                anchors.right: why.left
                visible: root.required && !root.alone
                text: qsTr("Needed")
            }
        }
        FormText {
            visible: root.hint !== ""
            width: parent.width
            words: root.hint
            color: Theme.muted
        }
    }
    Image {
        visible: root.image !== "" && root.control !== "ImageMap" // which draws it itself
        source: !visible ? "" : root.app.fill.mediaUrl(root.image)
        fillMode: Image.PreserveAspectFit
        sourceSize.height: 240
        height: Math.min(240, implicitHeight)
        width: Math.min(root.width, implicitWidth)
    }
    Loader {
        id: loader

        function reload() {
            setSource(Qt.resolvedUrl(root.control + "Question.qml"), { "block": root });
        }

        width: root.width
    }
    ProblemLine {
        objectName: "problem_" + root.ref
        width: root.width
        sentence: root.problem !== "" ? root.problem : root.remark
    }

    DoubtLine {
        visible: root.doubt !== ""
        refName: root.ref
        sentence: root.doubt
        reason: root.reason
        offered: root.asksReasons
        width: root.width
        onReasonAsked: root.reasonAsked(root.ref, root.doubt)
    }

    function answer(value: string) {
        root.app.fill.answer(root.ref, value);
    }
}
