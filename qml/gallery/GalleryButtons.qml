import QtQuick
import QtQuick.Layouts
import Tashilgar

/** What can be pressed, in every state. */
GallerySection {
    id: root

    property int cell: 400
    readonly property var options: [{ "value": "a", "label": qsTr("Near") }, { "value": "b", "label": qsTr("By code") }, { "value": "c", "label": qsTr("Recent") }]

    title: qsTr("Pressed")

    GalleryCell {
        name: "AppButton main"
        cell: root.cell
        AppButton {
            kind: "main"
            text: qsTr("Next")
            glyph: "arrow_forward"
            glyphAtEnd: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppButton main, pressed"
        cell: root.cell
        AppButton {
            kind: "main"
            text: qsTr("Next")
            down: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppButton main, not now"
        cell: root.cell
        AppButton {
            kind: "main"
            text: qsTr("Next")
            enabled: false
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppButton side"
        cell: root.cell
        AppButton {
            text: qsTr("Take again")
            glyph: "undo"
        }
    }
    GalleryCell {
        name: "AppButton side, pressed"
        cell: root.cell
        AppButton {
            text: qsTr("Take again")
            glyph: "undo"
            down: true
        }
    }
    GalleryCell {
        name: "AppButton text"
        cell: root.cell
        AppButton {
            kind: "text"
            text: qsTr("Type the coordinates")
            glyph: "keyboard"
        }
    }
    GalleryCell {
        name: "AppButton danger"
        cell: root.cell
        AppButton {
            kind: "danger"
            text: qsTr("Set aside")
            glyph: "delete"
        }
    }
    GalleryCell {
        name: "AppButton compact"
        cell: root.cell
        AppButton {
            compact: true
            text: qsTr("Send again")
        }
    }
    GalleryCell {
        name: "AppButton, a long word"
        cell: root.cell
        AppButton {
            kind: "main"
            text: qsTr("Finish, ready to send to the office of the neighbourhood")
            width: parent.width
        }
    }
    GalleryCell {
        name: "IconButton"
        cell: root.cell
        Row {
            spacing: 8
            IconButton {
                glyph: "close"
                text: qsTr("Close")
            }
            IconButton {
                glyph: "edit"
                boxed: true
                text: qsTr("Edit")
            }
            IconButton {
                glyph: "delete"
                boxed: true
                enabled: false
                text: qsTr("Remove")
            }
        }
    }
    GalleryCell {
        name: "Chip"
        cell: root.cell
        Row {
            spacing: 8
            Chip {
                text: qsTr("All")
                chosen: true
            }
            Chip {
                text: qsTr("Drafts")
                glyph: "edit_note"
            }
        }
    }
    GalleryCell {
        name: "Segmented"
        cell: root.cell
        Segmented {
            options: root.options
            current: "b"
            width: parent.width
            onPicked: value => current = value
        }
    }
    GalleryCell {
        name: "AppSwitch"
        cell: root.cell
        AppSwitch {
            text: qsTr("Less motion")
            second: qsTr("Pages change at once")
            glyph: "animation"
            on: true
            width: parent.width
        }
        AppSwitch {
            text: qsTr("Less motion")
            width: parent.width
        }
    }
    GalleryCell {
        name: "ChoiceRow"
        cell: root.cell
        ChoiceRow {
            text: qsTr("Rented")
            width: parent.width
        }
        ChoiceRow {
            text: qsTr("Their own")
            second: qsTr("With or without a deed")
            chosen: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "ChoiceRow, several"
        cell: root.cell
        ChoiceRow {
            multiple: true
            text: qsTr("Light")
            chosen: true
            width: parent.width
        }
        ChoiceRow {
            multiple: true
            text: qsTr("A gutter for the rain that stays in the alley for days after each storm")
            width: parent.width
        }
    }
    GalleryCell {
        name: "FocusRing"
        cell: root.cell
        AppButton {
            text: qsTr("The keyboard is here")
            Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
        }
    }
}
