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
        else if (control && event.key === Qt.Key_F)
            root.look();
        else if (event.key === Qt.Key_F1 && root.fill.currentRef !== "")
            whySheet.ask(root.fill.currentRef);
        else if (event.key === Qt.Key_Escape && !root.rehearsal)
            root.fill.close();
        else if (event.modifiers === Qt.NoModifier && root.fill.chooseNumber(Number(Display.latinDigits(event.text) || "0")))
            root.forceActiveFocus();
        else
            return;
        event.accepted = true;
    }

    function look() {
        if (!outlined)
            outlineSheet.open();
        (outlined ? outline : sheetOutline).look();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        FillBar {
            fill: root.fill
            rehearsal: root.rehearsal
            outlineButton: !root.outlined
            wholePages: root.app.settings.wholePages
            Layout.fillWidth: true
            onOutlineAsked: outlineSheet.open()
            onLanguageAsked: languageSheet.open()
            onPagingAsked: root.app.settings.wholePages = !root.app.settings.wholePages
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            OutlinePane {
                id: outline

                visible: root.outlined
                fill: root.fill
                onWhyAsked: ref => whySheet.ask(ref)
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
                PageTurner {
                    visible: !root.atEnd && !root.roster
                    enabled: visible
                    rightToLeft: root.fill.rightToLeft
                    swipe: root.app.settings.swipe
                    keeps: point => column.keeps(point)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onOnward: root.fill.next()
                    onBackward: root.fill.back()

                    QuestionColumn {
                        id: column

                        anchors.fill: parent
                        app: root.app
                        onWhyAsked: ref => whySheet.ask(ref)
                        onReasonAsked: (ref, doubt) => reasonSheet.ask(ref, doubt)
                    }
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
                    onReasonAsked: (ref, doubt) => reasonSheet.ask(ref, doubt)
                }
                FillFooter {
                    fill: root.fill
                    rehearsal: root.rehearsal
                    Layout.fillWidth: true
                    onFinishWanted: {
                        if (root.fill.asksWhyChanged)
                            reasonSheet.askWhyChanged();
                        else
                            root.fill.finish();
                    }
                }
            }
        }
    }
    Sheet {
        id: outlineSheet

        title: qsTr("Parts")
        fromStart: true

        OutlinePane {
            id: sheetOutline

            fill: root.fill
            headless: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            onPicked: outlineSheet.close()
            onWhyAsked: ref => {
                outlineSheet.close();
                whySheet.ask(ref);
            }
        }
        AppSwitch {
            visible: Theme.narrow
            objectName: "pagingInSheet"
            text: qsTr("Several questions on a page")
            on: root.app.settings.wholePages
            Layout.fillWidth: true
            onClicked: root.app.settings.wholePages = !on
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
    ReasonSheet {
        id: reasonSheet

        fill: root.fill
        onChangeExplained: root.fill.finish()
    }
    WhySheet {
        id: whySheet

        fill: root.fill
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
