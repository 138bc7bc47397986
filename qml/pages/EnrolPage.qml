import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Joining an office, or an ODK or Kobo server: language, code, first forms. */
ColumnLayout {
    id: root

    required property Application app
    readonly property EnrolmentController enrolment: app.enrolment
    readonly property var steps: ["language", "code", "forms"]
    readonly property int at: steps.indexOf(enrolment.step)

    spacing: 0

    TopBar {
        title: qsTr("Join this tablet to an office")
        wayBack: root.enrolment.step === "code" ? "arrow_back" : ""
        wayBackName: qsTr("Back")
        Layout.fillWidth: true
        onLeaving: {
            if (root.enrolment.joined)
                root.enrolment.finish();
            else
                root.enrolment.goTo("language");
        }

        AppButton {
            objectName: "switchLanguage"
            kind: "text"
            compact: true
            glyph: "translate"
            text: root.app.settings.language === "fa" ? "English" : "فارسی"
            onClicked: root.app.settings.language = root.app.settings.language === "fa" ? "en" : "fa"
        }
    }
    ScrollColumn {
        id: column

        widest: 720
        spacing: 20
        Layout.fillWidth: true
        Layout.fillHeight: true

        StepLine {
            names: [qsTr("Language"), qsTr("Office code"), qsTr("First forms")]
            at: root.at
            Layout.fillWidth: true
        }
        Loader {
            sourceComponent: root.enrolment.step === "language" ? language : root.enrolment.step === "code" ? code : forms
            Layout.fillWidth: true
        }
    }
    PageFooter {
        Layout.fillWidth: true

        AppButton {
            objectName: "enrolNext"
            kind: "main"
            glyph: root.enrolment.step === "code" ? "key" : "arrow_forward"
            glyphAtEnd: root.enrolment.step !== "code"
            text: root.enrolment.busy ? qsTr("Asking the office…") : root.enrolment.step === "code" ? qsTr("Join") : root.enrolment.step === "forms" ? qsTr("Begin") : qsTr("Next")
            enabled: !root.enrolment.busy
            implicitHeight: Theme.door
            Layout.fillWidth: true
            onClicked: {
                if (root.enrolment.step === "language")
                    root.enrolment.goTo("code");
                else if (root.enrolment.step === "code")
                    root.join();
                else
                    root.enrolment.finish();
            }
        }
    }
    property string codeText
    property string addressText
    property string usernameText
    property string passwordText

    function join() {
        enrolment.join(codeText, addressText, usernameText, passwordText);
    }

    Component {
        id: language

        EnrolLanguage {
            settings: root.app.settings
        }
    }
    Component {
        id: code

        EnrolCode {
            app: root.app
            onCodeEdited: text => root.codeText = text
            onAddressEdited: text => root.addressText = text
            onUsernameEdited: text => root.usernameText = text
            onPasswordEdited: text => root.passwordText = text
            onAccepted: root.join()
        }
    }
    Component {
        id: forms

        EnrolForms {
            app: root.app
        }
    }
}
