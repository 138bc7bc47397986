#include "app/shell/options.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace tashilgar::shell {

bool wantsWordsOnly(int count, char** arguments)
{
    constexpr std::string_view kWords[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(arguments + 1, arguments + count,
        [&](const char* argument) { return std::ranges::find(kWords, std::string_view(argument)) != std::end(kWords); });
}

base::Result<Options> readOptions(const QStringList& arguments)
{
    const QCommandLineOption data("data", "Where everything is kept (default: the account's data folder).", "folder");
    const QCommandLineOption preview("preview", "Show this form to its author while it is written; keep nothing.", "form");
    const QCommandLineOption gallery("gallery", "Show every component and question in every state; keep nothing.");
    const QCommandLineOption cell("cell", "Draw this one piece of the gallery, and end.", "name");
    const QCommandLineOption shot("shot", "The picture of that piece (PNG).", "file");
    const QCommandLineOption language("language", "Language of the pages: fa, ckb or en.", "language");
    const QCommandLineOption size("size", "Size of the window, such as 1280x800.", "WxH");
    const QCommandLineOption enrol("enrol", "Join the office of this invitation.", "text");
    const QCommandLineOption nmea(
        "nmea", "Take positions from a track, tcp:host:port or serial:/dev/ttyUSB0.", "source");
    const QCommandLineOption second("track-second", "How long a second of a recorded track lasts.", "ms", "1000");
    const QCommandLineOption camera("camera", "Play the pictures of this folder as the camera.", "folder");
    const QCommandLineOption offline("offline", "Talk to no hub.");
    const QCommandLineOption keys("keys-in-file", "Keep keys in a file; do not ask the session's keyring.");
    const QCommandLineOption tryDisplay("try-display", "End at once, with 0 where a window can be opened.");
    const QCommandLineOption walk("walk", "Take steps from standard input, one JSON object a line.");
    const QCommandLineOption shots("shots", "Where the walk puts its pictures.", "folder");

    QCommandLineParser parser;
    parser.setApplicationDescription("Records households, observations and meetings, offline first.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({data, preview, gallery, cell, shot, language, size, enrol, nmea, second, camera, offline, keys, tryDisplay, walk, shots});
    parser.process(arguments);
    if (parser.isSet(tryDisplay))
        std::exit(0);
    if (!parser.positionalArguments().isEmpty())
        return base::fail(base::kMalformed, "every option begins with --", parser.positionalArguments().constFirst().toStdString());

    Options options;
    options.data = parser.isSet(data)
        ? parser.value(data).toStdString()
        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString();
    options.preview = parser.value(preview).toStdString();
    if (!options.preview.empty() && (parser.isSet(data) || parser.isSet(enrol)))
        return base::fail(base::kMalformed, "a preview has a folder of its own and joins no office", "--preview");
    options.gallery = parser.isSet(gallery);
    options.cell = parser.value(cell);
    options.shot = parser.value(shot).toStdString();
    if (options.gallery && (parser.isSet(data) || parser.isSet(enrol) || parser.isSet(preview)))
        return base::fail(base::kMalformed, "the gallery has a folder of its own, joins no office and shows its own form", "--gallery");
    if (options.cell.isEmpty() != options.shot.empty() || (!options.gallery && !options.cell.isEmpty()))
        return base::fail(base::kMalformed, "one piece is drawn by --gallery --cell NAME --shot FILE", "--cell");
    options.language = parser.value(language);
    if (!options.language.isEmpty() && options.language != "fa" && options.language != "ckb" && options.language != "en")
        return base::fail(base::kMalformed, "the language is fa, ckb or en", "--language");
    if (parser.isSet(size)) {
        static const QRegularExpression kSize("^([0-9]{3,5})x([0-9]{3,5})$");
        const auto match = kSize.match(parser.value(size));
        if (!match.hasMatch())
            return base::fail(base::kMalformed, "a size is written 1280x800", "--size");
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    bool isNumber = false;
    options.trackSecond = std::chrono::milliseconds(parser.value(second).toInt(&isNumber));
    if (!isNumber || options.trackSecond.count() < 1)
        return base::fail(base::kMalformed, "a number of milliseconds is wanted", "--track-second");
    options.enrol = parser.value(enrol);
    options.position = parser.value(nmea);
    options.camera = parser.value(camera).toStdString();
    options.offline = parser.isSet(offline) || options.keepsNothing();
    options.keysInFile = parser.isSet(keys) || options.keepsNothing();
    options.walk = parser.isSet(walk);
    options.shots = parser.value(shots).toStdString();
    return options;
}

} // namespace tashilgar::shell
