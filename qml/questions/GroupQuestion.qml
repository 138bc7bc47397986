import QtQuick
import Tashilgar

/** The heading of a group inside a page of several questions. */
AppText {
    required property QuestionBlock block

    kind: "title"
    color: Theme.primary
    text: block.label
    wrapMode: Text.WordWrap
}
