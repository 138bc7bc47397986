import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar

/** A column that scrolls and stays in the middle, no wider than `widest`. */
Flickable {
    id: root

    property int widest: Theme.column
    property int margin: Theme.pageMargin
    property alias spacing: column.spacing
    default property alias content: column.data

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * margin
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    T.ScrollBar.vertical: AppScrollBar {}

    ColumnLayout {
        id: column

        x: Math.round((root.width - width) / 2)
        y: root.margin
        width: Math.min(root.widest, root.width - 2 * root.margin)
        spacing: Theme.s4
    }

    /** Scrolls no more than needed so that \p item is seen whole. */
    function reveal(item) {
        const top = item.mapToItem(column, 0, 0).y + root.margin;
        const bottom = top + item.height;
        if (top < contentY)
            contentY = Math.max(0, top - 16);
        else if (bottom > contentY + height)
            contentY = Math.max(0, Math.min(contentHeight - height, bottom - height + 16));
    }
}
