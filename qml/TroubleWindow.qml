import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The app cannot start: what happened, whether the data is safe, what to do. */
T.ApplicationWindow {
    id: root

    required property string happened
    required property string safe
    required property string toDo
    property string detail // for whoever helps at the office

    width: 640
    height: 560
    minimumWidth: 320
    minimumHeight: 400
    visible: true
    title: qsTr("Tashilgar")
    color: Theme.page
    LayoutMirroring.enabled: Display.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "rightToLeft"
        value: Display.rightToLeft
    }
    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    component Told: RowLayout {
        property alias glyph: sign.glyph
        property alias tone: sign.tone
        property alias words: sentence.text

        spacing: 16
        Layout.fillWidth: true

        Disc {
            id: sign

            Layout.alignment: Qt.AlignTop
        }
        AppText {
            id: sentence

            kind: "lead"
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScrollColumn {
            spacing: 20
            widest: Theme.sentence
            Layout.fillWidth: true
            Layout.fillHeight: true

            AppText {
                kind: "question"
                text: qsTr("Tashilgar did not start")
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            Told {
                glyph: "info"
                tone: "waiting"
                words: root.happened
            }
            Told {
                glyph: "verified"
                tone: "good"
                words: root.safe
            }
            Told {
                glyph: "arrow_forward"
                tone: "plain"
                words: root.toDo
            }
            AppText {
                visible: root.detail !== ""
                kind: "small"
                color: Theme.muted
                text: Display.code(root.detail)
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
        }
        PageFooter {
            Layout.fillWidth: true

            AppButton {
                objectName: "closeTrouble"
                kind: "main"
                focus: true
                text: qsTr("Close")
                Layout.fillWidth: true
                onClicked: root.close()
                Keys.onEscapePressed: root.close()
                Keys.onReturnPressed: root.close()
            }
        }
    }
}
