import QtQuick
import Tashilgar

/** Any file. */
CaptureQuestion {
}
