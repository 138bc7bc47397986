import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Accuracy now and the best so far, as figures. */
GridLayout {
    id: root

    required property PositionController position

    columns: 2
    columnSpacing: 12
    rowSpacing: 12

    component Figure: Rectangle {
        id: box

        property alias name: nameText.text
        property string figure
        property alias detail: detailText.text
        property bool marked: false

        implicitHeight: column.implicitHeight + 24
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: marked ? 2 : Theme.borderHair
        border.color: marked ? Theme.good : Theme.line
        Layout.fillWidth: true
        Layout.preferredWidth: 1

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 16
            spacing: 0

            AppText {
                id: nameText

                kind: "small"
                color: box.marked ? Theme.good : Theme.muted
            }
            RowLayout {
                spacing: 8

                AppText {
                    kind: "number"
                    text: box.figure === "" ? "—" : box.figure
                    color: box.figure === "" ? Theme.muted : Theme.text
                }
                AppText {
                    id: detailText

                    kind: "small"
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignBottom
                    Layout.bottomMargin: 8
                }
            }
        }
    }
    Figure {
        name: qsTr("Now")
        figure: root.position.nowText
        detail: figure === "" ? "" : qsTr("m")
    }
    Figure {
        name: qsTr("Best so far")
        marked: figure !== ""
        figure: root.position.bestText
        detail: figure === "" ? "" : qsTr("m, %1").arg(root.position.bestDetail)
    }
}
