#include "app/forms/xlsform/print/words.h"

#include "app/base/text.h"

namespace tashilgar::forms::xlsform::print {

namespace {

constexpr Words kEnglish{.date = "Date",
    .facilitator = "Facilitator",
    .code = "Code",
    .page = "Sheet",
    .required = "must be answered",
    .onlyIf = "Only if",
    .perRow = "once for each",
    .times = "times",
    .fromList = "from the list",
    .photo = "Photo taken",
    .sound = "Sound recorded",
    .film = "Film taken",
    .file = "File attached",
    .signature = "Signature",
    .place = "Position",
    .latitude = "latitude",
    .longitude = "longitude",
    .accuracy = "accuracy, m",
    .line = "Line: its points in order",
    .area = "Area: its corners in order",
    .agreed = "Yes, understood",
    .rankHint = "number them in order",
    .several = "several answers",
    .one = "one answer",
    .personal = "personal",
    .sensitive = "sensitive",
    .answerOf = "answer",
    .end = "End of the questionnaire",
    .day = "day",
    .month = "month",
    .year = "year",
    .hour = "hour",
    .minute = "minute",
    .copies = "Copy this part for every further one.",
    .dependsOn = "depends on",
    .is = "is",
    .isNot = "is not",
    .holds = "includes",
    .holdsNot = "does not include",
    .andWord = "and",
    .orWord = "or",
    .above = "is more than",
    .below = "is less than",
    .atLeast = "is at least",
    .atMost = "is at most",
    .answered = "is answered",
    .empty = "is empty"};

constexpr Words kPersian{.persian = true,
    .date = "تاریخ",
    .facilitator = "تسهیلگر",
    .code = "کد",
    .page = "برگ",
    .required = "پاسخ لازم است",
    .onlyIf = "فقط اگر",
    .perRow = "یک بار برای هر",
    .times = "بار",
    .fromList = "از فهرست",
    .photo = "عکس گرفته شد",
    .sound = "صدا ضبط شد",
    .film = "فیلم گرفته شد",
    .file = "فایل پیوست شد",
    .signature = "امضا",
    .place = "موقعیت",
    .latitude = "عرض",
    .longitude = "طول",
    .accuracy = "دقت (متر)",
    .line = "خط: نقطه‌ها به ترتیب",
    .area = "محدوده: گوشه‌ها به ترتیب",
    .agreed = "بله، روشن است",
    .rankHint = "به ترتیب شماره بزنید",
    .several = "چند پاسخ",
    .one = "یک پاسخ",
    .personal = "شخصی",
    .sensitive = "حساس",
    .answerOf = "پاسخ",
    .end = "پایان پرسشنامه",
    .day = "روز",
    .month = "ماه",
    .year = "سال",
    .hour = "ساعت",
    .minute = "دقیقه",
    .copies = "برای هر مورد دیگر از این بخش رونوشت بگیرید.",
    .dependsOn = "وابسته به",
    .is = "باشد:",
    .isNot = "نباشد:",
    .holds = "داشته باشد:",
    .holdsNot = "نداشته باشد:",
    .andWord = "و",
    .orWord = "یا",
    .above = "بیش از",
    .below = "کمتر از",
    .atLeast = "دست‌کم",
    .atMost = "حداکثر",
    .answered = "پاسخ داشته باشد",
    .empty = "بی‌پاسخ باشد"};

} // namespace

const Words& wordsFor(bool persian) { return persian ? kPersian : kEnglish; }

std::string Words::digits(std::string_view text) const
{
    return persian ? base::persianDigits(text) : std::string(text);
}

std::string html(std::string_view text)
{
    std::string out;
    bool strong = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "<br>";
            break;
        case '*':
            if (text.substr(i).starts_with("**") && (strong || text.find("**", i + 2) != std::string_view::npos)) {
                out += strong ? "</b>" : "<b>";
                strong = !strong;
                ++i;
                break;
            }
            [[fallthrough]];
        default:
            out += text[i];
        }
    }
    return strong ? out + "</b>" : out;
}

} // namespace tashilgar::forms::xlsform::print
