import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** A photo for a question: first what the camera sees, then the picture and what can be done to it before it is kept. */
Rectangle {
    id: root

    required property Application app
    readonly property PhotoController photo: app.photo
    readonly property bool shot: photo.step === "shot"

    color: Theme.page
    focus: true
    Keys.onEscapePressed: root.photo.close()
    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar {
            title: root.photo.title
            second: root.app.fill.title
            wayBack: "arrow_back"
            wayBackName: qsTr("Back")
            Layout.fillWidth: true
            onLeaving: root.photo.close()

            StateChip {
                visible: root.shot && root.photo.sizeText !== ""
                objectName: "photoSize"
                text: root.photo.sizeText
            }
        }
        Loader {
            sourceComponent: root.shot ? desk : live
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    Component {
        id: live

        PhotoLive {
            app: root.app
        }
    }
    Component {
        id: desk

        PhotoDesk {
            photo: root.photo
        }
    }
}
