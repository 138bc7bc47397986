import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** Light, dark or sunlight, each as a small picture of itself. */
SettingsCard {
    id: root

    required property SettingsController settings

    title: qsTr("Appearance")

    GridLayout {
        columns: root.width < 420 ? 1 : 3
        columnSpacing: 12
        rowSpacing: 12
        Layout.fillWidth: true

        Repeater {
            model: [
                { "name": "light", "word": qsTr("Light"), "glyph": "light_mode", "page": "#F5F3EE", "edge": "#DCD7CB", "text": "#1C1B18", "primary": "#0A5C55" },
                { "name": "dark", "word": qsTr("Dark"), "glyph": "dark_mode", "page": "#131412", "edge": "#131412", "text": "#EDECE7", "primary": "#74CBBF" },
                { "name": "sun", "word": qsTr("Sunlight"), "glyph": "contrast", "page": "#FFFFFF", "edge": "#000000", "text": "#000000", "primary": "#00433D" }
            ]

            T.AbstractButton {
                id: option

                required property var modelData
                readonly property bool chosen: root.settings.theme === modelData.name

                objectName: "theme_" + modelData.name
                text: modelData.word
                padding: 16
                implicitHeight: contentItem.implicitHeight + 24
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: chosen
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.settings.theme = modelData.name

                contentItem: ColumnLayout {
                    spacing: 8

                    Rectangle {
                        implicitHeight: 56
                        radius: Theme.radiusTag
                        color: option.modelData.page
                        border.width: option.modelData.name === "sun" ? 3 : 1
                        border.color: option.modelData.edge
                        Layout.fillWidth: true

                        Rectangle {
                            anchors.left: parent.left
                            anchors.leftMargin: 12
                            y: 12
                            width: parent.width * 0.55
                            height: 8
                            radius: 4
                            color: option.modelData.text
                        }
                        Rectangle {
                            anchors.left: parent.left
                            anchors.leftMargin: 12
                            y: 30
                            width: parent.width * 0.35
                            height: 14
                            radius: 4
                            color: option.modelData.primary
                        }
                    }
                    RowLayout {
                        spacing: 8

                        AppIcon {
                            size: 20
                            icon: option.modelData.glyph
                            color: option.chosen ? Theme.onPrimarySoft : Theme.text
                        }
                        AppText {
                            kind: "body"
                            strong: option.chosen
                            text: option.text
                            color: option.chosen ? Theme.onPrimarySoft : Theme.text
                            elide: Text.ElideRight
                            Layout.fillWidth: true
                        }
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusControl
                    color: option.chosen ? Theme.primarySoft : Theme.surface
                    border.width: option.chosen ? Theme.borderChosen : Theme.borderControl
                    border.color: option.chosen ? Theme.primary : Theme.control

                    FocusRing {
                        target: parent
                        visible: option.visualFocus
                    }
                }
            }
        }
    }
}
