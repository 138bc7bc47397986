pragma Singleton

import QtQuick

/**
 * Every colour, size, duration and font, once. Values are those of tokens.json beside this file (a test compares them).
 * Main sets the first properties from the settings and the window; everything else follows.
 */
QtObject {
    id: root

    property string name: "light" // light, dark or sun
    property real textScale: 1.0 // 0.9, 1.0, 1.25, 1.5
    property bool rightToLeft: false
    property bool lessMotion: false
    property string hand: "auto" // auto, right, left: the side of the rail and of sheets
    property bool turned: false // the page faces whoever sits across, for a signature
    property int windowWidth: 1280
    property int windowHeight: 800

    // Window classes. At the largest text two panes become one.
    readonly property bool narrow: windowWidth < 600
    readonly property bool wide: windowWidth >= 840 && textScale < 1.5
    readonly property bool outlineFits: windowWidth >= 1280 && textScale < 1.5
    readonly property bool low: windowHeight < 660 && windowWidth > windowHeight
    readonly property bool sun: name === "sun"
    // On the side of the working hand; by itself the rail stands where reading begins, and sheets come from where it ends.
    readonly property bool railAtRight: hand === "auto" ? rightToLeft : hand === "right"
    readonly property bool sheetsAtRight: hand === "auto" ? !rightToLeft : hand === "right"

    readonly property color page: pick("#F5F3EE", "#131412", "#FFFFFF")
    readonly property color surface: pick("#FFFFFF", "#1D1F1C", "#FFFFFF")
    readonly property color sunken: pick("#ECE9E2", "#2A2D29", "#EDEDED")
    readonly property color line: pick("#DCD7CB", "#3B3F39", "#5A5A5A")
    readonly property color control: pick("#7A7468", "#8F948B", "#000000")
    readonly property color text: pick("#1C1B18", "#EDECE7", "#000000")
    readonly property color muted: pick("#57534A", "#B9B8AF", "#262626")
    readonly property color primary: pick("#0A5C55", "#74CBBF", "#00433D")
    readonly property color primaryPressed: pick("#06423D", "#9ADCD2", "#002B27")
    property color onPrimary // bound below
    readonly property color primarySoft: pick("#DCEDEA", "#163F3A", "#C9EBE5")
    property color onPrimarySoft // bound below
    readonly property color good: pick("#226631", "#8BCF8F", "#07420F")
    readonly property color goodSoft: pick("#DFF0DE", "#1C3B20", "#CDEFCB")
    property color onGoodSoft // bound below
    readonly property color waiting: pick("#7F4C00", "#F0B760", "#4F2D00")
    readonly property color waitingSoft: pick("#FBEBCD", "#42300E", "#FFE2A1")
    property color onWaitingSoft // bound below
    readonly property color stop: pick("#A02528", "#F49A92", "#75000D")
    readonly property color stopSoft: pick("#F9E1DE", "#4A1C1B", "#FFD6D1")
    property color onStopSoft // bound below
    readonly property color note: pick("#1D5790", "#92BFF0", "#07356A")
    readonly property color noteSoft: pick("#E0EBF6", "#17314D", "#D3E6FA")
    property color onNoteSoft // bound below
    readonly property color focus: pick("#1C1B18", "#FFFFFF", "#000000")
    readonly property color scrim: pick("#801C1B18", "#A6000000", "#B3000000")

    readonly property string family: "Vazirmatn"
    readonly property list<QtObject> faces: [
        FontLoader {
            source: "qrc:/tashilgar/fonts/Vazirmatn-Regular.ttf"
        },
        FontLoader {
            source: "qrc:/tashilgar/fonts/Vazirmatn-Medium.ttf"
        },
        FontLoader {
            source: "qrc:/tashilgar/fonts/Vazirmatn-SemiBold.ttf"
        },
        FontLoader {
            source: "qrc:/tashilgar/fonts/Vazirmatn-Bold.ttf"
        }
    ]
    readonly property var type: ({
            "question": { "size": 24, "line": 42, "weight": 600 },
            "title": { "size": 20, "line": 34, "weight": 600 },
            "lead": { "size": 18, "line": 32, "weight": 400 },
            "body": { "size": 16, "line": 28, "weight": 400 },
            "label": { "size": 15, "line": 24, "weight": 500 },
            "small": { "size": 14, "line": 24, "weight": 400 },
            "button": { "size": 18, "line": 28, "weight": 600 },
            "number": { "size": 40, "line": 56, "weight": 600 }
        })

    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 24
    readonly property int s6: 32
    readonly property int s7: 48
    readonly property int pageMargin: narrow ? s4 : s5

    readonly property int radiusControl: 12
    readonly property int radiusCard: 16
    readonly property int radiusSheet: 24
    readonly property int radiusTag: 8

    readonly property int borderHair: pick(1, 1, 2)
    readonly property int borderControl: pick(2, 2, 3)
    readonly property int borderChosen: 3

    readonly property int touch: 48
    readonly property int row: 64
    readonly property int choice: narrow ? 60 : 64
    readonly property int primaryHeight: 56
    readonly property int door: 64
    readonly property int bar: low ? 56 : narrow ? 64 : 72
    readonly property int footer: low ? 72 : 88
    readonly property int rail: 96
    readonly property int tabs: 76
    readonly property int icon: 24
    readonly property int iconLarge: 32
    readonly property int column: 736 // the widest a question gets
    readonly property int sentence: 640 // the widest a sentence gets

    readonly property int quick: lessMotion ? 0 : 80
    readonly property int step: lessMotion ? 0 : 160
    readonly property int slide: lessMotion ? 0 : 200
    readonly property int grow: lessMotion ? 0 : 300
    readonly property int circle: lessMotion ? 0 : 400

    // A name that begins with "on" would be taken for a handler if it were bound where it is declared.
    Component.onCompleted: {
        root.onPrimary = Qt.binding(() => root.pick("#FFFFFF", "#00302B", "#FFFFFF"));
        root.onPrimarySoft = Qt.binding(() => root.pick("#063B36", "#B8E9E1", "#001F1C"));
        root.onGoodSoft = Qt.binding(() => root.pick("#123F1B", "#C6ECC5", "#032208"));
        root.onWaitingSoft = Qt.binding(() => root.pick("#553200", "#FBDDAE", "#2E1A00"));
        root.onStopSoft = Qt.binding(() => root.pick("#6B1114", "#FCD2CD", "#430007"));
        root.onNoteSoft = Qt.binding(() => root.pick("#10365E", "#CDE2FA", "#031D3C"));
    }

    function pick(light, dark, sun) {
        return name === "dark" ? dark : name === "sun" ? sun : light;
    }
    /** Pixels of a type style under the text size in force; never under 14. */
    function sizeOf(kind: string): int {
        const size = narrow && kind === "question" ? 22 : type[kind].size;
        return Math.max(14, Math.round(size * textScale));
    }
    function lineOf(kind: string): int {
        const line = narrow && kind === "question" ? 38 : type[kind].line;
        return Math.max(24, Math.round(line * textScale));
    }
    function weightOf(kind: string, strong: bool): int {
        if (strong)
            return sun ? 700 : 600;
        const weight = type[kind].weight;
        return sun ? Math.min(700, weight + 100) : weight;
    }
}
