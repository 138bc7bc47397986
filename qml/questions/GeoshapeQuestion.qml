import QtQuick
import Tashilgar

/** An area, corner by corner. */
GeotraceQuestion {
    closed: true
}
