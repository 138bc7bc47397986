import QtQuick
import Tashilgar

/** A number between two ends out of a list: the appearance picker. */
PickButton {
    id: root

    required property QuestionBlock block
    readonly property RangeScale scaling: RangeScale {
        parameters: root.block.parameters
    }
    readonly property var values: {
        const all = [];
        for (let i = 0; i <= Math.min(scaling.steps, 2000); ++i)
            all.push(scaling.lexical(scaling.first + i * scaling.way));
        return all;
    }

    objectName: "picker_" + block.ref
    title: qsTr("Choose a number")
    options: values.map(value => Words.answerNumber(value))
    current: values.findIndex(value => block.value !== "" && Number(value) === Number(block.value))
    problem: block.problem !== ""
    onPicked: index => block.answer(index === current ? "" : values[index])
}
