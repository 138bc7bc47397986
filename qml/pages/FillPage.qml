import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** One record being filled: bar, outline when there is room, the page of questions, the way back and on. */
Item {
    id: root

    required property Application app
    property bool rehearsal: false // nothing is kept of it
    readonly property FillController fill: app.fill
    readonly property bool atEnd: fill.step === "end"
    readonly property bool roster: fill.step === "roster"
    readonly property bool outlined: Theme.outlineFits && !roster // a table takes the whole width

    focus: true
    Keys.onPressed: event => {
        const control = (event.modifiers & Qt.ControlModifier) !== 0;
        if (event.key === Qt.Key_PageDown || (control && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)))
            root.fill.next();
        else if (event.key === Qt.Key_PageUp)
            root.fill.back();
        else if (control && event.key === Qt.Key_G)
            outlineSheet.open();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        FillBar {
            fill: root.fill
            rehearsal: root.rehearsal
            outlineButton: !root.outlined
            Layout.fillWidth: true
            onOutlineAsked: outlineSheet.open()
            onLanguageAsked: languageSheet.open()
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            OutlinePane {
                visible: root.outlined
                fill: root.fill
                Layout.preferredWidth: 328
                Layout.fillHeight: true
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: true

                TroubleBanner {
                    fill: root.fill
                    Layout.fillWidth: true
                }
                QuestionColumn {
                    visible: !root.atEnd && !root.roster
                    app: root.app
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
                RosterView {
                    visible: root.roster
                    app: root.app
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
                MissingView {
                    visible: root.atEnd
                    fill: root.fill
                    rehearsal: root.rehearsal
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
                FillFooter {
                    fill: root.fill
                    rehearsal: root.rehearsal
                    Layout.fillWidth: true
                }
            }
        }
    }
    Sheet {
        id: outlineSheet

        title: qsTr("Parts")
        fromStart: true

        OutlinePane {
            fill: root.fill
            headless: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            onPicked: outlineSheet.close()
        }
        AppButton {
            visible: Theme.narrow && root.fill.languages.length > 1
            objectName: "formLanguageInSheet"
            compact: true
            glyph: "translate"
            text: qsTr("Language of the questions")
            Layout.fillWidth: true
            onClicked: {
                outlineSheet.close();
                languageSheet.open();
            }
        }
    }
    Sheet {
        id: languageSheet

        title: qsTr("Language of the questions")

        Repeater {
            model: root.fill.languages

            ChoiceRow {
                required property string modelData

                objectName: "formLanguage_" + modelData
                text: modelData
                chosen: root.fill.language === modelData
                Layout.fillWidth: true
                onClicked: {
                    root.fill.language = modelData;
                    languageSheet.close();
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
