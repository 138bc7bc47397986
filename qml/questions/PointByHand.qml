import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A point placed under the cross of the plain grid, touched on it, or typed as coordinates. */
ColumnLayout {
    id: root

    required property PositionController position
    property string answer
    property bool again: false
    property bool problem: false
    property string refName
    property string wish: answer // where the pin stands before it is kept
    signal placed(string answer)
    signal leftAlone

    function answerAt(latitude: real, longitude: real): string {
        return latitude.toFixed(7) + " " + longitude.toFixed(7) + " 0.0 0.0";
    }

    spacing: 12

    PlainMap {
        id: map

        refName: root.refName
        position: root.position
        marked: root.wish
        aimed: true
        problem: root.problem
        name: qsTr("The place on a plain grid, north is up")
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(280, Math.min(width * 0.8, Theme.windowHeight - 520))
        onTouched: (latitude, longitude) => {
            root.wish = root.answerAt(latitude, longitude);
            ground.centre(latitude, longitude);
        }
    }
    AppText {
        kind: "small"
        color: Theme.muted
        text: qsTr("Touch the place, or bring it under the cross.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 12

        AppButton {
            objectName: "placePoint_" + root.refName
            kind: "main"
            glyph: "pin_drop"
            text: qsTr("Put the point at the cross")
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: {
                const place = map.middle();
                root.placed(root.answerAt(place[0], place[1]));
            }
        }
        AppButton {
            visible: root.again
            text: qsTr("Keep the old one")
            implicitHeight: Theme.door
            onClicked: root.leftAlone()
        }
    }
    LabelledBox {
        label: qsTr("Or type the coordinates")
        Layout.fillWidth: true

        AppField {
            /** {latitude, longitude} of what is typed in any digits, or nothing. */
            function placeIn(typed: string): var {
                const parts = Display.latinDigits(typed).replace(/[،,;]/g, " ").trim().split(/\s+/).map(Number);
                return parts.length >= 2 && Math.abs(parts[0]) <= 90 && Math.abs(parts[1]) <= 180 && parts[1] !== 0 ? parts : null;
            }

            objectName: "coordinates_" + root.refName
            name: qsTr("Coordinates")
            placeholder: "34.34512, 47.09008"
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            Layout.fillWidth: true
            onEdited: typed => {
                const place = placeIn(typed);
                if (place !== null)
                    map.ground.centre(place[0], place[1]);
            }
            onAccepted: {
                const place = placeIn(text);
                if (place !== null)
                    root.placed(root.answerAt(place[0], place[1]));
            }
        }
    }
}
