import QtQuick
import QtQuick.Dialogs
import Tashilgar.ViewModels

/** The file dialog that stands for camera and microphone. */
FileDialog {
    id: root

    required property CaptureController capture
    readonly property bool wanted: capture.choosing

    title: capture.kind === "photo" ? qsTr("Choose a photo") : capture.kind === "sound" ? qsTr("Choose a recording") : qsTr("Choose a file")
    nameFilters: capture.kind === "photo" ? [qsTr("Pictures (*.jpg *.jpeg *.png *.webp)")] : [qsTr("All files (*)")]
    currentFolder: capture.folder
    onWantedChanged: {
        if (wanted)
            open();
        else
            leave.start();
    }
    onAccepted: capture.chosen(String(selectedFile))
    onRejected: capture.cancelled()

    Timer { // the file came another way
        id: leave

        interval: 1
        onTriggered: {
            if (!root.wanted)
                root.close();
        }
    }
}
