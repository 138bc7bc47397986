import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The last step: what the tablet now is, and forms as they arrive. */
ColumnLayout {
    id: root

    required property Application app

    spacing: 12

    AppText {
        kind: "question"
        text: root.app.enrolment.personName === "" ? qsTr("This tablet has joined the office") : qsTr("Welcome, %1").arg(Display.quoted(root.app.enrolment.personName))
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    AppText {
        color: Theme.muted
        text: Words.joined(root.app.enrolment.hubName, root.app.enrolment.programmeName, "")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Banner {
        tone: root.app.forms.total > 0 ? "good" : "note"
        glyph: root.app.forms.total > 0 ? "check_circle" : "download"
        text: root.app.forms.total > 0 ? qsTr("Forms arrived. You can begin; the rest comes by itself.") : qsTr("Forms are on their way. You can begin; they come by themselves.")
        Layout.fillWidth: true
    }
    Card {
        visible: root.app.forms.total > 0
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true

        Column {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1

            Repeater {
                model: root.app.forms

                ListRow {
                    required property string title
                    required property string purpose
                    required property int index

                    width: rows.width
                    text: title
                    second: purpose
                    tone: "primary"
                    chevron: false
                    enabled: false
                    last: index === root.app.forms.count - 1
                }
            }
        }
    }
}
