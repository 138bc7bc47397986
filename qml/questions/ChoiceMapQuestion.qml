import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A select whose choices are places: points, lines and areas on the plain grid, the chosen one ringed. The choices as rows
 * are one touch away, and all there is where none of them has a place. `quick` goes on by itself.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property bool multiple: block.multiple
    readonly property ChoiceModel model: block.choices
    property var places: []
    readonly property var rows: model === null ? [] : model.chosenRows
    readonly property var chosen: rows.map(row => row.value)
    readonly property int total: model === null ? 0 : model.total
    property bool listed: false
    readonly property bool usable: places.length > 0

    function readPlaces() {
        places = model === null ? [] : block.app.fill.choicePlaces(block.ref);
    }
    function pick(value: string) {
        const was = chosen.includes(value);
        block.app.fill.choose(block.ref, value, !was);
        if (!was && !multiple && block.alone && block.appearance.split(" ").includes("quick"))
            goOn.restart();
    }

    spacing: 12
    onTotalChanged: readPlaces()
    Component.onCompleted: readPlaces()

    Timer {
        id: goOn

        interval: 250 // as SelectQuestion
        onTriggered: {
            if (root.block.app.fill.currentRef === root.block.ref)
                root.block.app.fill.next();
        }
    }
    PlainMap {
        visible: root.usable
        refName: root.block.ref
        position: root.block.app.position
        shapes: root.places.map(place => ({ "geometry": place.geometry, "chosen": root.chosen.includes(place.value) }))
        problem: root.block.problem !== ""
        name: qsTr("The choices on a plain grid, north is up")
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(280, Math.min(width * 0.8, Theme.windowHeight - 460))
        onShapeTouched: index => root.pick(root.places[index].value)
    }
    ChosenLine {
        visible: root.usable && !root.listed
        model: root.model
        refName: root.block.ref
        prompt: qsTr("Touch a place on the grid.")
        Layout.fillWidth: true
        onRemoved: value => root.pick(value)
    }
    AppText {
        visible: root.usable && root.places.length < root.total
        kind: "small"
        color: Theme.muted
        text: Words.digits(qsTr("%n choice(s) have no place; they are in the list.", "", root.total - root.places.length))
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppButton {
        visible: root.usable
        objectName: "asList_" + root.block.ref
        kind: "text"
        compact: true
        glyph: "toc"
        text: root.listed ? qsTr("Only the grid") : qsTr("As a list")
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
