import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** One draft or record: who holds it, what was answered, what can be done. */
Card {
    id: root

    required property Application app
    required property var record
    readonly property bool draft: record.draft === true
    readonly property var answers: record.recordId && !draft ? app.answersOf(record.recordId) : []
    signal leaving
    signal setAside
    signal duplicated(string id)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        RowLayout {
            spacing: 8
            Layout.margins: 20
            Layout.bottomMargin: 12

            IconButton {
                visible: !Theme.wide
                glyph: "arrow_back"
                text: qsTr("Back to the list")
                onClicked: root.leaving()
            }
            TwoLines {
                strong: true
                first: root.record.title ?? ""
                second: Words.joined(root.record.formTitle ?? "", root.record.day ?? "", root.record.when ?? "")
                Layout.fillWidth: true
            }
        }
        RecordStateCard {
            record: root.record
            Layout.fillWidth: true
            Layout.leftMargin: 20
            Layout.rightMargin: 20
        }
        AnswerList {
            answers: root.answers
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: 20
            Layout.topMargin: 12
            Layout.bottomMargin: 0
        }
        Rectangle {
            implicitHeight: Theme.borderHair
            color: Theme.line
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 12
            Layout.fillWidth: true
            Layout.margins: 12
            Layout.leftMargin: 20
            Layout.rightMargin: 20

            AppButton {
                visible: root.draft || root.record.recordState === "refused"
                objectName: root.draft ? "setDraftAside" : "sendAgain"
                glyph: root.draft ? "delete" : "sync"
                text: root.draft ? qsTr("Set aside") : qsTr("Send again")
                onClicked: {
                    if (root.draft)
                        root.setAside();
                    else
                        root.app.sendAgain(root.record.recordId);
                }
            }
            AppButton {
                visible: root.draft && root.record.correction !== true
                objectName: "duplicateDraft"
                glyph: "content_copy"
                text: qsTr("Duplicate")
                onClicked: {
                    const copy = root.app.duplicate(root.record.recordId);
                    if (copy !== "")
                        root.duplicated(copy);
                }
            }
            AppButton {
                objectName: root.draft ? "continueDraft" : "correctRecord"
                kind: root.draft ? "main" : "side"
                glyph: root.draft ? "" : "edit"
                text: root.draft ? qsTr("Continue") : qsTr("Correct in a new version")
                Layout.fillWidth: true
                onClicked: {
                    if (root.draft)
                        root.app.fill.resumeDraft(root.record.recordId);
                    else
                        root.app.fill.correctRecord(root.record.recordId);
                }
            }
        }
    }
}
