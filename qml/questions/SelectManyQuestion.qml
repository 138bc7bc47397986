import QtQuick
import Tashilgar

/** Any number of several. */
SelectQuestion {
    multiple: true
}
