import QtQuick
import Tashilgar

/** One of several. */
SelectQuestion {
}
