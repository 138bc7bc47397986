import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** What tells how things stand. */
GallerySection {
    id: root

    property int cell: 400

    title: qsTr("Told")

    Repeater {
        model: [["note", "info", qsTr("No network. 6 records are safe on this tablet and leave at the next link.")], ["waiting", "hourglass_empty", qsTr("Waiting for the office network; mobile data costs money. You can also send now.")], ["stop", "error", qsTr("This page did not open. Your answers are saved. Open it again.")], ["good", "verified", qsTr("The office holds this record and all 3 photos.")]]

        GalleryCell {
            id: told

            required property var modelData

            name: "Banner, " + modelData[0]
            cell: root.cell
            Banner {
                tone: told.modelData[0]
                glyph: told.modelData[1]
                text: told.modelData[2]
                action: tone === "waiting" ? qsTr("Send now") : ""
                width: parent.width
            }
        }
    }
    GalleryCell {
        name: "EmptyState"
        cell: root.cell
        EmptyState {
            glyph: "inventory_2"
            title: qsTr("No record yet")
            text: qsTr("What you fill in stands here, newest first.")
            action: qsTr("Start a new record")
            actionGlyph: "add"
            width: parent.width
        }
    }
    GalleryCell {
        name: "LoadingRows"
        cell: root.cell
        LoadingRows {
            count: 3
            width: parent.width
        }
    }
    GalleryCell {
        name: "Meter"
        cell: root.cell
        Repeater {
            model: [0, 0.4, 1]
            Meter {
                required property real modelData

                value: modelData
                width: parent.width
            }
        }
    }
    GalleryCell {
        name: "StepLine"
        cell: root.cell
        StepLine {
            names: [qsTr("Language"), qsTr("Code"), qsTr("Forms")]
            at: 1
            width: parent.width
        }
    }
    GalleryCell {
        name: "UndoBar"
        cell: root.cell
        UndoBar {
            text: qsTr("Draft %1 was set aside.").arg(Display.code("B03-012"))
            visible: true
            width: parent.width
        }
    }
    GalleryCell {
        name: "TopBar"
        cell: root.cell
        TopBar {
            title: qsTr("Household")
            second: "B03-017"
            wayBack: "close"
            wayBackName: qsTr("Close")
            width: parent.width
        }
    }
    GalleryCell {
        name: "SectionHead"
        cell: root.cell
        SectionHead {
            text: qsTr("Afternoon, after 16:00")
            endText: Words.digits("4")
            glyph: "schedule"
            width: parent.width
        }
    }
    GalleryCell {
        name: "AppText"
        cell: root.cell
        Repeater {
            model: ["question", "title", "lead", "body", "label", "small", "button", "number"]
            AppText {
                required property string modelData

                kind: modelData
                text: modelData === "number" ? Words.digits("1405") : qsTr("With the residents")
                width: parent.width
            }
        }
    }
    GalleryCell {
        name: "FormText"
        cell: root.cell
        FormText {
            words: qsTr("**Before you begin:** say who you are, and show the card of the office.")
            width: parent.width
        }
    }
}
