import QtQuick
import QtQuick.Layouts
import Tashilgar

/** The bar of a page: way back or nothing, title, then states and actions at the end. */
Rectangle {
    id: root

    property alias title: titleText.words
    property alias second: secondText.words
    property string wayBack // "", "arrow_back" or "close"
    property string wayBackName
    default property alias trailing: trailingRow.data
    signal leaving

    implicitHeight: Math.max(Theme.bar, line.implicitHeight + 8)
    implicitWidth: 320
    color: Theme.surface

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.wayBack === "" ? Theme.pageMargin : 12
        anchors.rightMargin: trailingRow.endsWithSign ? 12 : Theme.pageMargin
        spacing: 12

        IconButton {
            visible: root.wayBack !== ""
            objectName: "leavePage"
            glyph: root.wayBack
            text: root.wayBackName
            onClicked: root.leaving()
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            DataText {
                id: titleText

                kind: root.wayBack === "" && !Theme.narrow ? "title" : "lead"
                strong: true
                elide: Text.ElideRight
                lineHeight: Theme.lineOf("body")
                Layout.fillWidth: true
            }
            DataText {
                id: secondText

                kind: "small"
                visible: words !== "" && !Theme.low
                color: Theme.muted
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: trailingRow

            property bool endsWithSign: false

            spacing: 12
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.borderHair
        color: Theme.line
    }
}
