import QtQuick

/** What the parameters of a range say: its ends, its steps, its ticks. */
QtObject {
    id: root

    required property var parameters

    readonly property real first: Number(parameters.start ?? 0)
    readonly property real last: Number(parameters.end ?? 10)
    readonly property real step: Math.abs(Number(parameters.step ?? 1)) || 1
    readonly property int steps: Math.floor(Math.abs(last - first) / step + 1e-9)
    readonly property real way: last < first ? -step : step
    readonly property int decimals: Math.max(...[parameters.step ?? "1", parameters.start ?? "0"].map(text => (String(text).split(".")[1] ?? "").length))
    /** Where the handle rests before there is an answer. */
    readonly property real resting: parameters["placeholder"] !== undefined && parameters["placeholder"] !== "" ? Number(parameters["placeholder"]) : first
    /** The values that have a tick; none where they would stand closer than they can be told apart. */
    readonly property var ticks: {
        const between = Math.abs(Number(parameters["tick-interval"] ?? 0)) || step;
        const count = Math.floor(Math.abs(last - first) / between + 1e-9);
        const values = [];
        for (let i = 0; i <= count && count <= 40; ++i)
            values.push(first + (last < first ? -1 : 1) * i * between);
        return values;
    }

    /** As it is stored: on a step, within the ends. */
    function lexical(value: real): string {
        const at = Math.max(0, Math.min(steps, Math.round((value - first) / way)));
        return (first + at * way).toFixed(decimals);
    }
}
