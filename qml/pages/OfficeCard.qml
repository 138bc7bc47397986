import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The office this tablet belongs to, and the tablet itself. */
SettingsCard {
    id: root

    required property Application app

    title: qsTr("This tablet and its office")

    Repeater {
        model: [
            { "name": qsTr("Office"), "value": root.app.enrolment.officeName },
            { "name": qsTr("Programme"), "value": root.app.enrolment.programmeName },
            { "name": qsTr("Person"), "value": root.app.enrolment.personName },
            { "name": qsTr("Tablet"), "value": root.app.enrolment.deviceName },
            { "name": qsTr("Address"), "value": Display.code(root.app.enrolment.address) },
            { "name": qsTr("Version"), "value": Display.code(root.app.settings.version) }
        ]

        RowLayout {
            id: line

            required property var modelData

            visible: modelData.value !== ""
            spacing: 16

            AppText {
                color: Theme.muted
                text: line.modelData.name
                Layout.preferredWidth: 96 * Theme.textScale
            }
            AppText {
                text: line.modelData.value
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }
    }
    AppButton {
        objectName: "joinAgain"
        compact: true
        glyph: "key"
        text: qsTr("Join with a new code")
        Layout.fillWidth: true
        onClicked: root.app.enrolment.joinAgain()
    }
}
