import QtQuick
import QtQuick.Layouts
import Tashilgar

/** Hour and minute of a day of 24 hours. */
RowLayout {
    id: root

    required property string time // "HH:MM…" or empty
    property string refName
    property bool problem: false
    property string hour
    property string minute
    signal picked(string time)

    readonly property bool complete: hour !== "" && minute !== "" && Number(hour) < 24 && Number(minute) < 60

    function two(text: string): string {
        return text.length < 2 ? "0" + text : text;
    }
    function spread() {
        if (time === "" || (complete && two(hour) + ":" + two(minute) === time.slice(0, 5)))
            return;
        hour = time.slice(0, 2);
        minute = time.slice(3, 5);
    }
    function touched() {
        const typed = complete ? two(hour) + ":" + two(minute) : "";
        if (typed !== time.slice(0, 5)) // what is half typed is no answer, also where there was one
            root.picked(typed);
    }

    onTimeChanged: spread()
    Component.onCompleted: spread()

    RowLayout {
        // A clock reads from the left in every language.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        spacing: 8

        LabelledBox {
            label: qsTr("Hour")

            NumberBox {
                objectName: "hourOf_" + root.refName
                name: qsTr("Hour")
                value: root.hour
                problem: root.problem || Number(root.hour) > 23
                onChanged: value => {
                    root.hour = value;
                    root.touched();
                }
            }
        }
        AppText {
            kind: "title"
            text: ":"
            Layout.alignment: Qt.AlignBottom
            Layout.bottomMargin: 12
        }
        LabelledBox {
            label: qsTr("Minute")

            NumberBox {
                objectName: "minuteOf_" + root.refName
                name: qsTr("Minute")
                value: root.minute
                problem: root.problem || Number(root.minute) > 59
                onChanged: value => {
                    root.minute = value;
                    root.touched();
                }
            }
        }
    }
    Item {
        Layout.fillWidth: true
    }
}
