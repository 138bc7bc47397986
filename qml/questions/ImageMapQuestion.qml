import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A select on a picture: the parts of an SVG of the form that are named after choices are touched. What is chosen stands
 * under it in words, and the choices as rows are one touch away, for keys, readers, and pictures without such parts.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property bool multiple: block.multiple
    readonly property ChoiceModel model: block.choices
    readonly property bool usable: areas.usable && areas.width > 0 && areas.height > 0
    property bool listed: false
    readonly property var rows: model === null ? [] : model.chosenRows
    readonly property var chosen: rows.map(row => row.value)

    readonly property ImageMap areas: ImageMap {
        source: root.block.image === "" ? "" : root.block.app.fill.mediaUrl(root.block.image)
    }

    function values(): var {
        const all = [];
        for (let i = 0; model !== null && i < model.count; ++i)
            all.push(model.valueAt(i));
        return all;
    }

    spacing: 12
    onChosenChanged: marks.requestPaint()

    Rectangle {
        visible: root.usable
        color: "#FFFFFF" // pictures of forms are drawn for paper
        radius: Theme.radiusControl
        border.width: root.block.problem === "" ? Theme.borderControl : Theme.borderChosen
        border.color: root.block.problem === "" ? Theme.control : Theme.stop
        Layout.fillWidth: true
        Layout.preferredHeight: picture.height + 16

        Image {
            id: picture

            readonly property real scaling: root.usable ? Math.min((parent.width - 16) / root.areas.width, Math.max(240, Theme.windowHeight - 420) / root.areas.height) : 1

            anchors.horizontalCenter: parent.horizontalCenter
            y: 8
            width: root.areas.width * scaling
            height: root.areas.height * scaling
            sourceSize.width: width
            sourceSize.height: height
            source: root.areas.source

            Canvas {
                id: marks

                anchors.fill: parent
                renderTarget: Canvas.Image
                renderStrategy: Canvas.Immediate
                onPaint: {
                    const pen = getContext("2d");
                    pen.clearRect(0, 0, width, height);
                    pen.lineJoin = "round";
                    pen.lineWidth = 4;
                    pen.strokeStyle = "#0A5C55"; // on white in every theme
                    pen.fillStyle = "#0A5C55";
                    for (const value of root.chosen) {
                        pen.beginPath();
                        for (const ring of root.areas.outline(value)) {
                            pen.moveTo(ring[0].x * picture.scaling, ring[0].y * picture.scaling);
                            for (const point of ring)
                                pen.lineTo(point.x * picture.scaling, point.y * picture.scaling);
                            pen.closePath();
                        }
                        pen.globalAlpha = 0.3;
                        pen.fill();
                        pen.globalAlpha = 1;
                        pen.stroke();
                    }
                }
            }
            MouseArea {
                objectName: "picture_" + root.block.ref
                anchors.fill: parent
                onClicked: mouse => {
                    const value = root.areas.areaAt(mouse.x / picture.scaling, mouse.y / picture.scaling, root.values());
                    if (value !== "")
                        root.block.app.fill.choose(root.block.ref, value, !root.chosen.includes(value));
                }
            }
        }
    }
    ChosenLine {
        visible: root.usable && !root.listed
        model: root.model
        refName: root.block.ref
        prompt: qsTr("Touch a part of the picture.")
        Layout.fillWidth: true
        onRemoved: value => root.block.app.fill.choose(root.block.ref, value, false)
    }
    AppButton {
        visible: root.usable
        objectName: "asList_" + root.block.ref
        kind: "text"
        compact: true
        glyph: "toc"
        text: root.listed ? qsTr("Only the picture") : qsTr("As a list")
        onClicked: root.listed = !root.listed
    }
    Loader {
        active: !root.usable || root.listed
        visible: active
        Layout.fillWidth: true
        sourceComponent: SelectQuestion {
            block: root.block
            multiple: root.multiple
        }
    }
}
