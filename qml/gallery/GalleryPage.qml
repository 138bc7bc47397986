import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/**
 * Every component and every kind of question in its states, for those who work on them and for the tests that compare
 * pictures. The questions are those of the form that is open.
 */
Item {
    id: root

    required property Application app
    property int cell: 400

    function offers(values: var, label: var): var {
        return values.map(value => ({ "value": String(value), "label": Words.digits(label(value)) }));
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar {
            title: qsTr("Gallery")
            Layout.fillWidth: true
        }
        Flow {
            spacing: 8
            Layout.fillWidth: true
            Layout.margins: 12

            Segmented {
                objectName: "galleryTheme"
                width: 320
                options: [{ "value": "light", "label": qsTr("Light") }, { "value": "dark", "label": qsTr("Dark") }, { "value": "sun", "label": qsTr("Sunlight") }]
                current: root.app.settings.theme
                onPicked: value => root.app.settings.theme = value
            }
            Segmented {
                objectName: "galleryLanguage"
                width: 240
                options: [{ "value": "fa", "label": "فارسی" }, { "value": "en", "label": "English" }]
                current: root.app.settings.language
                onPicked: value => {
                    root.app.settings.language = value;
                    root.app.fill.language = root.app.fill.languages.find(name => name.endsWith("(" + value + ")")) ?? root.app.fill.language;
                }
            }
            Segmented {
                objectName: "galleryText"
                width: 320
                options: root.offers([0.9, 1, 1.25, 1.5], scale => qsTr("%1 %").arg(Math.round(scale * 100)))
                current: String(root.app.settings.textScale)
                onPicked: value => root.app.settings.textScale = Number(value)
            }
            Segmented {
                objectName: "galleryCell"
                width: 320
                options: root.offers([328, 400, 704], width => String(width))
                current: String(root.cell)
                onPicked: value => root.cell = Number(value)
            }
        }
        Flickable {
            id: flick

            objectName: "galleryFlick"
            contentHeight: sections.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true

            T.ScrollBar.vertical: AppScrollBar {}

            Column {
                id: sections

                width: flick.width
                spacing: 16

                GalleryButtons {
                    width: parent.width
                    cell: root.cell
                }
                GalleryFields {
                    width: parent.width
                    cell: root.cell
                }
                GalleryRows {
                    width: parent.width
                    cell: root.cell
                }
                GalleryStates {
                    width: parent.width
                    cell: root.cell
                }
                GalleryQuestions {
                    app: root.app
                    width: parent.width
                    cell: root.cell
                    LayoutMirroring.enabled: root.app.fill.rightToLeft
                    LayoutMirroring.childrenInherit: true
                }
            }
        }
    }
}
