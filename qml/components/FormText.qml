import QtQuick
import Tashilgar
import Tashilgar.ViewModels

/** Words of a form, where Markdown may stand: strong, emphasised (as strong), headings, links, lines. */
DataText {
    id: root

    readonly property bool marked: words.length <= 4000 && /[*_#\[\n]/.test(words)

    function styled(plain: string): string {
        return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;")
            .replace(/^#+ *(.*)$/gm, "<b>$1</b>")
            .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
            .replace(/(^|[\s(«])[*_]([^\s*_](?:.*?[^\s*_])?)[*_](?=$|[\s).,:;!?،؛؟»])/gm, "$1<b>$2</b>")
            .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "<u>$1</u>")
            .replace(/\n/g, "<br>");
    }

    text: Display.lead(marked ? styled(words) : words, LayoutMirroring.enabled)
    textFormat: marked ? Text.StyledText : Text.PlainText
    wrapMode: Text.WordWrap
}
