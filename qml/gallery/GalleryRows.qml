import QtQuick
import Tashilgar

/** Rows and what stands in them. */
GallerySection {
    id: root

    property int cell: 400

    title: qsTr("Rows")

    GalleryCell {
        name: "ListRow"
        cell: root.cell
        ListRow {
            text: qsTr("Household")
            second: qsTr("68 questions, about 25 minutes")
            glyph: "family_restroom"
            endText: Words.digits("12")
            first: true
            width: parent.width
        }
        ListRow {
            text: qsTr("Issue in the street")
            second: qsTr("Came back with 2 notes")
            glyph: "construction"
            tone: "waiting"
            tagText: qsTr("Returned")
            tagGlyph: "assignment_return"
            width: parent.width
        }
        ListRow {
            text: qsTr("Meeting")
            glyph: "groups"
            chosen: true
            last: true
            width: parent.width
        }
    }
    Repeater {
        model: [["draft", qsTr("Draft")], ["waiting", qsTr("Waiting")], ["partial", qsTr("Photos on the way")], ["safe", qsTr("Receipt")], ["refused", qsTr("Set aside")]]

        GalleryCell {
            id: told

            required property var modelData

            name: "RecordRow, " + modelData[0]
            cell: root.cell
            RecordRow {
                recordId: ""
                title: "B03-017"
                glyph: "family_restroom"
                formTitle: qsTr("Household")
                when: Words.digits("18:42")
                recordState: told.modelData[0]
                stateText: told.modelData[1]
                detail: qsTr("2 photos")
                width: parent.width
            }
        }
    }
    GalleryCell {
        name: "TwoLines"
        cell: root.cell
        TwoLines {
            first: qsTr("Block 3 of Jafarabad")
            second: qsTr("42 households, 12 of them visited")
            width: parent.width
        }
    }
    GalleryCell {
        name: "Disc"
        cell: root.cell
        Row {
            spacing: 8
            Repeater {
                model: ["plain", "primary", "good", "waiting", "stop", "note"]
                Disc {
                    required property string modelData

                    glyph: "door_front"
                    tone: modelData
                }
            }
        }
    }
    GalleryCell {
        name: "Tag"
        cell: root.cell
        Flow {
            width: parent.width
            spacing: 8
            Repeater {
                model: [["plain", qsTr("Practice")], ["good", qsTr("Receipt")], ["waiting", qsTr("Draft")], ["stop", qsTr("Late")], ["note", qsTr("New version")]]
                Tag {
                    required property var modelData

                    tone: modelData[0]
                    text: modelData[1]
                }
            }
        }
    }
    GalleryCell {
        name: "StateChip"
        cell: root.cell
        Flow {
            width: parent.width
            spacing: 8
            StateChip {
                text: qsTr("Saved")
                glyph: "check_circle"
                tone: "good"
            }
            StateChip {
                text: qsTr("No network")
                glyph: "cloud_off"
            }
            StateChip {
                text: qsTr("6 waiting")
                glyph: "outbox"
                tone: "waiting"
            }
        }
    }
    GalleryCell {
        name: "ChoiceMark"
        cell: root.cell
        Row {
            spacing: 16
            ChoiceMark {}
            ChoiceMark {
                chosen: true
            }
            ChoiceMark {
                multiple: true
            }
            ChoiceMark {
                multiple: true
                chosen: true
            }
        }
    }
    GalleryCell {
        name: "Avatar"
        cell: root.cell
        Avatar {
            name: qsTr("N. Karimi")
        }
    }
}
