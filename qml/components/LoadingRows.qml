import QtQuick
import Tashilgar

/** Up to six bars where rows will be. */
Column {
    id: root

    property int count: 6

    spacing: 12

    Repeater {
        model: Math.min(6, root.count)

        Rectangle {
            width: root.width
            height: 56
            radius: Theme.radiusControl
            color: Theme.sunken
        }
    }
}
