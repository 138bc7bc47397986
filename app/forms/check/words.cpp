#include "app/forms/check/words.h"

#include "app/forms/check.h"

#include <algorithm>

namespace tashilgar::forms {

namespace check {

namespace {

// In alphabetical order, because it is searched by halves. What the parsers and the compiler find has no English here.
constexpr Words kWords[] = {
    {"appearance-elsewhere", "'{word}' says nothing on a question of this kind", "take it out, or look at the question's type",
        "«{word}» برای این نوع پرسش کاری نمی‌کند", "آن را بردارید یا نوع پرسش را بازبینی کنید"},
    {"appearances-exclude", "'{word}' can only stand beside 'quick', not beside '{other}'", "take one of the two out",
        "کنار «{word}» تنها «quick» می‌نشیند، نه «{other}»", "یکی از این دو را بردارید"},
    {"arithmetic-on-text", "{path} is text, and counting with text gives nothing", "join texts with concat(); a number needs a question of type int or decimal",
        "{path} متن است و حساب با متن به جایی نمی‌رسد", "برای کنار هم گذاشتن متن‌ها concat() را به کار ببرید؛ عدد، پرسشی از نوع int یا decimal می‌خواهد"},
    {"bad-date", "{function}() cannot read '{value}' as a date", "write it as 2026-11-22",
        "تابع {function}() نوشتهٔ «{value}» را تاریخ نمی‌شناسد", "آن را به شکل 2026-11-22 بنویسید"},
    {"bad-default", "the form writes '{value}' into {path}, which is no value of its type", "correct the default or the type",
        "فرم در {path} مقدار «{value}» می‌نویسد که با نوع آن نمی‌خواند", "مقدار پیش‌فرض یا نوع را درست کنید"},
    {"bad-list", "this list cannot be read: {reason}", "correct the file",
        "این فهرست خوانده نمی‌شود: {reason}", "پرونده را درست کنید"},
    {"bad-pattern", "'{value}' is no regular expression", "look for brackets that are not closed",
        "«{value}» عبارت باقاعدهٔ درستی نیست", "ببینید کدام پرانتز یا کروشه بسته نشده است"},
    {"bad-repeat", "", "",
        "این جا تکرار نمی‌شود", "nodeset را درست کنید"},
    {"bind-without-nodeset", "", "",
        "bind بدون nodeset چیزی را نمی‌بندد", ""},
    {"chained-comparison", "a comparison of a comparison: the outcome of the first, a truth, is compared with the third", "join two comparisons with 'and'",
        "مقایسه روی مقایسه: نتیجهٔ اولی که درست یا نادرست است با سومی سنجیده می‌شود", "دو مقایسه را با and به هم پیوند دهید"},
    {"changes-each-time", "{function}() gives something new whenever this is worked out", "put it inside once() if the first outcome must stay",
        "تابع {function}() هر بار چیز تازه‌ای می‌دهد", "اگر نتیجهٔ بار اول باید بماند آن را درون once() بگذارید"},
    {"choice-with-blank", "the choice '{value}' holds a blank, which parts the choices of an answer with several", "write it without blanks",
        "گزینهٔ «{value}» فاصله دارد و در پاسخ چندگزینه‌ای فاصله گزینه‌ها را از هم جدا می‌کند", "آن را بی‌فاصله بنویسید"},
    {"compared-with-truth", "this asks whether {path} is there, not what it holds, so true() always fits and false() never does", "compare with what is stored, such as 'true', 'yes' or '1'",
        "این می‌پرسد که {path} هست یا نه، نه این‌که چه دارد؛ پس true() همیشه و false() هیچ‌گاه برابر نیست", "با آنچه ذخیره می‌شود بسنجید، مانند 'true' یا 'yes' یا '1'"},
    {"condition-is-path", "this asks whether {path} is there, which it always is", "compare it with something: {path} != ''",
        "این تنها می‌پرسد که {path} هست یا نه، و همیشه هست", "آن را با چیزی بسنجید: {path} != ''"},
    {"condition-is-text", "a text is always true, also the text '{value}'", "write an expression without quotes",
        "متن همیشه درست به شمار می‌آید، متن «{value}» هم", "عبارت را بی‌گیومه بنویسید"},
    {"contradiction", "{path} never shows: '{first}' and '{second}' cannot both hold[, the second being asked by {by}]", "correct one of the two conditions",
        "{path} هیچ‌گاه دیده نمی‌شود: «{first}» و «{second}» با هم نمی‌شوند[؛ دومی را {by} می‌خواهد]", "یکی از دو شرط را درست کنید"},
    {"control-without-ref", "", "",
        "این پرسش نمی‌گوید پاسخش کجا می‌رود", "ref را بنویسید"},
    {"cycle", "", "",
        "این محاسبه به نتیجهٔ خودش نیاز دارد[: {members}]", "یکی از این ارجاع‌ها را بردارید"},
    {"date-as-text", "'{value}' is compared as text; ODK Collect does not take it for a date", "write date('{value}')",
        "«{value}» متن است و ODK Collect آن را تاریخ نمی‌گیرد", "بنویسید date('{value}')"},
    {"doubled-bind", "", "",
        "دو bind یک جا را نام می‌برند؛ دومی کمبودهای اولی را پر می‌کند", ""},
    {"doubled-choice", "two choices have the value '{value}', so an answer does not say which was meant", "give each choice a value of its own",
        "دو گزینه مقدار «{value}» دارند و از پاسخ پیدا نیست کدام بوده است", "به هر گزینه مقدار خودش را بدهید"},
    {"doubled-instance", "", "",
        "دو فهرست این id را دارند؛ اولی به شمار می‌آید", ""},
    {"doubled-language", "", "",
        "این زبان دو بار آمده؛ اولی به شمار می‌آید", ""},
    {"empty-output", "", "",
        "output نمی‌گوید چه بنویسد", "value را بنویسید"},
    {"expected-unlogged", "tsh:expected asks a person for a reason, and the form has no audit log to keep it in", "add a question of type audit",
        "tsh:expected از کاربر دلیل می‌خواهد و فرم گزارش کار (audit) ندارد که آن را نگه دارد", "یک پرسش از نوع audit بیفزایید"},
    {"file", "", "",
        "این پرونده خوانده نمی‌شود", "نام و جای پرونده را بازبینی کنید"},
    {"grows-with-square", "in each row of {repeat} this reads every row, so twice the rows take four times as long", "work it out once outside the repeat, or read one row by its number",
        "در هر ردیف {repeat} همهٔ ردیف‌ها خوانده می‌شوند؛ ردیف‌ها که دو برابر شوند کار چهار برابر می‌شود", "آن را یک بار بیرون از تکرار حساب کنید یا یک ردیف را با شماره‌اش بخوانید"},
    {"instance-without-id", "", "",
        "فهرست بی‌id را هیچ عبارتی نمی‌تواند بخواند", "id بنویسید"},
    {"itemset-without-nodeset", "", "",
        "itemset باید بگوید گزینه‌ها از کجا می‌آیند", ""},
    {"itemset-without-value", "", "",
        "itemset باید بگوید از هر گزینه چه ذخیره می‌شود", ""},
    {"leaves-repeat", "{path} lies in every row of {repeat}, and one value is wanted here: this client takes the first row, ODK Collect stops with an error", "name the row with indexed-repeat(), or put the rows together with sum(), max() or join()",
        "{path} در هر ردیف {repeat} هست و این‌جا یک مقدار لازم است: این برنامه ردیف اول را می‌گیرد و ODK Collect خطا می‌دهد", "ردیف را با indexed-repeat() نام ببرید یا ردیف‌ها را با sum() یا max() یا join() یکی کنید"},
    {"media-type", "", "",
        "mediatype درست نیست", "بنویسید image/* یا application/pdf"},
    {"misplaced-event", "", "",
        "رویداد odk-new-repeat در تکرار رخ می‌دهد، پس کارش هم باید درون تکرار باشد", ""},
    {"missing-list", "the file {file} is not here, and without it the form does not open", "put it beside the form[; did you mean {near}?]",
        "پروندهٔ {file} این‌جا نیست و فرم بدون آن باز نمی‌شود", "آن را کنار فرم بگذارید[؛ منظورتان {near} است؟]"},
    {"missing-media", "the file {file} is not here, so its place stays empty", "put it beside the form[; did you mean {near}?]",
        "پروندهٔ {file} این‌جا نیست و جایش خالی می‌ماند", "آن را کنار فرم بگذارید[؛ منظورتان {near} است؟]"},
    {"missing-translated-media", "{count} texts have a file ({form}) in another language, but not in {language}: {ids}", "the default language's file is shown in their place",
        "{count} متن در زبان دیگری پرونده ({form}) دارند و در {language} ندارند: {ids}", "پروندهٔ زبان پیش‌فرض جای آن را می‌گیرد"},
    {"missing-translation", "{count} texts are not translated into {language}[ ({form})]: {ids}", "the default language is shown in their place",
        "{count} متن به {language} برگردانده نشده[ ({form})]: {ids}", "به جای آن‌ها زبان پیش‌فرض دیده می‌شود"},
    {"more", "{count} more of the kind {code}", "",
        "{count} مورد دیگر از گونهٔ {code}", ""},
    {"multiple-compared", "{path} takes several choices; '=' only fits when '{value}' is the only one", "ask with selected({path}, '{value}')",
        "{path} چند گزینه می‌پذیرد؛ = تنها وقتی برابر است که «{value}» یگانه گزینه باشد", "با selected({path}, '{value}') بپرسید"},
    {"never-accepted", "no answer to {path} is ever accepted[: '{first}' and '{second}' cannot both hold]", "correct the constraint",
        "هیچ پاسخی برای {path} پذیرفته نمی‌شود[: «{first}» و «{second}» با هم نمی‌شوند]", "constraint را درست کنید"},
    {"never-equal", "{path} is a {type} and never equals '{value}'", "compare it with a {type}",
        "{path} هیچ‌گاه با «{value}» برابر نمی‌شود، چون نوع دیگری دارد", "آن را با مقداری از نوع خودش بسنجید"},
    {"never-relevant", "{path} never shows, because its condition is always false", "take it out of the form, or correct the condition",
        "{path} هیچ‌گاه دیده نمی‌شود، چون شرطش همیشه نادرست است", "آن را از فرم بردارید یا شرط را درست کنید"},
    {"no-body", "", "",
        "این فرم body ندارد، پس چیزی نمی‌پرسد", ""},
    {"no-choices", "", "",
        "این پرسش گزینه‌ای ندارد", ""},
    {"no-default-language", "no language is marked as the default; {language} is taken, being the first", "mark one with default=\"true()\"",
        "هیچ زبانی پیش‌فرض نیست؛ {language} که اول آمده گرفته می‌شود", "یکی را با default=\"true()\" نشان کنید"},
    {"no-event", "", "",
        "کار باید بگوید در کدام رویداد انجام می‌شود", ""},
    {"no-instance", "", "",
        "این فرم نمونهٔ اصلی (instance) ندارد", ""},
    {"no-model", "", "",
        "این پرونده XForm نیست: model ندارد", "h:head باید model داشته باشد"},
    {"no-such-select", "there is no select at {path}, so no choice has a name", "name the question whose choices are meant",
        "در {path} پرسش گزینه‌ای نیست، پس هیچ گزینه‌ای نام ندارد", "پرسشی را بنویسید که گزینه‌هایش منظور است"},
    {"not-in-collect", "ODK Collect does not know {feature}; the form stops there", "say it another way if the form must also run there",
        "ODK Collect این را نمی‌شناسد و فرم آن‌جا می‌ایستد: {feature}", "اگر فرم باید آن‌جا هم کار کند جور دیگری بنویسید"},
    {"old-appearance", "'{word}' is out of use", "write '{now}'",
        "«{word}» دیگر به کار نمی‌رود", "بنویسید «{now}»"},
    {"outside-repeat", "this question belongs to {repeat} but stands outside it, so only the first row can be answered", "move it into the repeat",
        "این پرسش از {repeat} است و بیرون از آن آمده، پس تنها ردیف اول را می‌توان پر کرد", "آن را درون تکرار ببرید"},
    {"own-attribute", "only Tashilgar heeds {attribute} (here: {count})", "other clients fill the form as if it were not there",
        "تنها تسهیلگر به {attribute} نگاه می‌کند (این‌جا: {count})", "برنامه‌های دیگر فرم را بی‌آن پر می‌کنند"},
    {"own-function", "{function}() is Tashilgar's own; other clients stop there", "leave it out if the form must also run elsewhere",
        "تابع {function}() از خود تسهیلگر است و برنامه‌های دیگر آن‌جا می‌ایستند", "اگر فرم باید جای دیگری هم کار کند آن را بردارید"},
    {"range-parameter", "", "",
        "range باید start و end و step داشته باشد", ""},
    {"repeat-on-one-page", "a repeat inside a field-list group; ODK Collect does not open such a form", "take field-list off the group, or the repeat out of it",
        "تکرار درون گروه field-list است و ODK Collect چنین فرمی را باز نمی‌کند", "field-list را از گروه بردارید یا تکرار را بیرون ببرید"},
    {"repeat-without-nodeset", "", "",
        "تکرار باید بگوید چه چیزی تکرار می‌شود", ""},
    {"self-reference", "", "",
        "این عبارت مقدار جای خودش را می‌خواند", "تنها constraint چنین اجازه‌ای دارد"},
    {"slow-scan", "this tries each of the {rows} rows of the list {list}, because no index can help", "compare a column with a value: [column = value]",
        "این هر {rows} ردیف فهرست {list} را یکی‌یکی می‌آزماید، چون نمایه‌ای به کار نمی‌آید", "یک ستون را با یک مقدار بسنجید: [column = value]"},
    {"submission-method", "", "",
        "فرستادن تنها با post انجام می‌شود", "method=\"post\" بنویسید یا برش دارید"},
    {"text-in-order", "{path} is text, and '<' and '>' compare numbers, so nothing but digits can fit", "give it the type int, decimal or date; compare texts with = and !=",
        "{path} متن است و < و > عدد می‌سنجند، پس جز رقم چیزی جور نمی‌شود", "نوع آن را int یا decimal یا date کنید؛ متن‌ها را با = و != بسنجید"},
    {"too-deep", "", "",
        "فرم تودرتوتر از آن است که لازم باشد", ""},
    {"unknown-appearance", "no client we know of honours '{word}'[; ODK Collect may take it for '{hidden}', which it holds]", "[did you mean '{near}'?]",
        "هیچ برنامه‌ای که می‌شناسیم «{word}» را به جا نمی‌آورد[؛ ODK Collect شاید آن را «{hidden}» بگیرد که درونش است]", "[منظورتان «{near}» است؟]"},
    {"unknown-bind", "", "",
        "هیچ bind‌ای این id را ندارد", ""},
    {"unknown-choice", "{path} never holds '{value}', for it is not among its choices", "[did you mean '{near}'?]",
        "{path} هیچ‌گاه «{value}» نمی‌شود، چون میان گزینه‌هایش نیست", "[منظورتان «{near}» است؟]"},
    {"unknown-column", "the list {list} has no column '{column}'", "[did you mean '{near}'?]",
        "فهرست {list} ستون «{column}» ندارد", "[منظورتان «{near}» است؟]"},
    {"unknown-element", "", "",
        "این برنامه این عنصر را نمی‌شناسد و از آن می‌گذرد", ""},
    {"unknown-event", "", "",
        "چنین رویدادی نیست[: {event}]", "رویدادها odk-instance-first-load و odk-instance-load و odk-new-repeat و xforms-value-changed هستند"},
    {"unknown-function", "", "",
        "تابعی به نام {function}() نیست", "[منظورتان {near}() است؟]"},
    {"unknown-instance", "the form has no list '{list}'", "[did you mean '{near}'?]",
        "فرم فهرست «{list}» ندارد", "[منظورتان «{near}» است؟]"},
    {"unknown-itext", "no language has the text '{id}'", "[did you mean '{near}'?]",
        "هیچ زبانی متن «{id}» را ندارد", "[منظورتان «{near}» است؟]"},
    {"unknown-node", "the instance has no place '{path}'", "[did you mean {near}?]",
        "فرم جایی به نام «{path}» ندارد", "[منظورتان {near} است؟]"},
    {"unknown-preload", "", "",
        "این برنامه این preload را نمی‌شناسد و مقدار را دست نمی‌زند", ""},
    {"unknown-privacy", "", "",
        "privacy یا personal است یا sensitive", ""},
    {"unreachable", "{path} never shows: it needs '{fact}', and {by} never shows either", "correct one of the two conditions",
        "{path} هیچ‌گاه دیده نمی‌شود: «{fact}» می‌خواهد و {by} هم هیچ‌گاه دیده نمی‌شود", "یکی از دو شرط را درست کنید"},
    {"wrong-arguments", "", "",
        "شمار ورودی‌های تابع درست نیست[: {reason}]", ""},
    {"xml", "", "",
        "این پرونده XML درستی نیست", ""},
    {"xpath-syntax", "", "",
        "این عبارت درست نوشته نشده است[: {reason}]", ""},
    {"year-as-date", "{path} is a date, which counts days since 1970-01-01; {value} is a day in 1975, not a year", "write date('{value}-01-01')",
        "{path} تاریخ است و روزهای پس از 1970-01-01 را می‌شمارد؛ {value} روزی در سال ۱۹۷۵ است، نه یک سال", "بنویسید date('{value}-01-01')"},
};

} // namespace

std::span<const Words> allWords() { return kWords; }

const Words* wordsOf(std::string_view code)
{
    const auto found = std::lower_bound(std::begin(kWords), std::end(kWords), code,
        [](const Words& words, std::string_view wanted) { return words.code < wanted; });
    return found != std::end(kWords) && found->code == code ? found : nullptr;
}

std::string filled(std::string_view pattern, const Diagnostic& diagnostic)
{
    std::string text;
    std::size_t part = std::string::npos; // where the part in brackets began
    bool whole = true;                    // every detail of it is there
    while (!pattern.empty()) {
        const char c = pattern.front();
        const std::size_t end = c == '{' ? pattern.find('}') : std::string_view::npos;
        if (end != std::string_view::npos) {
            const std::string_view worth = diagnostic.detail(pattern.substr(1, end - 1));
            whole = whole && !worth.empty();
            text += worth;
            pattern.remove_prefix(end + 1);
            continue;
        }
        if (c == '[' && pattern.find('{') < pattern.find(']')) { // "[column = value]" is no such part
            part = text.size();
            whole = true;
        } else if (c == ']' && part != std::string::npos) {
            if (!whole)
                text.erase(part);
            part = std::string::npos;
        } else {
            text += c;
        }
        pattern.remove_prefix(1);
    }
    return text;
}

} // namespace check

Diagnostic inLanguage(Diagnostic diagnostic, std::string_view language)
{
    const check::Words* words = language == "fa" ? check::wordsOf(diagnostic.code) : nullptr;
    if (!words)
        return diagnostic;
    diagnostic.sentence = check::filled(words->persianSentence, diagnostic);
    diagnostic.remedy = check::filled(words->persianRemedy, diagnostic);
    return diagnostic;
}

} // namespace tashilgar::forms
