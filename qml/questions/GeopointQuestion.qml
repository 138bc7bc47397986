import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * A point: from the receiver, the best of many readings, taken by itself once it is as good as the form wants; or placed by
 * hand on the plain grid or as coordinates. The receiver begins, also with placement-map: who stands at a door wants what it
 * says. Appearance maps shows the grid while it works, quick goes on once the point is kept.
 */
ColumnLayout {
    id: root

    required property QuestionBlock block
    readonly property PositionController position: block.app.position
    readonly property var looks: block.appearance.split(" ")
    property bool retaking: false
    readonly property bool taking: block.value === "" || retaking
    property bool byHand: false
    readonly property bool placing: taking && byHand
    property bool listening: false

    function listen(wanted: bool) {
        if (wanted === listening)
            return;
        listening = wanted;
        if (wanted) {
            position.expect(Number(block.parameters.accuracyThreshold ?? 0), Number(block.parameters.unacceptableAccuracyThreshold ?? 0));
            position.start();
        } else {
            position.stop();
        }
    }
    function keep(answer: string) {
        if (answer === "")
            return;
        retaking = false;
        block.answer(answer);
        if (looks.includes("quick") && block.alone)
            goOn.restart();
    }

    spacing: 12
    onTakingChanged: listen(taking)
    Component.onCompleted: listen(taking)
    Component.onDestruction: listen(false)

    Timer {
        id: goOn

        interval: 250 // as a quick select
        onTriggered: {
            if (root.block.app.fill.currentRef === root.block.ref)
                root.block.app.fill.next();
        }
    }
    PointKept {
        visible: !root.taking
        answer: root.block.value
        shown: root.block.shown
        limit: Number(root.block.parameters.unacceptableAccuracyThreshold ?? root.position.limit)
        refName: root.block.ref
        Layout.fillWidth: true
        onRetakeAsked: root.retaking = true
    }
    PointByReceiver {
        visible: root.taking && !root.byHand
        position: root.position
        listening: root.taking
        gridded: root.looks.includes("maps")
        again: root.retaking
        refName: root.block.ref
        Layout.fillWidth: true
        onTaken: answer => root.keep(answer)
        onLeftAlone: root.retaking = false
    }
    Loader {
        active: root.placing
        visible: active
        Layout.fillWidth: true
        sourceComponent: PointByHand {
            position: root.position
            answer: root.block.value
            again: root.retaking
            refName: root.block.ref
            problem: root.block.problem !== ""
            onPlaced: answer => root.keep(answer)
            onLeftAlone: root.retaking = false
        }
    }
    AppButton {
        visible: root.taking
        objectName: "byHand_" + root.block.ref
        kind: "text"
        compact: true
        glyph: root.byHand ? "satellite_alt" : "touch_app"
        text: root.byHand ? qsTr("From the receiver") : qsTr("By hand on the grid")
        onClicked: root.byHand = !root.byHand
    }
}
