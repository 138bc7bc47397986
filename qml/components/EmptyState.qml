import QtQuick
import QtQuick.Layouts
import Tashilgar

/** What will be here, and the one button that makes it so. */
Item {
    id: root

    property string glyph
    property alias title: titleText.text
    property alias text: bodyText.text
    property alias action: button.text
    property alias actionGlyph: button.glyph
    signal acted

    implicitHeight: column.implicitHeight
    implicitWidth: 320

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.sentence)
        spacing: 12

        Rectangle {
            implicitWidth: 112
            implicitHeight: 112
            radius: 28
            color: Theme.primarySoft
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: 12

            AppIcon {
                anchors.centerIn: parent
                size: 44
                filled: true
                icon: root.glyph
                color: Theme.onPrimarySoft
            }
        }
        AppText {
            id: titleText

            kind: "title"
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        AppText {
            id: bodyText

            color: Theme.muted
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.sentence
            Layout.alignment: Qt.AlignHCenter
        }
        AppButton {
            id: button

            visible: text !== ""
            kind: "main"
            implicitHeight: Theme.door
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 12
            onClicked: root.acted()
        }
    }
}
