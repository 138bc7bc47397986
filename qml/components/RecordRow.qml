import QtQuick
import Tashilgar

/** A draft or a finished record in a list. */
ListRow {
    id: root

    required property string recordId
    required property string title
    required property string formTitle
    required property string when
    required property string recordState
    required property string stateText
    required property string detail
    required glyph

    readonly property var look: ({
            "draft": { "glyph": "edit_note", "tone": "waiting" },
            "waiting": { "glyph": "schedule", "tone": "plain" },
            "partial": { "glyph": "image", "tone": "note" },
            "safe": { "glyph": "verified", "tone": "good" },
            "refused": { "glyph": "assignment_return", "tone": "waiting" }
        })[recordState] ?? ({ "glyph": "", "tone": "plain" })

    objectName: "record_" + recordId
    text: title
    strong: true
    second: Words.joined(formTitle !== title ? formTitle : "", when, detail)
    tagText: stateText
    tagGlyph: look.glyph
    tagTone: look.tone
    chevron: false
}
