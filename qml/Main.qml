import QtQuick
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** The window, and which page stands in it; nothing else. */
T.ApplicationWindow {
    id: root

    required property Application app
    property bool gallery: false // shows the pieces instead of the places
    property PreviewController preview: null // only where a form is shown to its author
    property string place: "today"

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    title: preview ? qsTr("Preview of %1").arg(preview.fileName) : qsTr("Tashilgar")
    color: Theme.page
    LayoutMirroring.enabled: root.app.settings.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "name"
        value: root.app.settings.theme
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textScale
    }
    Binding {
        target: Theme
        property: "lessMotion"
        value: root.app.settings.lessMotion
    }
    Binding {
        target: Theme
        property: "hand"
        value: root.app.settings.hand
    }
    Binding {
        target: Theme
        property: "rightToLeft"
        value: root.app.settings.rightToLeft
    }
    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    Loader {
        anchors.fill: parent
        focus: true // keys reach the page before anything on it is touched
        rotation: Theme.turned ? 180 : 0
        sourceComponent: root.gallery ? pieces : root.preview ? trial : root.app.enrolment.step !== "done" ? enrol : root.app.fill.open ? fill : places
    }

    Component {
        id: pieces

        GalleryPage {
            app: root.app
        }
    }
    Component {
        id: trial

        PreviewPage {
            app: root.app
            preview: root.preview
        }
    }
    Component {
        id: enrol

        EnrolPage {
            app: root.app
        }
    }
    Component {
        id: fill

        FillPage {
            app: root.app
        }
    }
    Component {
        id: places

        PlacesPage {
            app: root.app
            place: root.place
            onPlacePicked: place => root.place = place
        }
    }
    T.Popup { // above the sheet, too, that a question may stand in
        parent: T.Overlay.overlay
        width: root.width
        height: root.height
        modal: true
        focus: true
        closePolicy: T.Popup.NoAutoClose
        visible: root.app.photo.step !== ""
        contentItem: Loader {
            active: root.app.photo.step !== ""
            focus: true
            LayoutMirroring.enabled: Theme.rightToLeft
            LayoutMirroring.childrenInherit: true
            sourceComponent: PhotoPage {
                app: root.app
            }
        }
    }
    FileChoice {
        capture: root.app.capture
    }
}
