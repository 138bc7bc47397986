import QtQuick
import Tashilgar

/** A flat card: surface, hairline, radius. Children lie inside it as they like. */
Rectangle {
    color: Theme.surface
    radius: Theme.radiusCard
    border.width: Theme.borderHair
    border.color: Theme.line
}
