import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/**
 * Cards before the camera, one after the other: each signs a person in and says who it was. On a wide page it looks all the
 * time; without a camera it takes no room there.
 */
ColumnLayout {
    id: root

    required property Application app
    property bool wide: true
    property bool looking: false // on a narrow page, which has no room for it otherwise
    readonly property SignIn signIn: app.fill.roster.signIn
    readonly property bool blind: view.blind
    readonly property string accepted: signIn.accepted
    readonly property bool known: signIn.acceptedKnown

    spacing: 12

    CameraView {
        id: view

        objectName: "signInScanner"
        visible: root.wide || root.looking
        camera: root.app.camera
        codes: true
        hint: qsTr("Hold the card before the camera")
        Layout.fillWidth: true
        Layout.fillHeight: root.wide && !blind
        Layout.minimumHeight: blind ? implicitHeight : 120
        Layout.maximumHeight: blind ? implicitHeight : root.wide ? 296 : 180
        Layout.preferredHeight: Layout.maximumHeight
        onCodeRead: text => root.signIn.card(text)
    }
    Rectangle {
        visible: root.accepted !== ""
        objectName: root.known ? "cardAccepted" : "cardUnknown"
        implicitHeight: told.implicitHeight + 24
        radius: Theme.radiusCard
        color: root.known ? Theme.goodSoft : Theme.waitingSoft
        Layout.fillWidth: true

        ColumnLayout {
            id: told

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 16
            spacing: 8

            RowLayout {
                spacing: 12

                AppIcon {
                    icon: root.known ? "check_circle" : "info"
                    filled: true
                    size: Theme.iconLarge
                    color: root.known ? Theme.good : Theme.waiting
                }
                DataText {
                    kind: "lead"
                    strong: true
                    color: root.known ? Theme.onGoodSoft : Theme.onWaitingSoft
                    words: root.known ? qsTr("%1 is signed in").arg(root.accepted) : qsTr("Nobody in the list has the card %1. It counts as one person.").arg(root.accepted)
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
                AppButton {
                    visible: root.known
                    objectName: "cardUndo"
                    compact: true
                    glyph: "undo"
                    text: qsTr("Undo")
                    onClicked: root.signIn.takeBack(false)
                }
            }
            RowLayout {
                visible: !root.known
                spacing: 8

                AppButton {
                    objectName: "cardName"
                    compact: true
                    glyph: "edit"
                    text: qsTr("Give a name instead")
                    Layout.fillWidth: true
                    onClicked: root.signIn.takeBack(true)
                }
                AppButton {
                    objectName: "cardTakeBack"
                    compact: true
                    glyph: "undo"
                    text: qsTr("Undo")
                    onClicked: root.signIn.takeBack(false)
                }
            }
        }
    }
    AppButton {
        visible: !root.wide
        objectName: "signInScan"
        compact: true
        glyph: root.looking ? "close" : "qr_code_scanner"
        text: root.looking ? qsTr("Close the camera") : qsTr("Scan cards")
        Layout.fillWidth: true
        onClicked: root.looking = !root.looking
    }
    Item {
        visible: root.wide
        Layout.fillHeight: true
    }
}
