import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** What to do now: go on with a draft, start a record, see that everything is safe. */
ColumnLayout {
    id: root

    required property Application app
    signal placePicked(string place)

    readonly property bool nothingYet: app.forms.total === 0

    spacing: 0

    TopBar {
        title: root.app.today.date
        second: root.app.enrolment.programmeName
        Layout.fillWidth: true

        StateChip {
            visible: !Theme.narrow
            glyph: root.app.sync.glyph
            tone: root.app.sync.offline ? "plain" : root.app.sync.tone
            text: root.app.sync.chipText
        }
        StateChip {
            glyph: root.app.today.waiting > 0 ? "shield_lock" : "verified"
            tone: "good"
            text: Theme.narrow && Theme.textScale > 1.2 ? Words.digits(String(root.app.today.waiting)) : Theme.windowWidth < 1100 ? root.app.today.shortWaitingText : root.app.today.waitingText
        }
        Avatar {
            visible: name !== "" && !Theme.narrow
            name: root.app.enrolment.personName
        }
    }
    EmptyState {
        visible: root.nothingYet
        glyph: "door_front"
        title: qsTr("No form is on this tablet yet")
        text: qsTr("Forms and lists come with the first sync with the office. It goes by itself when the office is near.")
        action: qsTr("Sync with the office")
        actionGlyph: "sync"
        Layout.fillWidth: true
        Layout.margins: Theme.pageMargin
        Layout.fillHeight: true
        onActed: root.app.sync.now()
    }
    ScrollColumn {
        visible: !root.nothingYet
        widest: 1136
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.s5
            rowSpacing: Theme.s4
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.s5
                Layout.fillWidth: true
                Layout.preferredWidth: 60
                Layout.alignment: Qt.AlignTop

                TodayDoors {
                    visible: root.app.day.count > 0
                    app: root.app
                    Layout.fillWidth: true
                }
                TodayForms {
                    app: root.app
                    opened: root.app.day.count === 0
                    Layout.fillWidth: true
                }
            }
            TodayState {
                app: root.app
                Layout.fillWidth: true
                Layout.preferredWidth: 40
                Layout.alignment: Qt.AlignTop
                onPlacePicked: place => root.placePicked(place)
            }
        }
    }
}
