import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** One piece in one state, under its name in the code. */
Column {
    id: root

    required property string name
    property int cell: 400
    default property alias content: stand.data

    objectName: "cell_" + name
    width: cell
    spacing: 8
    padding: 16
    topPadding: 12

    AppText {
        kind: "small"
        color: Theme.muted
        text: Display.code(root.name)
        width: root.cell - 32
        elide: Text.ElideRight
    }
    Column {
        id: stand

        width: root.cell - 32
        spacing: 8
    }
}
