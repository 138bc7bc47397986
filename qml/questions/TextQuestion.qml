import QtQuick
import Tashilgar

/** A short text. */
TypedQuestion {
    clearable: true
}
