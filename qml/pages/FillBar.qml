import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** The way out, what is being filled, how far, whether it is saved, language and outline. */
Rectangle {
    id: root

    required property FillController fill
    property bool outlineButton: true
    property bool rehearsal: false
    property bool wholePages: false
    signal outlineAsked
    signal languageAsked
    signal pagingAsked

    readonly property bool meterInside: Theme.low || (Theme.outlineFits && !Theme.narrow)

    implicitHeight: bar.height + (meterInside ? 0 : meterRow.height)
    color: "transparent"

    TopBar {
        id: bar

        width: parent.width
        height: Math.max(Theme.bar, implicitHeight)
        wayBack: root.rehearsal ? "" : "close"
        wayBackName: qsTr("Close, keep as a draft")
        title: root.fill.title
        second: root.fill.place
        onLeaving: root.fill.close()

        RowLayout {
            visible: root.meterInside
            spacing: 12

            Meter {
                implicitWidth: Math.max(120, Math.min(600, root.width - 720))
                value: root.fill.progress
            }
            AppText {
                kind: "small"
                color: Theme.muted
                text: root.fill.progressText
            }
        }
        StateChip {
            visible: !root.rehearsal
            objectName: "savedChip"
            glyph: root.fill.saved ? "check_circle" : "error"
            tone: root.fill.saved ? "good" : "waiting"
            text: Theme.narrow ? "" : root.fill.savedText
        }
        IconButton {
            visible: root.fill.languages.length > 1 && !Theme.narrow
            objectName: "formLanguage"
            glyph: "translate"
            text: qsTr("Language of the questions")
            onClicked: root.languageAsked()
        }
        IconButton {
            visible: !Theme.narrow && root.fill.step !== "roster" && root.fill.step !== "end"
            objectName: "paging"
            glyph: "view_agenda"
            text: root.wholePages ? qsTr("One question on a page") : qsTr("Several questions on a page")
            onClicked: root.pagingAsked()
        }
        IconButton {
            visible: root.outlineButton
            objectName: "outline"
            glyph: "toc"
            text: qsTr("Parts")
            Layout.rightMargin: -12
            onClicked: root.outlineAsked()
        }
    }
    RowLayout {
        id: meterRow

        visible: !root.meterInside && root.fill.step !== "end"
        anchors.top: bar.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.narrow ? 0 : 32
        anchors.rightMargin: Theme.narrow ? 0 : 32
        height: Theme.narrow ? 6 : 48
        spacing: 12

        Meter {
            implicitHeight: Theme.narrow ? 6 : 10
            radius: Theme.narrow ? 0 : height / 2
            value: root.fill.progress
            Layout.fillWidth: true
        }
        AppText {
            visible: !Theme.narrow
            kind: "small"
            color: Theme.muted
            text: root.fill.progressText
        }
    }
}
