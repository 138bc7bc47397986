import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The end of a form: what must be put right, what is open though not needed, or that all is done. */
ScrollColumn {
    id: root

    required property FillController fill
    property bool rehearsal: false
    readonly property int stops: fill.stopCount
    property bool unfolded: false
    signal reasonAsked(string ref, string doubt)

    readonly property int doubts: fill.missing.doubtCount
    readonly property int musts: fill.missing.stopCount
    readonly property int opens: fill.missing.openCount
    margin: Theme.narrow ? 16 : 32

    AppText {
        kind: "question"
        text: root.stops === 0 ? qsTr("Everything needed is here") : Words.digits(qsTr("%n thing(s) left before the end", "", root.stops))
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppText {
        color: Theme.muted
        text: root.rehearsal ? qsTr("This is a preview: finishing it keeps nothing and sends nothing.") : root.stops === 0 ? qsTr("All answers are saved. Finish it and it goes to the office at the next link.") : qsTr("All answers are saved. You can put it right now, or later from the drafts.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    MissingCard {
        visible: root.musts > 0
        fill: root.fill
        part: "stop"
        title: qsTr("Must be put right")
        glyph: "error"
        tone: "stop"
        count: root.musts
        Layout.fillWidth: true
    }
    MissingCard {
        visible: root.doubts > 0
        fill: root.fill
        part: "doubt"
        title: qsTr("Unusual answers")
        glyph: "info"
        tone: "waiting"
        count: root.doubts
        Layout.fillWidth: true
        onReasonAsked: (ref, doubt) => root.reasonAsked(ref, doubt)
    }
    MissingCard {
        visible: root.opens > 0
        fill: root.fill
        part: "open"
        title: qsTr("Unanswered, though not needed")
        glyph: "radio_button_unchecked"
        tone: "plain"
        count: root.opens
        folded: root.opens > 5 && !root.unfolded
        Layout.fillWidth: true
        onUnfold: root.unfolded = true
    }
}
