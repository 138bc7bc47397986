import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tashilgar
import Tashilgar.ViewModels

/** A scale from low at the start to high at the end; rows instead under 600. */
Loader {
    id: root

    required property QuestionBlock block
    readonly property ChoiceModel model: block.choices

    sourceComponent: width < 520 || (model !== null && model.total > 6) ? rows : scale

    Component {
        id: rows

        SelectQuestion {
            block: root.block
        }
    }
    Component {
        id: scale

        RowLayout {
            spacing: 8

            Repeater {
                model: root.model

                T.AbstractButton {
                    id: point

                    required property string value
                    required property string label
                    required property bool chosen

                    objectName: "choice_" + root.block.ref + "_" + value
                    implicitHeight: Math.max(88, contentItem.implicitHeight + 20)
                    padding: 8
                    text: label
                    focusPolicy: Qt.StrongFocus
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: label
                    Accessible.checked: chosen
                    onClicked: root.block.app.fill.choose(root.block.ref, value, !chosen)

                    contentItem: ColumnLayout {
                        spacing: 4

                        ChoiceMark {
                            chosen: point.chosen
                            Layout.alignment: Qt.AlignHCenter
                        }
                        AppText {
                            kind: "label"
                            strong: point.chosen
                            text: point.label
                            color: point.chosen ? Theme.onPrimarySoft : Theme.text
                            wrapMode: Text.WordWrap
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                    }
                    background: Rectangle {
                        radius: Theme.radiusControl
                        color: point.chosen ? Theme.primarySoft : point.down ? Theme.sunken : Theme.surface
                        border.width: point.chosen ? Theme.borderChosen : Theme.borderControl
                        border.color: point.chosen ? Theme.primary : Theme.control

                        FocusRing {
                            target: parent
                            visible: point.visualFocus
                        }
                    }
                }
            }
        }
    }
}
