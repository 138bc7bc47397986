#include "app/viewmodels/form_look.h"

#include <QCoreApplication>

namespace tashilgar::viewmodels {

namespace {

struct Look {
    std::string_view id;
    const char* glyph;
    const char* purpose;
};

constexpr Look kLooks[] = {
    {"tsh_household", "family_restroom", QT_TRANSLATE_NOOP("FormLook", "Door to door, with consent; 20 to 25 minutes")},
    {"tsh_issue", "construction", QT_TRANSLATE_NOOP("FormLook", "Potholes, sewage, walls; about 90 seconds")},
    {"tsh_meeting", "groups", QT_TRANSLATE_NOOP("FormLook", "Who came, what was said, what was decided")},
    {"tsh_asset", "handshake", QT_TRANSLATE_NOOP("FormLook", "People, places, customs, businesses")},
    {"tsh_followup", "fact_check", QT_TRANSLATE_NOOP("FormLook", "What the responsible body answered, and the result")},
    {"tsh_block", "grid_view", QT_TRANSLATE_NOOP("FormLook", "Before the first door of a block")},
};

const Look* lookOf(const std::string& formId)
{
    for (const Look& look : kLooks) {
        if (look.id == formId)
            return &look;
    }
    return nullptr;
}

} // namespace

QString formGlyph(const std::string& formId)
{
    const Look* look = lookOf(formId);
    return QString::fromLatin1(look ? look->glyph : "description");
}

int formPlace(const std::string& formId)
{
    const Look* look = lookOf(formId);
    return static_cast<int>((look ? look : std::end(kLooks)) - std::begin(kLooks));
}

QString formPurpose(const std::string& formId)
{
    const Look* look = lookOf(formId);
    return look ? QCoreApplication::translate("FormLook", look->purpose) : QString();
}

} // namespace tashilgar::viewmodels
