import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** Words of a form, a record or a person: a paragraph in the direction of its place, whatever letter it begins with. */
AppText {
    id: root

    property string words

    text: Display.lead(words, LayoutMirroring.enabled)
}
