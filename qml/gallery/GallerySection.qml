import QtQuick
import Tashilgar

/** Cells of one kind, as many beside each other as fit. */
Column {
    id: root

    required property string title
    default property alias content: cells.data

    spacing: 8

    SectionHead {
        text: root.title
        width: root.width
    }
    Flow {
        id: cells

        width: root.width
    }
}
