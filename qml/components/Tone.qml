pragma Singleton

import QtQuick
import Tashilgar

/** The soft ground and the ink on it for a meaning: plain, primary, good, waiting, stop, note. */
QtObject {
    function ground(tone: string): color {
        switch (tone) {
        case "primary":
            return Theme.primarySoft;
        case "good":
            return Theme.goodSoft;
        case "waiting":
            return Theme.waitingSoft;
        case "stop":
            return Theme.stopSoft;
        case "note":
            return Theme.noteSoft;
        }
        return Theme.sunken;
    }
    function ink(tone: string): color {
        switch (tone) {
        case "primary":
            return Theme.onPrimarySoft;
        case "good":
            return Theme.onGoodSoft;
        case "waiting":
            return Theme.onWaitingSoft;
        case "stop":
            return Theme.onStopSoft;
        case "note":
            return Theme.onNoteSoft;
        }
        return Theme.text;
    }
    /** For a sign that stands alone on a surface. */
    function strong(tone: string): color {
        switch (tone) {
        case "primary":
            return Theme.primary;
        case "good":
            return Theme.good;
        case "waiting":
            return Theme.waiting;
        case "stop":
            return Theme.stop;
        case "note":
            return Theme.note;
        }
        return Theme.muted;
    }
}
