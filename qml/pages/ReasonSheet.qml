import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Why an answer is right although the form expects another, or why a sent record is changed. Goes into the record's log. */
Sheet {
    id: root

    required property FillController fill
    property string ref // empty: the whole record is changed
    property string about
    readonly property string reason: words.text.trim()
    readonly property var usual: ref === "" ? [qsTr("It was written down wrongly."), qsTr("The respondent corrected it."), qsTr("The office asked for it.")] : [qsTr("I asked again; it is so."), qsTr("I saw it myself."), qsTr("This household is special.")]
    signal changeExplained

    title: ref === "" ? qsTr("Why is it changed?") : qsTr("Why is it right?")

    function ask(about: string, doubt: string) {
        ref = about;
        root.about = doubt;
        words.text = "";
        open();
        words.input.forceActiveFocus();
    }
    function askWhyChanged() {
        ask("", qsTr("This record was sent before. Say in a few words what made you change it."));
    }
    function keep() {
        if (reason === "")
            return;
        const given = reason;
        close();
        if (ref === "") {
            fill.sayWhyChanged(given);
            changeExplained();
        } else {
            fill.overrule(ref, given);
        }
    }

    ScrollColumn {
        margin: 8
        spacing: 16
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true
        Layout.fillHeight: true

        DataText {
            words: root.about
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Flow {
            spacing: 8
            Layout.fillWidth: true

            Repeater {
                model: root.usual

                Chip {
                    required property string modelData
                    required property int index

                    objectName: "usualReason_" + index
                    text: modelData
                    chosen: root.reason === modelData
                    glyph: chosen ? "check" : ""
                    onClicked: words.text = modelData
                }
            }
        }
        AppArea {
            id: words

            objectName: "reasonWords"
            name: qsTr("Reason in your own words")
            lines: 3
            Layout.fillWidth: true
        }
    }
    AppButton {
        objectName: "keepReason"
        kind: "main"
        enabled: root.reason !== ""
        text: root.ref === "" ? qsTr("Keep the reason and finish") : qsTr("It is right")
        Layout.fillWidth: true
        onClicked: root.keep()
    }
}
