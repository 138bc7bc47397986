import QtQuick
import Tashilgar

/** A number that another program was to give. */
ExternalQuestion {
    numeric: true
}
