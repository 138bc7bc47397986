pragma Singleton

import QtQuick
import Tashilgar.ViewModels

/** Display's functions for bindings: reading the language here makes them follow when it is switched. */
QtObject {
    readonly property var monthNames: follow(Display.language, Display.monthNames())

    function follow(language: string, value: var): var {
        return value;
    }
    /** Those of three texts that say something, as one line; each in its own direction. */
    function joined(first: string, second: string, third: string): string {
        let line = "";
        for (const part of [first, second, third]) {
            if (part !== "")
                line += (line === "" ? "" : qsTr(", ")) + Display.quoted(part);
        }
        return line;
    }
    function digits(text: string): string {
        return follow(Display.language, Display.digits(text));
    }
    function answerNumber(text: string): string {
        return follow(Display.language, Display.answerNumber(text));
    }
    function longDate(iso: string): string {
        return follow(Display.language, Display.longDate(iso));
    }
    function daysAway(iso: string, today: string): string {
        return follow(Display.language, Display.daysAway(iso, today));
    }
    function distance(value: real): string {
        return follow(Display.language, Display.distance(value));
    }
    function groupedNumber(text: string): string {
        return follow(Display.language, Display.groupedNumber(text));
    }
    function dateIn(calendar: string, iso: string): string {
        return follow(Display.language, Display.dateIn(calendar, iso));
    }
    function metres(value: real): string {
        return follow(Display.language, Display.metres(value));
    }
}
