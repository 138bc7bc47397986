import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** Something more, over the page: from the bottom on narrow windows, else from the end edge. */
T.Popup {
    id: root

    property string title
    property bool fromStart: false
    default property alias content: body.data

    readonly property bool atRight: fromStart ? Theme.railAtRight : Theme.sheetsAtRight

    parent: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: Theme.narrow ? parent.width : Math.min(480, parent.width)
    height: Theme.narrow ? Math.round(parent.height * 0.85) : parent.height
    x: Theme.narrow ? 0 : atRight ? parent.width - width : 0
    y: parent.height - height

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radiusSheet
        border.width: 2
        border.color: Theme.control
    }
    contentItem: Item {
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: 16
            spacing: 8

            RowLayout {
                spacing: 8

                AppText {
                    kind: "title"
                    text: root.title
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                    Layout.leftMargin: 8
                }
                IconButton {
                    objectName: "closeSheet"
                    glyph: "close"
                    text: qsTr("Close")
                    onClicked: root.close()
                }
            }
            ColumnLayout {
                id: body

                spacing: 8
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.slide
            easing.type: Easing.OutCubic
        }
    }
}
