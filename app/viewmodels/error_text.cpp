#include "app/viewmodels/error_text.h"

#include "app/viewmodels/display_text.h"

#include <QCoreApplication>

namespace tashilgar::viewmodels {

namespace {

struct Told {
    std::string_view code;
    const char* sentence;
};

// One row per way to fail that a person can meet. Happened; safe; to do.
constexpr Told kTold[] = {
    {"base.disk-full", QT_TRANSLATE_NOOP("ErrorText", "There is no room left on this tablet. What you wrote is still on this page; delete files you do not need, then go on.")},
    {"base.io", QT_TRANSLATE_NOOP("ErrorText", "The storage of this tablet did not answer. What was saved is safe; try once more, and tell the office if it happens again.")},
    {"base.not-found", QT_TRANSLATE_NOOP("ErrorText", "This is not on the tablet any more. Nothing else is touched; go back and open the list again.")},
    {"base.malformed", QT_TRANSLATE_NOOP("ErrorText", "What arrived could not be read. Nothing on the tablet was changed; try once more.")},
    {"base.too-large", QT_TRANSLATE_NOOP("ErrorText", "This file is too large. Nothing was changed; choose a smaller one.")},
    {"base.seal-broken", QT_TRANSLATE_NOOP("ErrorText", "This file was changed from outside and cannot be opened. Your other records are untouched; tell the office.")},
    {"base.cancelled", QT_TRANSLATE_NOOP("ErrorText", "Stopped. What was done so far is kept.")},
    {"fieldwork.one-correction", QT_TRANSLATE_NOOP("ErrorText", "This draft corrects a record, so it stays one. Finish it, or correct the record once more afterwards.")},
    {"fieldwork.file-too-large", QT_TRANSLATE_NOOP("ErrorText", "This file is too large for this question. Nothing was changed; choose a smaller one.")},
    {"forms.cannot-encrypt", QT_TRANSLATE_NOOP("ErrorText", "The key that this form brings does not lock a record. The record is safe here as a draft; tell the office so that the form is mended.")},
    {"fieldwork.file-missing", QT_TRANSLATE_NOOP("ErrorText", "A photo or file of this record is not on the tablet any more. The answers are safe; take it again or take it out, then finish.")},
    {"fieldwork.reason-wanted", QT_TRANSLATE_NOOP("ErrorText", "An answer is unusual. Correct it, or say in a few words why it is right.")},
    {"fieldwork.broken-draft", QT_TRANSLATE_NOOP("ErrorText", "This draft does not open. It stays on the tablet as it is; tell the office so that it can be read from there.")},
    {"forms.broken-form", QT_TRANSLATE_NOOP("ErrorText", "This form cannot be opened. Your records are safe; tell the office which form it was.")},
    {"forms.missing-resource", QT_TRANSLATE_NOOP("ErrorText", "A list that this form needs has not arrived yet. Nothing is lost; sync with the office, then open it again.")},
    {"forms.not-valid", QT_TRANSLATE_NOOP("ErrorText", "Something is still left to do. All answers are saved; the list shows what.")},
    {"forms.not-allowed", QT_TRANSLATE_NOOP("ErrorText", "This answer cannot be changed here. Nothing was changed.")},
    {"forms.unknown-node", QT_TRANSLATE_NOOP("ErrorText", "This question is no longer on the form. Nothing was changed.")},
    {"forms.evaluation", QT_TRANSLATE_NOOP("ErrorText", "The answer is saved, but something that depends on it could not be worked out. Go on, and tell the office which form it was.")},
    {"store.instance-differs", QT_TRANSLATE_NOOP("ErrorText", "This record was finished before with other answers. Both are kept; tell the office.")},
    {"platform.not-a-photo", QT_TRANSLATE_NOOP("ErrorText", "This file is not a picture. Nothing was changed; choose a photo.")},
    {"platform.capture-too-large", QT_TRANSLATE_NOOP("ErrorText", "This file is too large for this question. Nothing was changed; choose a smaller one.")},
    {"client.unreachable", QT_TRANSLATE_NOOP("ErrorText", "The office did not answer. Nothing is lost; move to the office network and try once more.")},
    {"client.link-dropped", QT_TRANSLATE_NOOP("ErrorText", "The link dropped. What was sent stays; it goes on from there.")},
    {"client.timed-out", QT_TRANSLATE_NOOP("ErrorText", "The office took too long to answer. Nothing is lost; try once more.")},
    {"client.not-a-hub", QT_TRANSLATE_NOOP("ErrorText", "Something else answers at this address. Nothing was sent; look at the address, or try the office network.")},
    {"client.other-hub", QT_TRANSLATE_NOOP("ErrorText", "This is not your office: its key differs. Nothing was sent; ask the supervisor.")},
    {"client.certificate-untrusted", QT_TRANSLATE_NOOP("ErrorText", "Nobody vouches for this server: its certificate is not good. Nothing was sent; look at the address and at the date of this tablet.")},
    {"client.sign-in-refused", QT_TRANSLATE_NOOP("ErrorText", "The server does not take this name, password or link. Nothing is lost; look at them once more, or ask the supervisor.")},
    {"client.settings-unusable", QT_TRANSLATE_NOOP("ErrorText", "This code holds settings that lead to no ODK or Kobo server. Nothing was changed; ask for another code.")},
    {"client.device-revoked", QT_TRANSLATE_NOOP("ErrorText", "The office has signed this tablet off. Records stay safe here; ask the supervisor for a new code.")},
    {"client.code-unknown", QT_TRANSLATE_NOOP("ErrorText", "The office does not know this code. Nothing was changed; look at the letters once more, or ask for a new code.")},
    {"client.code-expired", QT_TRANSLATE_NOOP("ErrorText", "This code is out of time. Ask the supervisor for a new one; nothing on the tablet is lost.")},
    {"client.code-used", QT_TRANSLATE_NOOP("ErrorText", "This code has been used on another tablet. Ask the supervisor for a new one; nothing on the tablet is lost.")},
    {"client.version-unknown", QT_TRANSLATE_NOOP("ErrorText", "The app and the office's program do not understand each other: one of them is too old. Nothing is lost; tell the office.")},
    {"client.hub-busy", QT_TRANSLATE_NOOP("ErrorText", "The office is busy. Nothing is lost; try again in a minute.")},
    {"client.hub-full", QT_TRANSLATE_NOOP("ErrorText", "The office has no room left. Your records are safe here; tell the office.")},
    {"client.hub-trouble", QT_TRANSLATE_NOOP("ErrorText", "The office could not answer. Nothing is lost; it is tried again.")},
    {"client.blob-mismatch", QT_TRANSLATE_NOOP("ErrorText", "A file did not arrive whole. It stays safe here and is sent again.")},
    {"client.too-large-for-hub", QT_TRANSLATE_NOOP("ErrorText", "A file is larger than the office takes. It stays safe here; tell the office.")},
    {"protocol.invitation-malformed", QT_TRANSLATE_NOOP("ErrorText", "This is not a whole code. Nothing was changed; copy it once more, to the last letter.")},
    {"form-unknown", QT_TRANSLATE_NOOP("ErrorText", "The office does not have this version of the form. The record is safe here and goes by itself once the office has it.")},
    {"record-malformed", QT_TRANSLATE_NOOP("ErrorText", "The office could not read this record. It is safe here; open it, look through it and finish it again.")},
    {"instance-differs", QT_TRANSLATE_NOOP("ErrorText", "The office holds this record with other answers. Both are kept; tell the office.")},
    {"hash-mismatch", QT_TRANSLATE_NOOP("ErrorText", "The record did not arrive whole. It is safe here and is sent again.")},
    {"id-missing", QT_TRANSLATE_NOOP("ErrorText", "This record has no number of its own. It is safe here; tell the office.")},
    {"out-of-area", QT_TRANSLATE_NOOP("ErrorText", "This place is not one of your office's. The record is safe here; look at the neighbourhood, or tell the office.")},
    {"entity-unknown", QT_TRANSLATE_NOOP("ErrorText", "The office does not know the door or issue of this record. It is safe here; tell the office.")},
    {"entity-exists", QT_TRANSLATE_NOOP("ErrorText", "The office has this door or issue already. The record is safe here; tell the office.")},
    {"list-unknown", QT_TRANSLATE_NOOP("ErrorText", "The office does not keep the list that this record changes. It is safe here; tell the office.")},
    {"disk-full", QT_TRANSLATE_NOOP("ErrorText", "The office has no room left. The record is safe here; tell the office.")},
    {"too-large", QT_TRANSLATE_NOOP("ErrorText", "A file is larger than the office takes. It stays safe here; tell the office.")},
    {"sqlite.wrong-key", QT_TRANSLATE_NOOP("ErrorText", "The records on this tablet are locked with another key. They are still here; tell the office.")},
    {"sqlite.newer-schema", QT_TRANSLATE_NOOP("ErrorText", "The records were written by a newer version of this app. They are safe; install that version again.")},
    {"sqlite.corrupt", QT_TRANSLATE_NOOP("ErrorText", "Part of the storage cannot be read. Do not remove the app; tell the office.")},
};

QString unknown(std::string_view code)
{
    return QCoreApplication::translate("ErrorText",
        "This did not work. Your answers are saved. Try once more; if it happens again, tell the office the code %1.")
        .arg(DisplayText::instance().code(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()))));
}

} // namespace

QString tellOf(std::string_view code, std::string_view sentence)
{
    for (const Told& told : kTold) {
        if (told.code == code)
            return QCoreApplication::translate("ErrorText", told.sentence);
    }
    return sentence.empty() ? unknown(code) : QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
}

QString tellOf(const base::Error& error)
{
    return tellOf(error.code.name());
}

} // namespace tashilgar::viewmodels
