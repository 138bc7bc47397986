import QtQuick
import Tashilgar

/** The buttons of a PlainMap. */
Column {
    id: root

    property string refName
    property bool located: false
    signal closer
    signal wider
    signal ownAsked
    signal allAsked

    spacing: 8

    IconButton {
        objectName: "closer_" + root.refName
        boxed: true
        glyph: "zoom_in"
        text: qsTr("Closer")
        onClicked: root.closer()
    }
    IconButton {
        objectName: "wider_" + root.refName
        boxed: true
        glyph: "zoom_out"
        text: qsTr("Wider")
        onClicked: root.wider()
    }
    IconButton {
        objectName: "showAll_" + root.refName
        boxed: true
        glyph: "fullscreen"
        text: qsTr("Show all of it")
        onClicked: root.allAsked()
    }
    IconButton {
        visible: root.located
        objectName: "showOwn_" + root.refName
        boxed: true
        glyph: "my_location"
        text: qsTr("Where I stand")
        onClicked: root.ownAsked()
    }
}
