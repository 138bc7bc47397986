import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The places of the app beside their rail, or over their tabs; a place is made when it is first entered and then kept. */
GridLayout {
    id: root

    required property Application app
    required property string place
    signal placePicked(string place)

    readonly property bool rail: Theme.windowWidth >= 840
    readonly property var names: ["today", "forms", "records", "outbox", "settings"]

    // The rail's side is that of the hand; what stands in the rail and beside it keeps the direction of the language.
    LayoutMirroring.enabled: Theme.railAtRight
    LayoutMirroring.childrenInherit: false
    columns: rail ? 2 : 1
    columnSpacing: 0
    rowSpacing: 0

    NavBar {
        tabs: !root.rail
        here: root.place
        outboxCount: root.app.outbox.count
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Layout.fillHeight: root.rail
        Layout.fillWidth: !root.rail
        Layout.row: root.rail ? 0 : 1
        Layout.column: 0
        onPicked: place => root.placePicked(place)
    }
    StackLayout {
        currentIndex: root.names.indexOf(root.place)
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.row: 0
        Layout.column: root.rail ? 1 : 0

        Repeater {
            model: root.names

            Loader {
                required property string modelData
                readonly property bool here: root.place === modelData
                property bool entered: false

                active: entered
                sourceComponent: ({ "today": today, "forms": forms, "records": records, "outbox": outbox, "settings": settings })[modelData]
                onHereChanged: entered = entered || here
                Component.onCompleted: entered = here
            }
        }
    }

    Component {
        id: today

        TodayPage {
            app: root.app
            onPlacePicked: place => root.placePicked(place)
        }
    }
    Component {
        id: forms

        FormsPage {
            app: root.app
        }
    }
    Component {
        id: records

        RecordsPage {
            app: root.app
        }
    }
    Component {
        id: outbox

        OutboxPage {
            app: root.app
        }
    }
    Component {
        id: settings

        SettingsPage {
            app: root.app
        }
    }
}
