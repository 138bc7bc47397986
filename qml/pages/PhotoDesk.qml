import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The picture that was taken: a finger on it does what the chosen tool does; then it is kept, or taken again. */
ColumnLayout {
    id: root

    required property PhotoController photo
    readonly property string tool: photo.tool
    readonly property var widths: ({ "blur": 48, "pen": 6, "arrow": 7, "crop": 3, "words": 6 })
    readonly property var tools: [
        { "name": "blur", "glyph": "blur_on", "text": qsTr("Blur") },
        { "name": "crop", "glyph": "crop", "text": qsTr("Crop") },
        { "name": "pen", "glyph": "draw", "text": qsTr("Line") },
        { "name": "arrow", "glyph": "arrow_outward", "text": qsTr("Arrow") },
        { "name": "words", "glyph": "text_fields", "text": qsTr("Words") }
    ]

    function choose(name: string) {
        photo.tool = photo.tool === name ? "" : name;
    }

    spacing: 0

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.pageMargin
        Layout.bottomMargin: 8

        PictureView {
            id: view

            objectName: "photoPicture"
            anchors.fill: parent
            picture: root.photo.picture
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The photo")
        }
        InkView {
            anchors.fill: view
            ink: root.photo.ink
            manner: root.tool === "blur" ? "brush" : root.tool === "arrow" ? "arrow" : root.tool === "crop" ? "box" : "pen"
            penWidth: root.widths[root.tool] ?? 4
            colour: root.tool === "blur" ? "#B3FFFFFF" : root.tool === "crop" ? "#FFFFFF" : "#D81B1B"
        }
        MouseArea {
            objectName: "photoPaper"
            anchors.fill: view
            enabled: root.tool !== ""
            preventStealing: true
            onPressed: mouse => {
                root.photo.ink.clear();
                root.photo.ink.begin(mouse.x, mouse.y);
            }
            onPositionChanged: mouse => {
                if (root.tool !== "words")
                    root.photo.ink.go(mouse.x, mouse.y);
            }
            onReleased: {
                if (root.tool === "words")
                    words.open();
                else
                    root.photo.apply(view.place, view.scaleToPicture, root.widths[root.tool]);
            }
            onCanceled: root.photo.ink.clear()
        }
    }
    Banner {
        filled: false
        tone: root.photo.trouble !== "" ? "waiting" : "note"
        glyph: "face_retouching_off"
        text: root.photo.trouble !== "" ? root.photo.trouble
            : root.tool === "crop" ? qsTr("Draw a box around what is to stay.")
            : root.tool === "words" ? qsTr("Touch the place where the words are to stand.")
            : root.tool === "arrow" ? qsTr("Draw from the arrow's end to its head.")
            : root.photo.blurred > 0 ? Words.digits(qsTr("%n place(s) blurred. If there is another face or plate, draw over it.", "", root.photo.blurred))
            : root.tool === "blur" ? qsTr("Draw over each face and number plate with a finger.")
            : qsTr("A face or plate may be in the photo. Blur it before keeping it.")
        actionName: "photoUndo"
        action: root.photo.canUndo ? qsTr("Undo") : ""
        Layout.fillWidth: true
        Layout.leftMargin: Theme.pageMargin
        Layout.rightMargin: Theme.pageMargin
        Layout.bottomMargin: 8
        onActed: root.photo.undo()
    }
    Flow {
        spacing: 8
        Layout.fillWidth: true
        Layout.leftMargin: Theme.pageMargin
        Layout.rightMargin: Theme.pageMargin
        Layout.bottomMargin: 12

        Repeater {
            model: root.tools

            Chip {
                required property var modelData

                objectName: "tool_" + modelData.name
                glyph: modelData.glyph
                text: modelData.text
                chosen: root.tool === modelData.name
                onClicked: root.choose(modelData.name)
            }
        }
        Chip {
            objectName: "tool_rotate"
            glyph: "rotate_right"
            text: qsTr("Turn")
            onClicked: root.photo.rotate()
        }
    }
    PageFooter {
        Layout.fillWidth: true

        AppButton {
            objectName: "retake"
            glyph: "replay"
            text: qsTr("Again")
            implicitHeight: Theme.door
            onClicked: root.photo.retake()
        }
        AppButton {
            objectName: "keepPhoto"
            kind: "main"
            glyph: "check"
            text: qsTr("Keep")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: root.photo.keep()
        }
    }
    Sheet {
        id: words

        title: qsTr("Words on the photo")
        onOpened: field.input.forceActiveFocus()
        onClosed: {
            field.text = "";
            root.photo.ink.clear();
        }

        AppField {
            id: field

            objectName: "photoWords"
            name: words.title
            Layout.fillWidth: true
            onAccepted: done.clicked()
        }
        AppButton {
            id: done

            objectName: "photoWordsDone"
            kind: "main"
            text: qsTr("Write")
            enabled: field.text.trim() !== ""
            Layout.fillWidth: true
            onClicked: {
                root.photo.write(field.text, view.place, view.scaleToPicture, 28);
                words.close();
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
