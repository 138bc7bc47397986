import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A line of points, each taken where one stands; the last can be undone. A shape closes at its first point. */
ColumnLayout {
    id: root

    required property QuestionBlock block
    property bool closed: false
    readonly property PositionController position: block.app.position
    readonly property var points: {
        const list = block.value.split(";").map(point => point.trim()).filter(point => point !== "");
        return closed && list.length > 1 && list[0] === list[list.length - 1] ? list.slice(0, -1) : list;
    }

    function keep(list: var) {
        const whole = closed && list.length > 2 ? list.concat([list[0]]) : list;
        block.answer(whole.join(";"));
    }

    spacing: 12
    Component.onCompleted: position.start()
    Component.onDestruction: position.stop()

    PositionFigures {
        position: root.position
        Layout.fillWidth: true
    }
    AppText {
        kind: "small"
        color: Theme.muted
        text: root.position.advice
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "addPoint_" + root.block.ref
        glyph: "add_location_alt"
        text: qsTr("Add this point")
        enabled: root.position.accuracyBest > 0
        implicitHeight: Theme.door
        Layout.fillWidth: true
        onClicked: {
            root.keep(root.points.concat([root.position.take()]));
            root.position.beginAgain();
        }
    }
    Card {
        visible: root.points.length > 0
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true

        ColumnLayout {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1
            spacing: 0

            SectionHead {
                text: root.closed ? qsTr("Corners") : qsTr("Points")
                endText: root.position.lengthText(root.block.value)
                Layout.fillWidth: true
            }
            Repeater {
                model: root.points

                RowLayout {
                    required property string modelData
                    required property int index

                    spacing: 12
                    Layout.leftMargin: 20
                    Layout.rightMargin: 8

                    AppText {
                        kind: "lead"
                        strong: true
                        text: Words.digits(String(index + 1))
                        Layout.minimumWidth: 28
                    }
                    AppText {
                        text: Display.code(modelData.split(" ").slice(0, 2).map(part => Number(part).toFixed(5)).join(", "))
                        Layout.fillWidth: true
                    }
                    IconButton {
                        objectName: "removePoint_" + root.block.ref + "_" + index
                        glyph: "delete"
                        ink: Theme.muted
                        text: qsTr("Remove")
                        onClicked: root.keep(root.points.filter((point, at) => at !== index))
                    }
                }
            }
        }
    }
}
