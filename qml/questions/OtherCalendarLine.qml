import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The day that is chosen, in the calendar a form asks for, beside the ISO date that is stored. */
RowLayout {
    id: root

    required property string calendar
    property string date // ISO, or empty
    property string refName

    readonly property string words: date === "" ? "" : Words.dateIn(calendar, date)
    readonly property bool known: calendar !== "bikram-sambat" && calendar !== "myanmar"
    readonly property string name: calendar === "ethiopian" ? qsTr("Ethiopian calendar") : calendar === "coptic" ? qsTr("Coptic calendar") : calendar === "islamic" ? qsTr("Islamic calendar")
        : calendar === "buddhist" ? qsTr("Buddhist calendar") : calendar === "myanmar" ? qsTr("Myanmar calendar") : qsTr("Nepali calendar")

    spacing: 8

    AppIcon {
        size: 20
        icon: "event"
        color: Theme.muted
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
    }
    AppText {
        objectName: "other_" + root.calendar + "_" + root.refName
        text: !root.known ? qsTr("%1: not known to this app. The day is chosen and kept as above.").arg(root.name)
            : root.words === "" ? qsTr("%1: told once a day is chosen.").arg(root.name) : qsTr("%1: %2").arg(root.name).arg(root.words)
        color: Theme.muted
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
