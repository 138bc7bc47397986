import QtQuick
import Tashilgar

/** The heading of a group inside a page of several questions. */
DataText {
    required property QuestionBlock block

    kind: "title"
    color: Theme.primary
    words: block.label
    wrapMode: Text.WordWrap
}
