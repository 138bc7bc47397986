import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * The ground without a basemap: a grid whose squares have a length, north up, and on it shapes, the line or area being
 * drawn, and where one stands. A finger moves it, two fingers or the buttons go closer; keys do the same (arrows, plus,
 * minus, Enter for the middle). Never mirrored: east is at the right in every language. A basemap goes under `ground`.
 */
Rectangle {
    id: root

    readonly property MapView ground: MapView {
        width: root.width
        height: root.height
        onChanged: paper.requestPaint()
    }
    property PositionController position: null // shown where it has a reading
    /** What lies there: {geometry, chosen}; the last is on top. */
    property var shapes: []
    /** What is being drawn, with a disc for each corner that a finger can move; null for none. */
    property TraceModel trace: null
    /** "lat lon …" of one marked place, or empty. */
    property string marked
    property bool aimed: false // a cross in the middle, for keys and for a place put under it
    property bool still: false // only to be seen
    property bool problem: false
    property string name: qsTr("Plain grid, north is up")
    property string refName
    property bool byKeys: true // a finger needs no ring
    signal touched(real latitude, real longitude)
    signal shapeTouched(int index)
    signal cornerMoved(int index, real latitude, real longitude)

    readonly property var ownPlace: {
        const parts = position === null || position.accuracyBest < 0 ? [] : position.coordinates.split(",").map(Number);
        return parts.length === 2 ? parts : null;
    }

    readonly property string drawn: trace === null ? "" : trace.value + trace.trouble
    property bool settled: false
    property bool led: false // to where one stands, once

    function settle() {
        if (settled || width <= 0 || height <= 0)
            return;
        settled = true;
        first.start();
    }
    /** All there is on it; where there is nothing, where one stands; else the whole country. */
    function showAll() {
        const all = shapes.map(shape => shape.geometry);
        if (trace !== null && trace.value !== "")
            all.push(trace.value);
        if (marked !== "")
            all.push(marked);
        if (ground.fit(all))
            return;
        if (ownPlace !== null)
            ground.show(ownPlace[0], ownPlace[1], 0.5);
        else
            ground.show(34.32, 47.07, 40); // Kermanshah: nobody has been anywhere yet
    }
    /** A line that walks out of the window takes the window along. */
    function follow() {
        if (!settled || trace === null || trace.value === "")
            return;
        const points = ground.path(trace.value);
        const at = points[trace.count - 1];
        if (at !== undefined && (at.x < 0 || at.y < 0 || at.x > width || at.y > height))
            ground.fit([trace.value]);
    }
    function showOwn() {
        if (ownPlace !== null)
            ground.show(ownPlace[0], ownPlace[1], Math.min(ground.metresPerPixel, 1));
    }
    function middle(): var {
        return ground.placeAt(width / 2, height / 2);
    }
    function tapped(x: real, y: real) {
        const hit = shapes.length > 0 ? ground.hit(shapes.map(shape => shape.geometry), x, y) : -1;
        if (hit >= 0) {
            root.shapeTouched(hit);
            return;
        }
        const place = ground.placeAt(x, y);
        root.touched(place[0], place[1]);
    }
    function closer(factor: real) {
        ground.zoom(factor, width / 2, height / 2);
    }

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    color: Theme.surface
    radius: Theme.radiusCard
    clip: true
    activeFocusOnTab: !still
    Accessible.role: Accessible.Graphic
    Accessible.name: name
    onShapesChanged: paper.requestPaint()
    onDrawnChanged: {
        paper.requestPaint();
        follow();
    }
    onWidthChanged: settle()
    onHeightChanged: settle()
    onOwnPlaceChanged: {
        if (ownPlace !== null && !led) {
            led = true;
            if (shapes.length === 0 && marked === "" && (trace === null || trace.value === ""))
                showAll();
        }
    }
    onActiveFocusChanged: {
        if (!activeFocus)
            byKeys = true;
    }
    Keys.onPressed: event => {
        const far = 48;
        if (event.key === Qt.Key_Left)
            ground.pan(far, 0);
        else if (event.key === Qt.Key_Right)
            ground.pan(-far, 0);
        else if (event.key === Qt.Key_Up)
            ground.pan(0, far);
        else if (event.key === Qt.Key_Down)
            ground.pan(0, -far);
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            closer(1.5);
        else if (event.key === Qt.Key_Minus)
            closer(1 / 1.5);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            tapped(width / 2, height / 2);
        else
            return;
        event.accepted = true;
    }

    Canvas {
        id: paper

        function trail(pen: var, points: var, closed: bool) {
            pen.beginPath();
            pen.moveTo(points[0].x, points[0].y);
            for (let i = 1; i < points.length; ++i)
                pen.lineTo(points[i].x, points[i].y);
            if (closed)
                pen.closePath();
        }
        function drawGrid(pen: var) {
            const step = root.ground.scalePixels;
            pen.strokeStyle = Theme.line;
            pen.lineWidth = Theme.borderHair;
            pen.beginPath();
            for (let x = root.ground.gridLeft; x < width; x += step) {
                pen.moveTo(x, 0);
                pen.lineTo(x, height);
            }
            for (let y = root.ground.gridTop; y < height; y += step) {
                pen.moveTo(0, y);
                pen.lineTo(width, y);
            }
            pen.stroke();
        }
        function drawShape(pen: var, geometry: string, chosen: bool) {
            const points = root.ground.path(geometry);
            if (points.length === 0)
                return;
            const first = points[0];
            const last = points[points.length - 1];
            const area = points.length > 3 && first.x === last.x && first.y === last.y;
            pen.strokeStyle = chosen ? Theme.primary : Theme.control;
            pen.fillStyle = chosen ? Theme.primarySoft : Theme.sunken;
            pen.lineWidth = chosen ? 5 : 3;
            if (points.length === 1) {
                pen.beginPath();
                pen.arc(first.x, first.y, chosen ? 13 : 10, 0, 2 * Math.PI);
                pen.fill();
                pen.stroke();
                if (chosen) { // a ring alone would be too little on a small screen
                    pen.beginPath();
                    pen.fillStyle = Theme.primary;
                    pen.arc(first.x, first.y, 6, 0, 2 * Math.PI);
                    pen.fill();
                }
                return;
            }
            trail(pen, points, area);
            if (area) {
                pen.globalAlpha = 0.75;
                pen.fill();
                pen.globalAlpha = 1;
            }
            pen.stroke();
        }
        function drawTrace(pen: var) {
            const points = root.ground.path(root.trace.value);
            if (points.length < 2)
                return;
            trail(pen, points, root.trace.closed);
            if (root.trace.closed && root.trace.count > 2) {
                pen.globalAlpha = 0.5;
                pen.fillStyle = Theme.primarySoft;
                pen.fill();
                pen.globalAlpha = 1;
            }
            pen.strokeStyle = root.trace.trouble !== "" && root.trace.count > 2 ? Theme.waiting : Theme.primary;
            pen.lineWidth = 4;
            pen.stroke();
        }
        function drawOwn(pen: var) {
            const at = root.ground.screenOf(root.ownPlace[0], root.ownPlace[1]);
            const radius = Math.max(12, root.position.accuracyBest / root.ground.metresPerPixel);
            pen.globalAlpha = 0.6;
            pen.fillStyle = Theme.noteSoft;
            pen.beginPath();
            pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
            pen.fill();
            pen.globalAlpha = 1;
            pen.strokeStyle = Theme.note;
            pen.lineWidth = 2;
            pen.stroke();
            pen.beginPath();
            pen.fillStyle = Theme.note;
            pen.arc(at.x, at.y, 6, 0, 2 * Math.PI);
            pen.fill();
        }

        anchors.fill: parent
        renderTarget: Canvas.Image
        renderStrategy: Canvas.Immediate
        onPaint: {
            const pen = getContext("2d");
            pen.clearRect(0, 0, width, height);
            pen.lineJoin = "round";
            pen.lineCap = "round";
            drawGrid(pen);
            for (const shape of root.shapes) {
                if (!shape.chosen)
                    drawShape(pen, shape.geometry, false);
            }
            for (const shape of root.shapes) {
                if (shape.chosen)
                    drawShape(pen, shape.geometry, true);
            }
            if (root.trace !== null)
                drawTrace(pen);
            if (root.ownPlace !== null)
                drawOwn(pen);
        }
    }
    Timer {
        id: first

        interval: 0 // the ground learns the size of the page first
        onTriggered: root.showAll()
    }
    Connections {
        target: root.position
        function onChanged() {
            paper.requestPaint();
        }
    }
    Connections {
        target: Theme
        function onNameChanged() {
            paper.requestPaint();
        }
    }
    PinchHandler {
        id: pinch

        property real before: 1

        target: null
        enabled: !root.still
        onActiveChanged: before = 1
        onActiveScaleChanged: {
            if (active && activeScale > 0) {
                root.ground.zoom(activeScale / before, centroid.position.x, centroid.position.y);
                before = activeScale;
            }
        }
    }
    MouseArea {
        property point last
        property bool panned: false

        objectName: "ground_" + root.refName
        anchors.fill: parent
        enabled: !root.still
        preventStealing: true
        onPressed: mouse => {
            root.byKeys = false;
            root.forceActiveFocus();
            last = Qt.point(mouse.x, mouse.y);
            panned = false;
        }
        onPositionChanged: mouse => {
            const right = mouse.x - last.x;
            const down = mouse.y - last.y;
            if (!panned && Math.abs(right) + Math.abs(down) < 10) // a trembling finger only taps
                return;
            panned = true;
            root.ground.pan(right, down);
            last = Qt.point(mouse.x, mouse.y);
        }
        onReleased: mouse => {
            if (!panned)
                root.tapped(mouse.x, mouse.y);
        }
        onWheel: wheel => root.ground.zoom(wheel.angleDelta.y > 0 ? 1.25 : 0.8, wheel.x, wheel.y)
    }
    Repeater {
        // A walked line of hundreds of points has no corner to be moved by hand.
        model: root.trace !== null && root.trace.count <= 60 ? root.trace : null

        MapCorner {
            ground: root.ground
            still: root.still
            refName: root.refName
            last: index === root.trace.count - 1
            onMoved: (latitude, longitude) => root.cornerMoved(index, latitude, longitude)
        }
    }
    AppIcon {
        readonly property var place: root.marked === "" ? null : root.marked.split(" ").map(Number)
        readonly property point at: place === null || root.ground.revision < 0 ? Qt.point(0, 0) : root.ground.screenOf(place[0], place[1])

        visible: place !== null
        x: at.x - width / 2
        y: at.y - height + 5 // its foot is the place
        size: 44
        icon: "location_on"
        filled: true
        color: Theme.primary
    }
    Rectangle {
        visible: root.aimed
        anchors.centerIn: parent
        width: 29
        height: 3
        color: Theme.text
    }
    Rectangle {
        visible: root.aimed
        anchors.centerIn: parent
        width: 3
        height: 29
        color: Theme.text
    }
    MapTools {
        visible: !root.still
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8
        refName: root.refName
        located: root.ownPlace !== null
        onCloser: root.closer(1.6)
        onWider: root.closer(1 / 1.6)
        onOwnAsked: root.showOwn()
        onAllAsked: root.showAll()
    }
    MapScale {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: 8
        ground: root.ground
    }
    Tag {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: 8
        glyph: "arrow_upward"
        text: qsTr("North")
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        radius: root.radius
        border.width: root.problem ? Theme.borderChosen : root.still ? Theme.borderHair : Theme.borderControl
        border.color: root.problem ? Theme.stop : root.still ? Theme.line : Theme.control
    }
    FocusRing {
        target: root
        anchors.margins: 0
        radius: root.radius
        visible: root.activeFocus && root.byKeys
    }
}
