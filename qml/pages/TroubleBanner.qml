import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** What did not work while filling, and what to do about it. */
Item {
    id: root

    required property FillController fill

    visible: fill.trouble !== ""
    implicitHeight: visible ? banner.implicitHeight + 16 : 0

    Banner {
        id: banner

        objectName: "fillTrouble"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.pageMargin
        y: 16
        tone: "waiting"
        text: root.fill.trouble
        action: root.fill.saved ? "" : qsTr("Save again")
        onActed: root.fill.saveAgain()
    }
}
