import QtQuick
import QtQuick.Layouts
import Tashilgar
import Tashilgar.ViewModels

/** Back at the start, Next at the end; at the end of the form what can be done there. */
PageFooter {
    id: root

    required property FillController fill
    property bool rehearsal: false
    readonly property bool atEnd: fill.step === "end"
    readonly property int stops: fill.stopCount
    signal finishWanted

    AppButton {
        objectName: "back"
        glyph: "arrow_back"
        text: Theme.narrow ? "" : qsTr("Back", "previous question")
        enabled: root.fill.canGoBack || root.atEnd
        implicitHeight: Theme.door
        implicitWidth: Theme.narrow ? Theme.door : 180
        leftPadding: Theme.narrow ? 8 : 24
        Accessible.name: qsTr("Back", "previous question")
        onClicked: root.fill.back()
    }
    AppButton {
        visible: root.atEnd && root.stops > 0 && !Theme.narrow && !root.rehearsal // closing the page does the same
        objectName: "later"
        text: qsTr("I will finish later")
        implicitHeight: Theme.door
        onClicked: root.fill.close()
    }
    AppButton {
        objectName: root.atEnd ? "finish" : "next"
        kind: root.fill.pointWanted ? "side" : "main"
        glyph: root.atEnd && root.stops === 0 ? "check" : "arrow_forward"
        glyphAtEnd: !(root.atEnd && root.stops === 0)
        text: root.atEnd ? root.stops === 0 ? root.rehearsal ? qsTr("Finish the preview") : qsTr("Finish, ready to send") : qsTr("Go to the first one") : Theme.narrow && root.fill.nextText.length * Theme.sizeOf("button") * 0.55 > Theme.windowWidth - 220 ? qsTr("Next") : root.fill.nextText
        implicitHeight: Theme.door
        Layout.fillWidth: true
        onClicked: {
            if (!root.atEnd)
                root.fill.next();
            else if (root.stops === 0)
                root.finishWanted();
            else
                root.fill.goTo(root.fill.missing.firstStop());
        }
    }
}
