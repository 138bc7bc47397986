import QtQuick
import Tashilgar

/** What can be typed into, in every state. */
GallerySection {
    id: root

    property int cell: 400

    title: qsTr("Typed")

    GalleryCell {
        name: "AppField, empty"
        cell: root.cell
        AppField {
            placeholder: qsTr("Door, number or name")
            glyph: "search"
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppField, filled"
        cell: root.cell
        AppField {
            text: qsTr("Rajabi alley")
            clearable: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppField, code"
        cell: root.cell
        AppField {
            text: "B03-017"
            codeLike: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppField, unit"
        cell: root.cell
        AppField {
            text: Words.digits("48")
            unit: qsTr("m²")
            codeLike: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppField, not accepted"
        cell: root.cell
        AppField {
            text: Words.digits("120")
            problem: true
            width: parent.width
        }
        ProblemLine {
            sentence: qsTr("120 is written; 0 to 110 is accepted.")
            width: parent.width
        }
    }
    GalleryCell {
        name: "ProblemLine, soft"
        cell: root.cell
        ProblemLine {
            soft: true
            sentence: qsTr("1 room for 6 people. If that is right, say why.")
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppField, read only"
        cell: root.cell
        AppField {
            text: qsTr("Rajabi alley")
            readOnly: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppArea"
        cell: root.cell
        AppArea {
            text: qsTr("Rain water stays in the alley and the children cross it on a plank. The lamp at the corner has been dark for two months.")
            width: parent.width
        }
    }
    GalleryCell {
        name: "FieldButton"
        cell: root.cell
        FieldButton {
            placeholder: qsTr("Choose a block")
            width: parent.width
        }
        FieldButton {
            text: qsTr("Block 3 of Jafarabad")
            width: parent.width
        }
        FieldButton {
            placeholder: qsTr("Choose a block")
            problem: true
            width: parent.width
        }
    }
}
