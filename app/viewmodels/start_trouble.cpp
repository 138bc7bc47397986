#include "app/viewmodels/start_trouble.h"

#include <QCoreApplication>

namespace tashilgar::viewmodels {

namespace {

struct Told {
    std::string_view code;
    const char* happened;
    const char* safe;
    const char* toDo;
};

constexpr const char* kAllSafe = QT_TRANSLATE_NOOP("StartTrouble", "Everything recorded on this tablet is safe. Nothing was changed.");
constexpr const char* kStillHere = QT_TRANSLATE_NOOP("StartTrouble", "The records are still on this tablet, as they were. Do not remove the app and delete nothing.");

constexpr Told kTold[] = {
    {"base.busy", QT_TRANSLATE_NOOP("StartTrouble", "The records of this tablet are open already: in another window of Tashilgar, or in another program."), kAllSafe,
        QT_TRANSLATE_NOOP("StartTrouble", "Go on in the window that is open. If you see none, close the other program or restart the tablet, then start Tashilgar again.")},
    {"base.disk-full", QT_TRANSLATE_NOOP("StartTrouble", "There is no room left on this tablet."), kAllSafe,
        QT_TRANSLATE_NOOP("StartTrouble", "Delete files you do not need, pictures or films of other apps first, then start Tashilgar again.")},
    {"sqlite.wrong-key", QT_TRANSLATE_NOOP("StartTrouble", "The records of this tablet are locked with another key."), kStillHere,
        QT_TRANSLATE_NOOP("StartTrouble", "Take the tablet to the office.")},
    {"base.seal-broken", QT_TRANSLATE_NOOP("StartTrouble", "The key to the records of this tablet does not open them."), kStillHere,
        QT_TRANSLATE_NOOP("StartTrouble", "Take the tablet to the office.")},
    {"sqlite.newer-schema", QT_TRANSLATE_NOOP("StartTrouble", "The records were written by a newer version of Tashilgar."), kAllSafe,
        QT_TRANSLATE_NOOP("StartTrouble", "Install the newer version again, then start it.")},
    {"sqlite.corrupt", QT_TRANSLATE_NOOP("StartTrouble", "Part of the storage cannot be read."), kStillHere,
        QT_TRANSLATE_NOOP("StartTrouble", "Take the tablet to the office; what can be read is saved there.")},
};

constexpr Told kOther = {{}, QT_TRANSLATE_NOOP("StartTrouble", "The records of this tablet could not be opened."), kStillHere,
    QT_TRANSLATE_NOOP("StartTrouble", "Restart the tablet and start Tashilgar again. If it stays so, show this page to the office.")};

} // namespace

StartTrouble startTroubleOf(const base::Error& error)
{
    const Told* told = &kOther;
    for (const Told& one : kTold) {
        if (one.code == error.code.name())
            told = &one;
    }
    const auto words = [](const char* text) { return QCoreApplication::translate("StartTrouble", text); };
    return {words(told->happened), words(told->safe), words(told->toDo)};
}

} // namespace tashilgar::viewmodels
