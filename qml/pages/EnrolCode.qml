import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The second step: the code of the office, read by the camera, from a picture, typed or pasted. */
ColumnLayout {
    id: root

    required property Application app
    readonly property EnrolmentController enrolment: app.enrolment
    readonly property bool isServer: enrolment.isServer(code.text)
    property bool scanning: false
    signal codeEdited(string text)
    signal addressEdited(string text)
    signal usernameEdited(string text)
    signal passwordEdited(string text)
    signal accepted

    function take(text: string) {
        scanning = false;
        code.text = text;
        codeEdited(text);
        accepted();
    }

    spacing: 12

    AppText {
        kind: "question"
        text: qsTr("Read or write the code that the supervisor shows")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    CameraView {
        objectName: "enrolScanner"
        visible: root.scanning
        camera: root.app.camera
        codes: true
        hint: qsTr("Hold the code before the camera")
        Layout.fillWidth: true
        Layout.preferredHeight: blind ? implicitHeight : Math.min(400, Math.max(240, width * 0.6))
        onCodeRead: text => root.take(text)
    }
    GridLayout {
        columns: Theme.narrow ? 1 : 2
        columnSpacing: 12
        rowSpacing: 12
        Layout.fillWidth: true

        AppButton {
            objectName: "enrolScan"
            glyph: root.scanning ? "close" : "qr_code_scanner"
            text: root.scanning ? qsTr("Close the camera") : qsTr("Scan with the camera")
            Layout.fillWidth: true
            onClicked: root.scanning = !root.scanning
        }
        AppButton {
            objectName: "enrolPicture"
            glyph: "photo_library"
            text: qsTr("From a picture")
            Layout.fillWidth: true
            onClicked: root.app.capture.takeCode("enrol")
        }
    }
    Connections {
        target: root.app.capture
        function onCodeChosen(asker, text) {
            if (asker === "enrol")
                root.take(text);
        }
    }
    ProblemLine {
        soft: true
        sentence: root.app.capture.troubleRef === "enrol" ? root.app.capture.trouble : ""
        Layout.fillWidth: true
    }
    AppField {
        id: code

        objectName: "enrolCode"
        glyph: "key"
        clearable: true
        name: qsTr("Office code")
        placeholder: qsTr("Type or paste the code")
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
        problem: root.enrolment.trouble !== ""
        Layout.fillWidth: true
        onEdited: text => root.codeEdited(text)
        onAccepted: root.accepted()
    }
    ProblemLine {
        objectName: "enrolTrouble"
        sentence: root.enrolment.trouble
        Layout.fillWidth: true
    }
    LabelledBox {
        visible: root.isServer
        label: qsTr("Name at the server, only if it wants one")
        Layout.fillWidth: true

        AppField {
            objectName: "enrolUsername"
            glyph: "person"
            codeLike: true
            name: qsTr("Name at the server")
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            Layout.fillWidth: true
            onEdited: text => root.usernameEdited(text)
            onAccepted: root.accepted()
        }
    }
    LabelledBox {
        visible: root.isServer
        label: qsTr("Password")
        Layout.fillWidth: true

        AppField {
            objectName: "enrolPassword"
            glyph: "lock"
            codeLike: true
            name: qsTr("Password")
            inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            input.echoMode: TextInput.Password
            Layout.fillWidth: true
            onEdited: text => root.passwordEdited(text)
            onAccepted: root.accepted()
        }
    }
    LabelledBox {
        visible: !root.isServer
        label: qsTr("Address of the office, only if the code is a short one")
        Layout.fillWidth: true

        AppField {
            objectName: "enrolAddress"
            glyph: "router"
            clearable: true
            name: qsTr("Address of the office")
            placeholder: "192.168.1.5:8443"
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
            Layout.fillWidth: true
            onEdited: text => root.addressEdited(text)
            onAccepted: root.accepted()
        }
    }
    AppText {
        visible: root.isServer
        color: Theme.muted
        text: qsTr("An ODK or Kobo server takes records and signs no receipt: they stay on this tablet after they were sent.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Card {
        visible: !root.isServer
        implicitHeight: rows.implicitHeight + 2
        Layout.fillWidth: true
        Layout.topMargin: 8

        Column {
            id: rows

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 1
            y: 1

            Repeater {
                model: [
                    { "glyph": "wifi_off", "first": qsTr("No internet is needed"), "second": qsTr("The network of the office is enough; its address and key are in the code.") },
                    { "glyph": "timer", "first": qsTr("A code works once, for a short time"), "second": qsTr("When it is over, the supervisor makes a new one.") },
                    { "glyph": "shield_lock", "first": qsTr("Nothing on this tablet is erased"), "second": qsTr("From now on all that is kept here is encrypted.") }
                ]

                ListRow {
                    required property var modelData
                    required property int index

                    width: rows.width
                    glyph: modelData.glyph
                    tone: "good"
                    text: modelData.first
                    second: modelData.second
                    secondLines: 3
                    chevron: false
                    enabled: false
                    last: index === 2
                }
            }
        }
    }
}
