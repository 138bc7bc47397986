import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** What a person chooses about the app; each choice applies at once. */
ColumnLayout {
    id: root

    required property Application app

    spacing: 0

    TopBar {
        title: qsTr("Settings")
        Layout.fillWidth: true

        Avatar {
            name: root.app.enrolment.personName
        }
    }
    ScrollColumn {
        widest: 1136
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.s5
            rowSpacing: Theme.s4
            Layout.fillWidth: true

            ColumnLayout {
                spacing: 16
                Layout.fillWidth: true
                Layout.preferredWidth: 55
                Layout.alignment: Qt.AlignTop

                ThemeCard {
                    settings: root.app.settings
                    Layout.fillWidth: true
                }
                TextSizeCard {
                    settings: root.app.settings
                    Layout.fillWidth: true
                }
                HandCard {
                    settings: root.app.settings
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: 16
                Layout.fillWidth: true
                Layout.preferredWidth: 45
                Layout.alignment: Qt.AlignTop

                LanguageCard {
                    settings: root.app.settings
                    Layout.fillWidth: true
                }
                PositionCard {
                    settings: root.app.settings
                    Layout.fillWidth: true
                }
                CopyCard {
                    copy: root.app.copy
                    Layout.fillWidth: true
                }
                OfficeCard {
                    app: root.app
                    Layout.fillWidth: true
                }
            }
        }
    }
}
