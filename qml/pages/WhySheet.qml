import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Why a question is asked, hidden, needed or not accepted, the answers that decide it, and the way to them. */
Sheet {
    id: root

    required property FillController fill
    property string ref
    property var why: ({})
    property bool rules: false // the form's own words, for who wrote it
    readonly property var reasons: why.reasons ?? []

    title: qsTr("Why this question")

    function ask(about: string) {
        ref = about;
        rules = false;
        why = fill.why(about);
        open();
    }

    ScrollColumn {
        margin: 8
        spacing: 16
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true
        Layout.fillHeight: true

        DataText {
            strong: true
            kind: "lead"
            words: root.why.label ?? ""
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Repeater {
            model: root.reasons

            ReasonCard {
                required property var modelData

                reason: modelData
                rules: root.rules
                Layout.fillWidth: true
                onWanted: ref => {
                    root.close();
                    root.fill.goTo(ref);
                }
            }
        }
        AppButton {
            visible: root.reasons.some(reason => reason.rule !== "")
            objectName: "whyRules"
            kind: "text"
            compact: true
            text: root.rules ? qsTr("Hide the form's rules") : qsTr("Show the form's rules")
            onClicked: root.rules = !root.rules
        }
    }
    AppButton {
        visible: root.fill.currentRef !== root.ref && root.why.hidden === false
        objectName: "whyGo"
        kind: "main"
        glyph: "arrow_forward"
        glyphAtEnd: true
        text: qsTr("Go to this question")
        Layout.fillWidth: true
        onClicked: {
            root.close();
            root.fill.goTo(root.ref);
        }
    }
}
