<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR">
<context>
    <name>AccuracyView</name>
    <message>
        <source>Limit: %1</source>
        <translation>مرز پذیرش: %1</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>هدف: %1</translation>
    </message>
    <message>
        <source>Each square: %1</source>
        <translation>هر مربع: %1</translation>
    </message>
</context>
<context>
    <name>AcknowledgeQuestion</name>
    <message>
        <source>Confirmed</source>
        <translation>تأیید شد</translation>
    </message>
</context>
<context>
    <name>AppField</name>
    <message>
        <source>Clear</source>
        <translation>پاک کن</translation>
    </message>
</context>
<context>
    <name>AudioQuestion</name>
    <message>
        <source>Choose a recording</source>
        <translation>انتخاب صدای ضبط‌شده</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>در حال ضبط</translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation>بلندی صدا</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>دور بریزید</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>نگه دارید</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>ایست</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>گوش دهید</translation>
    </message>
    <message>
        <source>Kept on this tablet</source>
        <translation>روی همین تبلت نگه داشته شد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ضبط کنید</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>ضبط دوباره</translation>
    </message>
    <message>
        <source>This tablet has no microphone that the app can use. Choose a recording from the files.</source>
        <translation>این تبلت میکروفونی ندارد که برنامه بتواند به کار ببرد. صدایی را از پرونده‌ها برگزینید.</translation>
    </message>
    <message>
        <source>The microphone stopped. What was said until then is kept.</source>
        <translation>میکروفون ایستاد. آنچه تا آن هنگام گفته شد نگه داشته شد.</translation>
    </message>
    <message>
        <source>Nothing was heard, so nothing is kept. Try once more.</source>
        <translation>صدایی شنیده نشد و چیزی نگه داشته نشد. یک بار دیگر بکوشید.</translation>
    </message>
    <message>
        <source>This sound cannot be played here. It is kept as it is.</source>
        <translation>این صدا اینجا پخش نمی‌شود. همان‌گونه که هست نگه داشته شده.</translation>
    </message>
    <message>
        <source>The recording goes on</source>
        <translation>ضبط ادامه دارد</translation>
    </message>
    <message>
        <source>What was said until now can be kept, and the page be left.</source>
        <translation>می‌توانید آنچه تا اکنون گفته شده را نگه دارید و از صفحه بروید.</translation>
    </message>
    <message>
        <source>Keep it and leave</source>
        <translation>نگه دارید و بروید</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>ضبط را ادامه دهید</translation>
    </message>
    <message>
        <source>Throw it away and leave</source>
        <translation>دور بریزید و بروید</translation>
    </message>
    <message>
        <source>Keep the recording</source>
        <translation>ضبط را نگه دار</translation>
    </message>
</context>
<context>
    <name>BarcodeQuestion</name>
    <message>
        <source>Type the code</source>
        <translation>کد را بنویسید</translation>
    </message>
    <message>
        <source>Hold the code before the camera</source>
        <translation>کد را جلوی دوربین بگیرید</translation>
    </message>
    <message>
        <source>A code is kept; this form does not show it.</source>
        <translation>کد نگه داشته شد؛ این فرم آن را نشان نمی‌دهد.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Scan with the camera</source>
        <translation>خواندن با دوربین</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>بستن دوربین</translation>
    </message>
    <message>
        <source>From a picture</source>
        <translation>از روی عکس</translation>
    </message>
</context>
<context>
    <name>BearingQuestion</name>
    <message>
        <source>North</source>
        <translation>شمال</translation>
    </message>
    <message>
        <source>North-east</source>
        <translation>شمال شرق</translation>
    </message>
    <message>
        <source>East</source>
        <translation>شرق</translation>
    </message>
    <message>
        <source>South-east</source>
        <translation>جنوب شرق</translation>
    </message>
    <message>
        <source>South</source>
        <translation>جنوب</translation>
    </message>
    <message>
        <source>South-west</source>
        <translation>جنوب غرب</translation>
    </message>
    <message>
        <source>West</source>
        <translation>غرب</translation>
    </message>
    <message>
        <source>North-west</source>
        <translation>شمال غرب</translation>
    </message>
    <message>
        <source>This app reads no compass on this tablet. Read one in your hand, and type its degrees: 0 is north, 90 east.</source>
        <translation>این برنامه قطب‌نمای تبلت را نمی‌خواند. قطب‌نمای دستی را بخوانید و درجه‌اش را بنویسید: ۰ شمال است و ۹۰ شرق.</translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message>
        <source>Month before</source>
        <translation>ماه پیش</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پیش از این</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>ماه پس</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس از این</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>What the camera sees</source>
        <translation>آنچه دوربین می‌بیند</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>دوربین در حال روشن شدن است</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>دوربین در حال روشن شدن است…</translation>
    </message>
    <message>
        <source>Light on</source>
        <translation>روشن کردن چراغ</translation>
    </message>
    <message>
        <source>Light off</source>
        <translation>خاموش کردن چراغ</translation>
    </message>
    <message>
        <source>The other camera</source>
        <translation>دوربین دیگر</translation>
    </message>
    <message>
        <source>This tablet has no camera that the app can use.</source>
        <translation>این تبلت دوربینی ندارد که برنامه بتواند به کار ببرد.</translation>
    </message>
    <message>
        <source>The tablet does not let this app use the camera. Allow it in the tablet's settings.</source>
        <translation>تبلت به این برنامه اجازه دوربین نداده است. در تنظیمات تبلت اجازه بدهید.</translation>
    </message>
    <message>
        <source>The camera stopped. Another app may be using it.</source>
        <translation>دوربین ایستاد. شاید برنامه دیگری آن را گرفته است.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>دوباره</translation>
    </message>
</context>
<context>
    <name>CaptureController</name>
    <message>
        <source>No code was found in this picture. Choose a sharper one, or type the code.</source>
        <translation>در این عکس کدی پیدا نشد. عکس روشن‌تری برگزینید یا کد را بنویسید.</translation>
    </message>
</context>
<context>
    <name>CaptureQuestion</name>
    <message>
        <source>Choose a file</source>
        <translation>انتخاب فایل</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>انتخاب دیگری</translation>
    </message>
    <message>
        <source>Kept on this tablet</source>
        <translation>روی همین تبلت نگه داشته شد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
</context>
<context>
    <name>CellSheet</name>
    <message>
        <source>Done</source>
        <translation>تمام</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose any number</source>
        <translation>هر چند تا را انتخاب کنید</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>یکی را انتخاب کنید</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Search</source>
        <translation>جستجو</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>Nothing like this is in the list. Fewer letters find more.</source>
        <translation>چیزی مانند این در فهرست نیست. با حرف‌های کمتر، بیشتر پیدا می‌شود.</translation>
    </message>
    <message>
        <source>Letters and digits are found however they are written.</source>
        <translation>آ با ا، ی با ي، ک با ك و همه رقم‌ها یکسان جستجو می‌شوند.</translation>
    </message>
</context>
<context>
    <name>ChoiceMapQuestion</name>
    <message>
        <source>The choices on a plain grid, north is up</source>
        <translation>گزینه‌ها روی صفحه شطرنجی، شمال در بالا</translation>
    </message>
    <message>
        <source>Touch a place on the grid.</source>
        <translation>جایی را روی صفحه بزنید.</translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) have no place; they are in the list.</source>
        <translation>
            <numerusform>%n گزینه جایی روی صفحه ندارد و در فهرست است.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the grid</source>
        <translation>فقط صفحه</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>به شکل فهرست</translation>
    </message>
</context>
<context>
    <name>ChoiceModel</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Done</source>
        <translation>تمام</translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Second place for what is unsent</source>
        <translation>جای دوم برای آنچه نرفته است</translation>
    </message>
    <message>
        <source>Folder of the second place</source>
        <translation>پوشه جای دوم</translation>
    </message>
    <message>
        <source>A card, a stick, or any folder</source>
        <translation>کارت، فلش یا هر پوشه‌ای</translation>
    </message>
    <message>
        <source>Use this place</source>
        <translation>همین جا باشد</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Bring back from a copy</source>
        <translation>برگرداندن از نسخه دوم</translation>
    </message>
    <message>
        <source>Key of the copy</source>
        <translation>کلید نسخه دوم</translation>
    </message>
    <message>
        <source>Key of the office, for another tablet's copy</source>
        <translation>کلید از دفتر، برای نسخه تبلتی دیگر</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>برگردان</translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message>
        <source>No second place</source>
        <translation>جای دومی نیست</translation>
    </message>
    <message>
        <source>Nothing is unsent</source>
        <translation>همه رفته است</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نسخه دوم آماده است</translation>
    </message>
    <message>
        <source>The card is not there</source>
        <translation>کارت سر جایش نیست</translation>
    </message>
    <message>
        <source>The copy of another tablet is there</source>
        <translation>نسخه تبلت دیگری آنجاست</translation>
    </message>
    <message>
        <source>The second place is full</source>
        <translation>جای دوم پر است</translation>
    </message>
    <message>
        <source>The second place does not take it</source>
        <translation>جای دوم نمی‌پذیرد</translation>
    </message>
    <message>
        <source>Unsent records and drafts are on this tablet only. Put in a card or a stick and choose it.</source>
        <translation>برگه‌های نرفته و پیش‌نویس‌ها فقط روی همین تبلت است. کارت یا فلشی بگذارید و انتخابش کنید.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>copied, unsent</comment>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>What you fill next is copied there, sealed.</source>
        <translation>آنچه از این پس پر کنید، مهرشده آنجا هم نوشته می‌شود.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent record(s) and draft(s) also lie there, sealed.</source>
        <translation>
            <numerusform>%n برگه نرفته و پیش‌نویس، مهرشده آنجا هم هست.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is safe on the tablet. The copy goes on when the card is back.</source>
        <translation>همه چیز روی تبلت امن است. با برگشتن کارت، نسخه دوم ادامه می‌یابد.</translation>
    </message>
    <message>
        <source>Nothing was changed there. Choose another folder.</source>
        <translation>چیزی آنجا تغییر نکرد. پوشه دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>%1 are copied; the rest is safe on the tablet. Make room there, or send what waits.</source>
        <translation>%1 نوشته شد؛ بقیه روی تبلت امن است. آنجا جا باز کنید یا آنچه مانده را بفرستید.</translation>
    </message>
    <message>
        <source>%1 are copied; what was written last does not read back. Everything is safe on the tablet; take another card.</source>
        <translation>%1 نوشته شد؛ آخرین نوشته دوباره خوانده نمی‌شود. همه چیز روی تبلت امن است؛ کارت دیگری بگذارید.</translation>
    </message>
    <message>
        <source>This is the copy of another tablet. The office can read its key to you.</source>
        <translation>این نسخه تبلت دیگری است. دفتر می‌تواند کلیدش را برایتان بخواند.</translation>
    </message>
    <message>
        <source>There is no copy in this place.</source>
        <translation>در این جا نسخه‌ای نیست.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came back.</source>
        <translation>
            <numerusform>%n برگه برگشت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) came back.</source>
        <translation>
            <numerusform>%n پیش‌نویس برگشت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n تا از پیش همین‌جا بود.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the copy do not open.</source>
        <translation>
            <numerusform>%n فایل نسخه دوم باز نمی‌شود.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CounterQuestion</name>
    <message>
        <source>One less</source>
        <translation>یکی کمتر</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>یکی بیشتر</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>شروع</translation>
    </message>
</context>
<context>
    <name>DateFields</name>
    <message>
        <source>Yesterday</source>
        <translation>دیروز</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>فردا</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>سه روز دیگر</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>There is no such day in this month.</source>
        <translation>این ماه چنین روزی ندارد.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>با نوشتن</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>پاک کن</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>first visit</source>
        <translation>مراجعه نخست</translation>
    </message>
    <message>
        <source>second visit</source>
        <translation>مراجعه دوم</translation>
    </message>
    <message>
        <source>third visit</source>
        <translation>مراجعه سوم</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>مراجعه %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>مهلت: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n door(s)</source>
        <translation>
            <numerusform>%n در</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n مسئله</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation> و </translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 m</source>
        <translation>%1 متر</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کیلومتر</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بایت</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 کیلوبایت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 مگابایت</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 درصد</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>فردا</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>دیروز</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n روز دیگر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n روز پیش</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtLine</name>
    <message>
        <source>It is right: %1</source>
        <translation>درست است: %1</translation>
    </message>
    <message>
        <source>It is right, because…</source>
        <translation>درست است، چون…</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>دلیلی دیگر</translation>
    </message>
</context>
<context>
    <name>EnrolCode</name>
    <message>
        <source>Office code</source>
        <translation>کد دفتر</translation>
    </message>
    <message>
        <source>Type or paste the code</source>
        <translation>کد را بنویسید یا بچسبانید</translation>
    </message>
    <message>
        <source>Address of the office, only if the code is a short one</source>
        <translation>نشانی دفتر، فقط اگر کد کوتاه است</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>نشانی دفتر</translation>
    </message>
    <message>
        <source>No internet is needed</source>
        <translation>اینترنت لازم نیست</translation>
    </message>
    <message>
        <source>The network of the office is enough; its address and key are in the code.</source>
        <translation>شبکه دفتر کافی است؛ نشانی و کلید دفتر در خود کد است.</translation>
    </message>
    <message>
        <source>A code works once, for a short time</source>
        <translation>کد یک بار و تا مدتی کوتاه کار می‌کند</translation>
    </message>
    <message>
        <source>When it is over, the supervisor makes a new one.</source>
        <translation>اگر گذشت، ناظر کد تازه می‌دهد.</translation>
    </message>
    <message>
        <source>Nothing on this tablet is erased</source>
        <translation>چیزی از این تبلت پاک نمی‌شود</translation>
    </message>
    <message>
        <source>From now on all that is kept here is encrypted.</source>
        <translation>حافظه از همین حالا رمزگذاری می‌شود.</translation>
    </message>
    <message>
        <source>Read or write the code that the supervisor shows</source>
        <translation>کدی را که ناظر نشان می‌دهد بخوانید یا بنویسید</translation>
    </message>
    <message>
        <source>Hold the code before the camera</source>
        <translation>کد را جلوی دوربین بگیرید</translation>
    </message>
    <message>
        <source>Scan with the camera</source>
        <translation>خواندن با دوربین</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>بستن دوربین</translation>
    </message>
    <message>
        <source>From a picture</source>
        <translation>از روی عکس</translation>
    </message>
    <message>
        <source>Name at the server, only if it wants one</source>
        <translation>نام کاربری روی سرور، فقط اگر می‌خواهد</translation>
    </message>
    <message>
        <source>Name at the server</source>
        <translation>نام کاربری روی سرور</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>An ODK or Kobo server takes records and signs no receipt: they stay on this tablet after they were sent.</source>
        <translation>سرور ODK یا Kobo برگه‌ها را می‌گیرد ولی رسید امضاشده نمی‌دهد؛ برای همین پس از فرستادن هم روی این تبلت می‌مانند.</translation>
    </message>
</context>
<context>
    <name>EnrolForms</name>
    <message>
        <source>This tablet has joined the office</source>
        <translation>این تبلت به دفتر پیوست</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>خوش آمدید، %1</translation>
    </message>
    <message>
        <source>Forms arrived. You can begin; the rest comes by itself.</source>
        <translation>فرم‌ها رسید. می‌توانید شروع کنید؛ باقی خودش می‌آید.</translation>
    </message>
    <message>
        <source>Forms are on their way. You can begin; they come by themselves.</source>
        <translation>فرم‌ها در راه است. می‌توانید شروع کنید؛ خودشان می‌آیند.</translation>
    </message>
</context>
<context>
    <name>EnrolLanguage</name>
    <message>
        <source>In which language do you work?</source>
        <translation>به چه زبانی کار می‌کنید؟</translation>
    </message>
    <message>
        <source>You can change it at any time in Settings.</source>
        <translation>هر وقت خواستید در تنظیم‌ها عوضش کنید.</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Join this tablet to an office</source>
        <translation>پیوستن این تبلت به دفتر</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Office code</source>
        <translation>کد دفتر</translation>
    </message>
    <message>
        <source>First forms</source>
        <translation>دریافت فرم‌ها</translation>
    </message>
    <message>
        <source>Asking the office…</source>
        <translation>در حال پرسیدن از دفتر…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>پیوستن</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>شروع</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
</context>
<context>
    <name>EnrolmentController</name>
    <message>
        <source>Type or paste the code that the supervisor shows.</source>
        <translation>کدی را که ناظر نشان می‌دهد بنویسید یا بچسبانید.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The key that this form brings does not lock a record. The record is safe here as a draft; tell the office so that the form is mended.</source>
        <translation>کلیدی که این فرم همراه دارد برگه را قفل نمی‌کند. برگه به شکل پیش‌نویس اینجا امن است؛ به دفتر بگویید تا فرم درست شود.</translation>
    </message>
    <message>
        <source>A photo or file of this record is not on the tablet any more. The answers are safe; take it again or take it out, then finish.</source>
        <translation>عکس یا فایلی از این برگه دیگر روی تبلت نیست. پاسخ‌ها امن است؛ دوباره بگیریدش یا برش دارید، سپس پایان دهید.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet. What you wrote is still on this page; delete files you do not need, then go on.</source>
        <translation>روی این تبلت جا نمانده است. آنچه نوشته‌اید هنوز در همین صفحه است؛ فایل‌های بی‌نیاز را پاک کنید و ادامه دهید.</translation>
    </message>
    <message>
        <source>The storage of this tablet did not answer. What was saved is safe; try once more, and tell the office if it happens again.</source>
        <translation>حافظه تبلت جواب نداد. آنچه ذخیره شده امن است؛ یک بار دیگر بزنید و اگر تکرار شد به دفتر بگویید.</translation>
    </message>
    <message>
        <source>This is not on the tablet any more. Nothing else is touched; go back and open the list again.</source>
        <translation>این دیگر روی تبلت نیست. بقیه دست‌نخورده است؛ برگردید و فهرست را دوباره باز کنید.</translation>
    </message>
    <message>
        <source>What arrived could not be read. Nothing on the tablet was changed; try once more.</source>
        <translation>آنچه رسید خوانده نشد. چیزی روی تبلت عوض نشد؛ یک بار دیگر بزنید.</translation>
    </message>
    <message>
        <source>This file is too large. Nothing was changed; choose a smaller one.</source>
        <translation>این فایل بیش از اندازه بزرگ است. چیزی عوض نشد؛ فایل کوچک‌تری برگزینید.</translation>
    </message>
    <message>
        <source>This file was changed from outside and cannot be opened. Your other records are untouched; tell the office.</source>
        <translation>این فایل از بیرون دست خورده و باز نمی‌شود. برگه‌های دیگر دست‌نخورده است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>Stopped. What was done so far is kept.</source>
        <translation>متوقف شد. آنچه تا اینجا انجام شده مانده است.</translation>
    </message>
    <message>
        <source>This file is too large for this question. Nothing was changed; choose a smaller one.</source>
        <translation>این فایل برای این پرسش بزرگ است. چیزی عوض نشد؛ فایل کوچک‌تری برگزینید.</translation>
    </message>
    <message>
        <source>This draft does not open. It stays on the tablet as it is; tell the office so that it can be read from there.</source>
        <translation>این پیش‌نویس باز نمی‌شود. همان‌طور روی تبلت می‌ماند؛ به دفتر بگویید تا از آنجا خوانده شود.</translation>
    </message>
    <message>
        <source>This form cannot be opened. Your records are safe; tell the office which form it was.</source>
        <translation>این فرم باز نمی‌شود. برگه‌های شما امن است؛ به دفتر بگویید کدام فرم بود.</translation>
    </message>
    <message>
        <source>A list that this form needs has not arrived yet. Nothing is lost; sync with the office, then open it again.</source>
        <translation>فهرستی که این فرم لازم دارد هنوز نرسیده است. چیزی کم نشده؛ با دفتر همگام کنید و دوباره بازش کنید.</translation>
    </message>
    <message>
        <source>Something is still left to do. All answers are saved; the list shows what.</source>
        <translation>هنوز موردی مانده است. همه پاسخ‌ها ذخیره است؛ فهرست نشان می‌دهد کدام.</translation>
    </message>
    <message>
        <source>This answer cannot be changed here. Nothing was changed.</source>
        <translation>این پاسخ اینجا عوض نمی‌شود. چیزی تغییر نکرد.</translation>
    </message>
    <message>
        <source>This question is no longer on the form. Nothing was changed.</source>
        <translation>این پرسش دیگر در فرم نیست. چیزی تغییر نکرد.</translation>
    </message>
    <message>
        <source>The answer is saved, but something that depends on it could not be worked out. Go on, and tell the office which form it was.</source>
        <translation>پاسخ ذخیره شد، ولی چیزی که به آن وابسته است حساب نشد. ادامه دهید و به دفتر بگویید کدام فرم بود.</translation>
    </message>
    <message>
        <source>This record was finished before with other answers. Both are kept; tell the office.</source>
        <translation>این برگه پیش‌تر با پاسخ‌های دیگری تمام شده است. هر دو هست؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>This file is not a picture. Nothing was changed; choose a photo.</source>
        <translation>این فایل عکس نیست. چیزی عوض نشد؛ یک عکس برگزینید.</translation>
    </message>
    <message>
        <source>The office did not answer. Nothing is lost; move to the office network and try once more.</source>
        <translation>دفتر جواب نداد. چیزی کم نشده؛ به شبکه دفتر وصل شوید و یک بار دیگر بزنید.</translation>
    </message>
    <message>
        <source>The link dropped. What was sent stays; it goes on from there.</source>
        <translation>ارتباط قطع شد. آنچه رفته مانده است؛ از همان‌جا ادامه می‌دهیم.</translation>
    </message>
    <message>
        <source>The office took too long to answer. Nothing is lost; try once more.</source>
        <translation>جواب دفتر دیر شد. چیزی کم نشده؛ یک بار دیگر بزنید.</translation>
    </message>
    <message>
        <source>Something else answers at this address. Nothing was sent; look at the address, or try the office network.</source>
        <translation>در این نشانی کس دیگری جواب می‌دهد. چیزی فرستاده نشد؛ نشانی را ببینید یا شبکه دفتر را بیازمایید.</translation>
    </message>
    <message>
        <source>This is not your office: its key differs. Nothing was sent; ask the supervisor.</source>
        <translation>این دفتر شما نیست؛ کلیدش فرق دارد و چیزی فرستاده نشد. از ناظر بپرسید.</translation>
    </message>
    <message>
        <source>The office has signed this tablet off. Records stay safe here; ask the supervisor for a new code.</source>
        <translation>دفتر این تبلت را کنار گذاشته است. برگه‌ها اینجا امن است؛ از ناظر کد تازه بگیرید.</translation>
    </message>
    <message>
        <source>The office does not know this code. Nothing was changed; look at the letters once more, or ask for a new code.</source>
        <translation>دفتر این کد را نمی‌شناسد. چیزی عوض نشد؛ حرف‌ها را دوباره ببینید یا کد تازه بگیرید.</translation>
    </message>
    <message>
        <source>This code is out of time. Ask the supervisor for a new one; nothing on the tablet is lost.</source>
        <translation>زمان این کد گذشته است. از ناظر کد تازه بگیرید؛ چیزی از تبلت کم نمی‌شود.</translation>
    </message>
    <message>
        <source>This code has been used on another tablet. Ask the supervisor for a new one; nothing on the tablet is lost.</source>
        <translation>این کد روی تبلت دیگری به کار رفته است. از ناظر کد تازه بگیرید؛ چیزی از تبلت کم نمی‌شود.</translation>
    </message>
    <message>
        <source>The office is busy. Nothing is lost; try again in a minute.</source>
        <translation>دفتر مشغول است. چیزی کم نشده؛ یک دقیقه دیگر بزنید.</translation>
    </message>
    <message>
        <source>The office has no room left. Your records are safe here; tell the office.</source>
        <translation>دفتر دیگر جا ندارد. برگه‌های شما اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office could not answer. Nothing is lost; it is tried again.</source>
        <translation>دفتر نتوانست جواب دهد. چیزی کم نشده؛ دوباره فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>A file did not arrive whole. It stays safe here and is sent again.</source>
        <translation>یک فایل کامل نرسید. اینجا امن است و دوباره فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>A file is larger than the office takes. It stays safe here; tell the office.</source>
        <translation>یک فایل بزرگ‌تر از آن است که دفتر بپذیرد. اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>This is not a whole code. Nothing was changed; copy it once more, to the last letter.</source>
        <translation>این کد کامل نیست. چیزی عوض نشد؛ یک بار دیگر تا آخرین حرف بنویسید.</translation>
    </message>
    <message>
        <source>The records on this tablet are locked with another key. They are still here; tell the office.</source>
        <translation>برگه‌های این تبلت با کلید دیگری قفل است. همه سر جایشان است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The records were written by a newer version of this app. They are safe; install that version again.</source>
        <translation>برگه‌ها را نسخه تازه‌تری از این برنامه نوشته است. امن است؛ همان نسخه را دوباره نصب کنید.</translation>
    </message>
    <message>
        <source>Part of the storage cannot be read. Do not remove the app; tell the office.</source>
        <translation>بخشی از حافظه خوانده نمی‌شود. برنامه را پاک نکنید؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>This did not work. Your answers are saved. Try once more; if it happens again, tell the office the code %1.</source>
        <translation>این کار نشد. پاسخ‌های شما ذخیره است. یک بار دیگر بزنید؛ اگر تکرار شد کد %1 را به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office does not have this version of the form. The record is safe here and goes by itself once the office has it.</source>
        <translation>دفتر این نسخه از فرم را ندارد. برگه اینجا امن است و همین که دفتر آن را داشت، خودش می‌رود.</translation>
    </message>
    <message>
        <source>The office could not read this record. It is safe here; open it, look through it and finish it again.</source>
        <translation>دفتر نتوانست این برگه را بخواند. اینجا امن است؛ بازش کنید، نگاهی بیندازید و دوباره تمامش کنید.</translation>
    </message>
    <message>
        <source>The office holds this record with other answers. Both are kept; tell the office.</source>
        <translation>دفتر این برگه را با پاسخ‌های دیگری دارد. هر دو هست؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The record did not arrive whole. It is safe here and is sent again.</source>
        <translation>برگه کامل نرسید. اینجا امن است و دوباره فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>This record has no number of its own. It is safe here; tell the office.</source>
        <translation>این برگه شماره ندارد. اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>This place is not one of your office&apos;s. The record is safe here; look at the neighbourhood, or tell the office.</source>
        <translation>این محله از دفتر شما نیست. برگه اینجا امن است؛ محله را ببینید یا به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office does not know the door or issue of this record. It is safe here; tell the office.</source>
        <translation>دفتر در یا مسئله این برگه را نمی‌شناسد. اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office has this door or issue already. The record is safe here; tell the office.</source>
        <translation>دفتر این در یا مسئله را پیش‌تر دارد. برگه اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office does not keep the list that this record changes. It is safe here; tell the office.</source>
        <translation>دفتر فهرستی را که این برگه تغییر می‌دهد ندارد. اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>The office has no room left. The record is safe here; tell the office.</source>
        <translation>دفتر دیگر جا ندارد. برگه اینجا امن است؛ به دفتر بگویید.</translation>
    </message>
    <message>
        <source>Nobody vouches for this server: its certificate is not good. Nothing was sent; look at the address and at the date of this tablet.</source>
        <translation>گواهی این سرور معتبر نیست. چیزی فرستاده نشد؛ نشانی و تاریخ این تبلت را ببینید.</translation>
    </message>
    <message>
        <source>The server does not take this name, password or link. Nothing is lost; look at them once more, or ask the supervisor.</source>
        <translation>سرور این نام، گذرواژه یا پیوند را نمی‌پذیرد. چیزی از دست نرفته است؛ دوباره نگاه کنید یا از ناظر بپرسید.</translation>
    </message>
    <message>
        <source>This code holds settings that lead to no ODK or Kobo server. Nothing was changed; ask for another code.</source>
        <translation>تنظیمات این کد به سرور ODK یا Kobo نمی‌رسد. چیزی عوض نشد؛ کد دیگری بخواهید.</translation>
    </message>
    <message>
        <source>This draft corrects a record, so it stays one. Finish it, or correct the record once more afterwards.</source>
        <translation>این پیش‌نویس اصلاح یک برگه است و یکی می‌ماند. تمامش کنید یا پس از آن برگه را دوباره اصلاح کنید.</translation>
    </message>
    <message>
        <source>An answer is unusual. Correct it, or say in a few words why it is right.</source>
        <translation>یک پاسخ نامعمول است. درستش کنید یا در چند کلمه بگویید چرا درست است.</translation>
    </message>
    <message>
        <source>The app and the office's program do not understand each other: one of them is too old. Nothing is lost; tell the office.</source>
        <translation>برنامه و سامانه دفتر زبان هم را نمی‌فهمند: یکی از آن‌ها قدیمی است. چیزی از دست نرفته است؛ به دفتر بگویید.</translation>
    </message>
</context>
<context>
    <name>ExternalQuestion</name>
    <message>
        <source>The form asks another program for this answer. Such programs cannot be opened on this tablet; type the answer if you know it.</source>
        <translation>فرم این پاسخ را از برنامه دیگری می‌خواهد. روی این تبلت نمی‌توان آن را باز کرد؛ اگر پاسخ را می‌دانید بنویسید.</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Choose a photo</source>
        <translation>انتخاب عکس</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>انتخاب صدای ضبط‌شده</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>انتخاب فایل</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>عکس‌ها (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>همه فایل‌ها (*)</translation>
    </message>
</context>
<context>
    <name>FillBar</name>
    <message>
        <source>Close, keep as a draft</source>
        <translation>بستن؛ پیش‌نویس می‌ماند</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>زبان پرسش‌ها</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>بخش‌ها</translation>
    </message>
    <message>
        <source>One question on a page</source>
        <translation>یک پرسش در هر صفحه</translation>
    </message>
    <message>
        <source>Several questions on a page</source>
        <translation>چند پرسش در یک صفحه</translation>
    </message>
</context>
<context>
    <name>FillController</name>
    <message>
        <source>Back to what is left</source>
        <translation>برگشت به مانده‌ها</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>به پایان</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>بعدی: %1</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>هنوز ذخیره نشده</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>ذخیره شد</translation>
    </message>
    <message>
        <source>Question %1 of about %2</source>
        <translation>پرسش %1 از حدود %2</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>برگشت به فهرست</translation>
    </message>
</context>
<context>
    <name>FillFooter</name>
    <message>
        <source>Back</source>
        <comment>previous question</comment>
        <translation>قبلی</translation>
    </message>
    <message>
        <source>I will finish later</source>
        <translation>بعداً تمام می‌کنم</translation>
    </message>
    <message>
        <source>Finish, ready to send</source>
        <translation>پایان و آماده ارسال</translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation>رفتن به مورد اول</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Finish the preview</source>
        <translation>پایان پیش‌نمایش</translation>
    </message>
</context>
<context>
    <name>FillPage</name>
    <message>
        <source>Parts</source>
        <translation>بخش‌ها</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>زبان پرسش‌ها</translation>
    </message>
    <message>
        <source>Several questions on a page</source>
        <translation>چند پرسش در یک صفحه</translation>
    </message>
</context>
<context>
    <name>FillReasons</name>
    <message>
        <source>not asked</source>
        <translation>پرسیده نمی‌شود</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>بی‌پاسخ</translation>
    </message>
    <message>
        <source>It is asked of everybody.</source>
        <translation>از همه پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>It is asked because of these answers:</source>
        <translation>به خاطر این پاسخ‌ها پرسیده می‌شود:</translation>
    </message>
    <message>
        <source>The form does not ask it now.</source>
        <translation>فرم اکنون آن را نمی‌پرسد.</translation>
    </message>
    <message>
        <source>It is not asked now, because of these answers:</source>
        <translation>به خاطر این پاسخ‌ها اکنون پرسیده نمی‌شود:</translation>
    </message>
    <message>
        <source>All of “%1” is not asked now, because of these answers:</source>
        <translation>به خاطر این پاسخ‌ها همه بخش «%1» اکنون پرسیده نمی‌شود:</translation>
    </message>
    <message>
        <source>What is written is not accepted.</source>
        <translation>آنچه نوشته شده پذیرفته نیست.</translation>
    </message>
    <message>
        <source>What may be written follows from a rule of the form.</source>
        <translation>فرم برای پاسخ این پرسش قاعده‌ای دارد.</translation>
    </message>
    <message>
        <source>The form begins with this answer.</source>
        <translation>فرم با این پاسخ آغاز می‌شود.</translation>
    </message>
    <message>
        <source>The tablet filled this in.</source>
        <translation>تبلت این را پر کرده است.</translation>
    </message>
    <message>
        <source>The form wrote this answer when something else was answered.</source>
        <translation>فرم این را هنگام پاسخ به پرسشی دیگر نوشته است.</translation>
    </message>
    <message>
        <source>Its answer is needed.</source>
        <translation>پاسخ آن لازم است.</translation>
    </message>
    <message>
        <source>Its answer is needed because of these answers:</source>
        <translation>پاسخ آن به خاطر این پاسخ‌ها لازم است:</translation>
    </message>
    <message>
        <source>It is there to be read.</source>
        <translation>فقط برای خواندن است.</translation>
    </message>
    <message>
        <source>It is there to be read only, because of these answers:</source>
        <translation>به خاطر این پاسخ‌ها فقط برای خواندن است:</translation>
    </message>
    <message>
        <source>The app works it out.</source>
        <translation>برنامه آن را حساب می‌کند.</translation>
    </message>
    <message>
        <source>The app works it out from these answers:</source>
        <translation>برنامه آن را از این پاسخ‌ها حساب می‌کند:</translation>
    </message>
    <message>
        <source>Which choices there are follows from these answers:</source>
        <translation>گزینه‌ها از این پاسخ‌ها پیروی می‌کنند:</translation>
    </message>
    <message>
        <source>The answer is kept, though the choices do not offer it now.</source>
        <translation>پاسخ نگه داشته شده، هرچند اکنون در گزینه‌ها نیست.</translation>
    </message>
    <message>
        <source>The form expects another answer.</source>
        <translation>فرم پاسخ دیگری انتظار دارد.</translation>
    </message>
    <message>
        <source>The form expects another answer, because of these answers:</source>
        <translation>فرم به سبب این پاسخ‌ها، پاسخ دیگری انتظار دارد:</translation>
    </message>
</context>
<context>
    <name>FormListModel</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n پیش‌نویس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on this tablet</source>
        <translation>
            <numerusform>%n برگه روی این تبلت</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormLook</name>
    <message>
        <source>Door to door, with consent; 20 to 25 minutes</source>
        <translation>در به در، با رضایت؛ ۲۰ تا ۲۵ دقیقه</translation>
    </message>
    <message>
        <source>Potholes, sewage, walls; about 90 seconds</source>
        <translation>چاله، فاضلاب، دیوار؛ حدود ۹۰ ثانیه</translation>
    </message>
    <message>
        <source>Who came, what was said, what was decided</source>
        <translation>ثبت حضور، گفته‌ها، تصمیم‌ها</translation>
    </message>
    <message>
        <source>People, places, customs, businesses</source>
        <translation>آدم‌ها، جاها، رسم‌ها، کسب‌وکارها</translation>
    </message>
    <message>
        <source>What the responsible body answered, and the result</source>
        <translation>پاسخ دستگاه‌ها و نتیجه کار</translation>
    </message>
    <message>
        <source>Before the first door of a block</source>
        <translation>پیش از نخستین در هر بلوک</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Version %1</source>
        <translation>نسخه %1</translation>
    </message>
    <message>
        <source>Start a new record</source>
        <translation>شروع برگه تازه</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>پیش‌نویس‌ها</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Forms</source>
        <translation>فرم‌ها</translation>
    </message>
    <message>
        <source>Search in forms</source>
        <translation>جستجو در فرم‌ها</translation>
    </message>
    <message>
        <source>No form is on this tablet yet</source>
        <translation>هنوز فرمی روی این تبلت نیست</translation>
    </message>
    <message>
        <source>No form is called so</source>
        <translation>فرمی به این نام نیست</translation>
    </message>
    <message>
        <source>Forms come with the first sync with the office.</source>
        <translation>فرم‌ها با نخستین همگام‌سازی با دفتر می‌آید.</translation>
    </message>
    <message>
        <source>Letters and digits may be typed in any form.</source>
        <translation>حرف‌ها و رقم‌ها را به هر شکل می‌توانید بنویسید.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جستجو</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Not asked now</source>
        <translation>اکنون پرسیده نمی‌شود</translation>
    </message>
    <message>
        <source>No question has these words in it, nor has an answer.</source>
        <translation>هیچ پرسش یا پاسخی این واژه‌ها را ندارد.</translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Pressed</source>
        <translation>فشردنی‌ها</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>نزدیک</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>به ترتیب شماره</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>تازه‌ها</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>دوباره بگیرید</translation>
    </message>
    <message>
        <source>Type the coordinates</source>
        <translation>مختصات را بنویسید</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>کنار بگذارید</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>دوباره بفرستید</translation>
    </message>
    <message>
        <source>Finish, ready to send to the office of the neighbourhood</source>
        <translation>پایان و آماده ارسال به دفتر محله</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>پیش‌نویس‌ها</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حرکت کمتر</translation>
    </message>
    <message>
        <source>Pages change at once</source>
        <translation>صفحه‌ها بی‌درنگ عوض می‌شوند</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>اجاره</translation>
    </message>
    <message>
        <source>Their own</source>
        <translation>از آنِ خودشان</translation>
    </message>
    <message>
        <source>With or without a deed</source>
        <translation>با سند یا بی‌سند</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشنایی</translation>
    </message>
    <message>
        <source>A gutter for the rain that stays in the alley for days after each storm</source>
        <translation>جویی برای آب باران که پس از هر توفان چند روز در کوچه می‌ماند</translation>
    </message>
    <message>
        <source>The keyboard is here</source>
        <translation>صفحه‌کلید اینجاست</translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Typed</source>
        <translation>نوشتنی‌ها</translation>
    </message>
    <message>
        <source>Door, number or name</source>
        <translation>شماره در، تلفن یا نام</translation>
    </message>
    <message>
        <source>Rajabi alley</source>
        <translation>کوچه رجبی</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>متر مربع</translation>
    </message>
    <message>
        <source>120 is written; 0 to 110 is accepted.</source>
        <translation>۱۲۰ نوشته شده؛ صفر تا ۱۱۰ پذیرفته است.</translation>
    </message>
    <message>
        <source>1 room for 6 people. If that is right, say why.</source>
        <translation>۱ اتاق برای ۶ نفر. اگر درست است، بگویید چرا.</translation>
    </message>
    <message>
        <source>Rain water stays in the alley and the children cross it on a plank. The lamp at the corner has been dark for two months.</source>
        <translation>آب باران در کوچه می‌ماند و بچه‌ها از روی تخته رد می‌شوند. چراغ سر کوچه دو ماه است خاموش است.</translation>
    </message>
    <message>
        <source>Choose a block</source>
        <translation>بلوک را برگزینید</translation>
    </message>
    <message>
        <source>Block 3 of Jafarabad</source>
        <translation>بلوک ۳ جعفرآباد</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Gallery</source>
        <translation>نمایشگاه</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>آفتاب</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 درصد</translation>
    </message>
</context>
<context>
    <name>GalleryQuestions</name>
    <message>
        <source>Questions</source>
        <translation>پرسش‌ها</translation>
    </message>
</context>
<context>
    <name>GalleryRows</name>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>خانوار</translation>
    </message>
    <message>
        <source>68 questions, about 25 minutes</source>
        <translation>۶۸ پرسش، حدود ۲۵ دقیقه</translation>
    </message>
    <message>
        <source>Issue in the street</source>
        <translation>مشکل کوچه و خیابان</translation>
    </message>
    <message>
        <source>Came back with 2 notes</source>
        <translation>با ۲ یادداشت برگشته</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>برگشته</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>نشست</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>Photos on the way</source>
        <translation>عکس‌ها در راه</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>2 photos</source>
        <translation>۲ عکس</translation>
    </message>
    <message>
        <source>Block 3 of Jafarabad</source>
        <translation>بلوک ۳ جعفرآباد</translation>
    </message>
    <message>
        <source>42 households, 12 of them visited</source>
        <translation>۴۲ خانوار، ۱۲ خانوار دیده شده</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تمرینی</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>گذشته از موعد</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>نسخه تازه</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>ذخیره شد</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>شبکه نیست</translation>
    </message>
    <message>
        <source>6 waiting</source>
        <translation>۶ در انتظار</translation>
    </message>
    <message>
        <source>N. Karimi</source>
        <translation>ن. کریمی</translation>
    </message>
</context>
<context>
    <name>GalleryStates</name>
    <message>
        <source>Told</source>
        <translation>گفتنی‌ها</translation>
    </message>
    <message>
        <source>No network. 6 records are safe on this tablet and leave at the next link.</source>
        <translation>شبکه نیست. ۶ برگه روی همین تبلت امن است و با نخستین اتصال می‌رود.</translation>
    </message>
    <message>
        <source>Waiting for the office network; mobile data costs money. You can also send now.</source>
        <translation>منتظر شبکه دفتر است؛ اینترنت همراه هزینه دارد. «همین حالا» هم می‌شود.</translation>
    </message>
    <message>
        <source>This page did not open. Your answers are saved. Open it again.</source>
        <translation>این صفحه باز نشد. پاسخ‌ها ذخیره است. دوباره باز کنید.</translation>
    </message>
    <message>
        <source>The office holds this record and all 3 photos.</source>
        <translation>دفتر این برگه و هر ۳ عکس را دارد.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرستید</translation>
    </message>
    <message>
        <source>No record yet</source>
        <translation>هنوز برگه‌ای نیست</translation>
    </message>
    <message>
        <source>What you fill in stands here, newest first.</source>
        <translation>هرچه پر کنید اینجا می‌آید، تازه‌ترین در بالا.</translation>
    </message>
    <message>
        <source>Start a new record</source>
        <translation>شروع برگه تازه</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کد</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>فرم‌ها</translation>
    </message>
    <message>
        <source>Draft %1 was set aside.</source>
        <translation>پیش‌نویس %1 کنار گذاشته شد.</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>خانوار</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Afternoon, after 16:00</source>
        <translation>بعدازظهر، پس از ساعت ۱۶</translation>
    </message>
    <message>
        <source>With the residents</source>
        <translation>همراه با ساکنان</translation>
    </message>
    <message>
        <source>**Before you begin:** say who you are, and show the card of the office.</source>
        <translation>**پیش از آغاز:** خودتان را معرفی کنید و کارت دفتر را نشان دهید.</translation>
    </message>
</context>
<context>
    <name>GeopointQuestion</name>
    <message>
        <source>From the receiver</source>
        <translation>از مکان‌یاب</translation>
    </message>
    <message>
        <source>By hand on the grid</source>
        <translation>با دست روی صفحه</translation>
    </message>
</context>
<context>
    <name>GeotraceQuestion</name>
    <message>
        <source>Add this point</source>
        <translation>افزودن این نقطه</translation>
    </message>
    <message>
        <source>Where I stand</source>
        <translation>همین‌جا</translation>
    </message>
    <message>
        <source>While I walk</source>
        <translation>هنگام راه رفتن</translation>
    </message>
    <message>
        <source>By touch</source>
        <translation>با لمس</translation>
    </message>
    <message>
        <source>The area on a plain grid, north is up</source>
        <translation>محدوده روی صفحه شطرنجی، شمال در بالا</translation>
    </message>
    <message>
        <source>The line on a plain grid, north is up</source>
        <translation>خط روی صفحه شطرنجی، شمال در بالا</translation>
    </message>
    <message>
        <source>Touch the grid for a point; drag a point to move it.</source>
        <translation>برای هر نقطه صفحه را بزنید؛ نقطه را بکشید تا جابه‌جا شود.</translation>
    </message>
    <message>
        <source>Add the point at the cross</source>
        <translation>افزودن نقطه زیر نشانه</translation>
    </message>
</context>
<context>
    <name>GridBlock</name>
    <message>
        <source>%1 *</source>
        <comment>needed</comment>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>GridQuestion</name>
    <message>
        <source>%1: %2</source>
        <comment>number and what it means</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>GridRow</name>
    <message>
        <source>%1 *</source>
        <comment>needed</comment>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>HandCard</name>
    <message>
        <source>Hand and pages</source>
        <translation>دست و صفحه‌ها</translation>
    </message>
    <message>
        <source>Swipe turns the page</source>
        <translation>کشیدن انگشت صفحه را ورق بزند</translation>
    </message>
    <message>
        <source>The buttons do so in any case</source>
        <translation>دکمه‌ها همیشه کار می‌کنند</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حرکت کمتر</translation>
    </message>
    <message>
        <source>Pages change without sliding</source>
        <translation>صفحه‌ها بی‌لغزش عوض شوند</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>دست چپ</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>هر دو</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>دست راست</translation>
    </message>
    <message>
        <source>Several questions on a page</source>
        <translation>چند پرسش در یک صفحه</translation>
    </message>
    <message>
        <source>Short groups stand together; else each question has its page</source>
        <translation>گروه‌های کوتاه با هم می‌آیند؛ وگرنه هر پرسش صفحه خودش را دارد</translation>
    </message>
</context>
<context>
    <name>ImageMapQuestion</name>
    <message>
        <source>Touch a part of the picture.</source>
        <translation>بخشی از تصویر را بزنید.</translation>
    </message>
    <message>
        <source>Only the picture</source>
        <translation>فقط تصویر</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>به شکل فهرست</translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message>
        <source>Take a photo</source>
        <translation>گرفتن عکس</translation>
    </message>
    <message>
        <source>Take another photo</source>
        <translation>گرفتن عکس دیگر</translation>
    </message>
    <message>
        <source>Blur, crop or draw on it</source>
        <translation>محو، برش یا کشیدن</translation>
    </message>
</context>
<context>
    <name>InstanceQuestion</name>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
</context>
<context>
    <name>IntegerQuestion</name>
    <message>
        <source>One less</source>
        <translation>یکی کمتر</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>یکی بیشتر</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Nobody whose language this is has read these words yet. What has no words is in Persian.</source>
        <translation>هنوز کسی که زبانش کردی سورانی است این واژه‌ها را نخوانده است. آنچه واژه ندارد به فارسی است.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>رقم‌ها</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>همراه زبان</translation>
    </message>
    <message>
        <source>Gregorian day beside</source>
        <translation>روز میلادی در کنار</translation>
    </message>
    <message>
        <source>In small, under the Jalali one</source>
        <translation>ریز، زیر روز شمسی</translation>
    </message>
</context>
<context>
    <name>LinkButton</name>
    <message>
        <source>Open it</source>
        <translation>باز کردن</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Tashilgar</source>
        <translation>تسهیلگر</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>پیش‌نمایش %1</translation>
    </message>
</context>
<context>
    <name>MapCorner</name>
    <message>
        <source>Point %1</source>
        <translation>نقطه %1</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Closer</source>
        <translation>نزدیک‌تر</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>دورتر</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>Where I stand</source>
        <translation>جای من</translation>
    </message>
</context>
<context>
    <name>MaskedQuestion</name>
    <message>
        <source>Hide what is written</source>
        <translation>پنهان کردن نوشته</translation>
    </message>
    <message>
        <source>Show what is written</source>
        <translation>نمایش نوشته</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Show them</source>
        <translation>نشان بده</translation>
    </message>
</context>
<context>
    <name>MissingItem</name>
    <message>
        <source>Go</source>
        <translation>رفتن</translation>
    </message>
    <message>
        <source>It is right, because…</source>
        <translation>درست است، چون…</translation>
    </message>
</context>
<context>
    <name>MissingModel</name>
    <message>
        <source>, </source>
        <comment>between places</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>هنوز پاسخ داده نشده است.</translation>
    </message>
    <message>
        <source>What is written is not accepted yet.</source>
        <translation>آنچه نوشته شده هنوز پذیرفته نیست.</translation>
    </message>
</context>
<context>
    <name>MissingView</name>
    <message>
        <source>Everything needed is here</source>
        <translation>همه پاسخ‌های لازم هست</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left before the end</source>
        <translation>
            <numerusform>پیش از پایان، %n مورد مانده</numerusform>
        </translation>
    </message>
    <message>
        <source>All answers are saved. Finish it and it goes to the office at the next link.</source>
        <translation>همه پاسخ‌ها ذخیره است. تمامش کنید تا با نخستین اتصال به دفتر برود.</translation>
    </message>
    <message>
        <source>All answers are saved. You can put it right now, or later from the drafts.</source>
        <translation>همه پاسخ‌ها ذخیره است. می‌توانید همین حالا درست کنید یا بعداً از پیش‌نویس‌ها.</translation>
    </message>
    <message>
        <source>Must be put right</source>
        <translation>باید درست شود</translation>
    </message>
    <message>
        <source>Unanswered, though not needed</source>
        <translation>بی‌پاسخ، بی‌آنکه لازم باشد</translation>
    </message>
    <message>
        <source>This is a preview: finishing it keeps nothing and sends nothing.</source>
        <translation>این پیش‌نمایش است: با پایان آن چیزی نگه داشته یا فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Unusual answers</source>
        <translation>پاسخ‌های نامعمول</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>فرم‌ها</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>برگه‌ها</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>ارسال</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیم</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>This tablet and its office</source>
        <translation>این تبلت و دفترش</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>دفتر</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>تبلت</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>نشانی</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>نسخه</translation>
    </message>
    <message>
        <source>Join with a new code</source>
        <translation>پیوستن با کد تازه</translation>
    </message>
</context>
<context>
    <name>OtherCalendarLine</name>
    <message>
        <source>Ethiopian calendar</source>
        <translation>تقویم اتیوپی</translation>
    </message>
    <message>
        <source>Coptic calendar</source>
        <translation>تقویم قبطی</translation>
    </message>
    <message>
        <source>Islamic calendar</source>
        <translation>تقویم هجری قمری</translation>
    </message>
    <message>
        <source>Buddhist calendar</source>
        <translation>تقویم بودایی</translation>
    </message>
    <message>
        <source>Myanmar calendar</source>
        <translation>تقویم میانمار</translation>
    </message>
    <message>
        <source>Nepali calendar</source>
        <translation>تقویم نپالی</translation>
    </message>
    <message>
        <source>%1: not known to this app. The day is chosen and kept as above.</source>
        <translation>%1: این برنامه آن را نمی‌شناسد. روز همان‌طور که در بالا هست برگزیده و نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>%1: told once a day is chosen.</source>
        <translation>%1: پس از انتخاب روز گفته می‌شود.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n برگه</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>records, files</comment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n فایل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Sending and receiving</source>
        <translation>ارسال و دریافت</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>things to put right</comment>
        <translation>
            <numerusform>%n مورد</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Parts</source>
        <translation>بخش‌ها</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>مانده‌ها</translation>
    </message>
    <message>
        <source>Look for a question</source>
        <translation>جستجوی پرسش</translation>
    </message>
    <message>
        <source>Only what is left</source>
        <translation>فقط مانده‌ها</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) to put right</source>
        <translation>
            <numerusform>اصلاح در %n بخش</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message>
        <source>Blur</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>برش</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>پیکان</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>نوشته</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>چرخش</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>عکس</translation>
    </message>
    <message>
        <source>Draw a box around what is to stay.</source>
        <translation>دور آنچه می‌ماند کادر بکشید.</translation>
    </message>
    <message>
        <source>Touch the place where the words are to stand.</source>
        <translation>جایی را که نوشته می‌نشیند لمس کنید.</translation>
    </message>
    <message>
        <source>Draw from the arrow's end to its head.</source>
        <translation>از ته پیکان تا سر آن بکشید.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) blurred. If there is another face or plate, draw over it.</source>
        <translation>
            <numerusform>%n جا محو شد. اگر چهره یا پلاک دیگری هست، با انگشت رویش بکشید.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw over each face and number plate with a finger.</source>
        <translation>با انگشت روی هر چهره و پلاک بکشید.</translation>
    </message>
    <message>
        <source>A face or plate may be in the photo. Blur it before keeping it.</source>
        <translation>شاید چهره یا پلاک در عکس باشد. پیش از نگه داشتن محوش کنید.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>برگردان</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>دوباره</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>نگه دارید</translation>
    </message>
    <message>
        <source>Words on the photo</source>
        <translation>نوشته روی عکس</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>بنویسید</translation>
    </message>
</context>
<context>
    <name>PhotoLive</name>
    <message>
        <source>Without faces and number plates</source>
        <translation>بدون چهره و پلاک</translation>
    </message>
    <message>
        <source>This form asks for a photo that is taken now. Without a camera a file may stand for it.</source>
        <translation>این فرم عکسی می‌خواهد که همین حالا گرفته شود. بی دوربین، یک پرونده به جای آن پذیرفته است.</translation>
    </message>
    <message>
        <source>A photo from a file does as well.</source>
        <translation>عکسی از پرونده‌ها هم پذیرفته است.</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>انتخاب عکس</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>از پرونده</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>گرفتن عکس</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
</context>
<context>
    <name>PlainMap</name>
    <message>
        <source>Plain grid, north is up</source>
        <translation>صفحه شطرنجی، شمال در بالا</translation>
    </message>
    <message>
        <source>North</source>
        <translation>شمال</translation>
    </message>
</context>
<context>
    <name>PointByHand</name>
    <message>
        <source>The place on a plain grid, north is up</source>
        <translation>جای نقطه روی صفحه شطرنجی، شمال در بالا</translation>
    </message>
    <message>
        <source>Touch the place, or bring it under the cross.</source>
        <translation>جای نقطه را بزنید یا آن را زیر نشانه بیاورید.</translation>
    </message>
    <message>
        <source>Put the point at the cross</source>
        <translation>گذاشتن نقطه زیر نشانه</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>همان قبلی بماند</translation>
    </message>
    <message>
        <source>Or type the coordinates</source>
        <translation>یا مختصات را بنویسید</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>مختصات</translation>
    </message>
</context>
<context>
    <name>PointByReceiver</name>
    <message numerus="yes">
        <source>Taken by itself in %n second(s)</source>
        <translation>
            <numerusform>تا %n ثانیه دیگر خودکار ثبت می‌شود</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>صبر کن</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>همان قبلی بماند</translation>
    </message>
</context>
<context>
    <name>PointKept</name>
    <message>
        <source>The point is kept, weaker than wanted</source>
        <translation>نقطه ثبت شد، با دقتی کمتر از آنچه خواسته شده</translation>
    </message>
    <message>
        <source>The point is kept</source>
        <translation>نقطه ثبت شد</translation>
    </message>
    <message>
        <source>, accuracy %1</source>
        <translation>، دقت %1</translation>
    </message>
    <message>
        <source>, by hand</source>
        <translation>، با دست</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>دوباره</translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Position</source>
        <translation>مکان‌یاب</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>تبلت</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>سیم</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>شبکه</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>مسیر</translation>
    </message>
    <message>
        <source>A receiver on a cable. Write its port, such as %1.</source>
        <translation>گیرنده‌ای با سیم. درگاهش را بنویسید، مانند %1.</translation>
    </message>
    <message>
        <source>A receiver that answers on the network. Write its address, such as %1.</source>
        <translation>گیرنده‌ای روی شبکه. نشانی‌اش را بنویسید، مانند %1.</translation>
    </message>
    <message>
        <source>A recorded track, for practice. Write the path of the NMEA file.</source>
        <translation>مسیری ضبط‌شده برای تمرین. جای فایل NMEA را بنویسید.</translation>
    </message>
    <message>
        <source>The position source of this tablet.</source>
        <translation>مکان‌یاب خود تبلت.</translation>
    </message>
    <message>
        <source>Address of the position source</source>
        <translation>نشانی مکان‌یاب</translation>
    </message>
</context>
<context>
    <name>PositionController</name>
    <message numerus="yes">
        <source>mean of %n point(s)</source>
        <translation>
            <numerusform>میانگین %n نقطه</numerusform>
        </translation>
    </message>
    <message>
        <source>Location is off on this tablet. Switch it on, or type the coordinates.</source>
        <translation>مکان‌یاب تبلت خاموش است. روشنش کنید یا مختصات را بنویسید.</translation>
    </message>
    <message>
        <source>This app may not use location yet. Allow it in the tablet&apos;s settings, or type the coordinates.</source>
        <translation>این برنامه هنوز اجازه مکان‌یابی ندارد. از تنظیم‌های تبلت اجازه دهید یا مختصات را بنویسید.</translation>
    </message>
    <message>
        <source>This tablet gives no position. Choose another source in Settings, or type the coordinates.</source>
        <translation>این تبلت مکان‌یاب ندارد. در تنظیم‌ها سرچشمه دیگری برگزینید یا مختصات را بنویسید.</translation>
    </message>
    <message>
        <source>The receiver went silent. Look at its cable; it goes on by itself.</source>
        <translation>گیرنده ساکت شد. سیمش را ببینید؛ خودش ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>No position for a minute and a half. Step into the open, or leave it for later; nothing is lost.</source>
        <translation>یک دقیقه و نیم است که نقطه‌ای نیامده. به جای باز بروید یا بگذارید برای بعد؛ چیزی کم نمی‌شود.</translation>
    </message>
    <message>
        <source>Looking for satellites; usually under a minute outdoors.</source>
        <translation>در جستجوی ماهواره؛ بیرون معمولاً کمتر از یک دقیقه.</translation>
    </message>
    <message>
        <source>Accuracy is %1. Take two steps to open sky; the best point is kept.</source>
        <translation>دقت %1 است. دو قدم به جای بازتر بروید؛ بهترین نقطه نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>Hold the tablet to the sky and keep still for a few seconds.</source>
        <translation>تبلت را رو به آسمان بگیرید و چند ثانیه بی‌حرکت بمانید.</translation>
    </message>
    <message>
        <source>This is a good point.</source>
        <translation>نقطه خوبی است.</translation>
    </message>
    <message>
        <source>No new readings for a while; the best point is kept.</source>
        <translation>چند لحظه است که نقطه تازه‌ای نمی‌آید؛ بهترین نقطه نگه داشته شد.</translation>
    </message>
    <message>
        <source>Take this point</source>
        <translation>ثبت همین نقطه</translation>
    </message>
    <message>
        <source>Take this point, %1</source>
        <translation>ثبت همین نقطه، %1</translation>
    </message>
</context>
<context>
    <name>PositionFigures</name>
    <message>
        <source>Now</source>
        <translation>اکنون</translation>
    </message>
    <message>
        <source>m</source>
        <translation>متر</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>بهترین تا اینجا</translation>
    </message>
    <message>
        <source>m, %1</source>
        <translation>متر، %1</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>the file is not here</source>
        <translation>فایل اینجا نیست</translation>
    </message>
    <message>
        <source>As soon as it is back, it opens again.</source>
        <translation>همین که برگردد، دوباره باز می‌شود.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Filled to the end; nothing was kept</source>
        <translation>تا پایان پر شد؛ چیزی نگه داشته نشد</translation>
    </message>
    <message>
        <source>This was a preview: there is no record, and nothing goes to the office.</source>
        <translation>این پیش‌نمایش بود: برگه‌ای ساخته نشد و چیزی به دفتر نمی‌رود.</translation>
    </message>
    <message>
        <source>Fill it again</source>
        <translation>پر کردن دوباره</translation>
    </message>
</context>
<context>
    <name>PreviewProblems</name>
    <message>
        <source>The form does not open as it is now</source>
        <translation>فرم به این شکل باز نمی‌شود</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) on this form</source>
        <translation>
            <numerusform>%n یادآوری درباره این فرم</numerusform>
        </translation>
    </message>
    <message>
        <source>It opens all the same.</source>
        <translation>فرم با این حال باز می‌شود.</translation>
    </message>
    <message>
        <source>Beneath is the form as it opened last. Once the file is put right and saved, it goes on from there.</source>
        <translation>زیر این کارت، فرم به شکلی است که آخرین بار باز شد. فایل را که درست و ذخیره کنید، از همان‌جا ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>It opens here once the file is put right and saved.</source>
        <translation>فایل را که درست و ذخیره کنید، همین‌جا باز می‌شود.</translation>
    </message>
    <message>
        <source>Look at the form beneath</source>
        <translation>دیدن فرم زیر کارت</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Preview, nothing is kept</source>
        <translation>پیش‌نمایش؛ چیزی نگه داشته نمی‌شود</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n ایراد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n یادآوری</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Confirmed</source>
        <translation>تأیید شد</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>QuestionBlock</name>
    <message>
        <source>Needed</source>
        <translation>لازم</translation>
    </message>
    <message>
        <source>Why this question</source>
        <translation>چرا این پرسش</translation>
    </message>
</context>
<context>
    <name>QuestionColumn</name>
    <message>
        <source>Needed</source>
        <translation>لازم</translation>
    </message>
</context>
<context>
    <name>QuestionModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between answers</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>This answer is needed.</source>
        <translation>این پاسخ لازم است.</translation>
    </message>
    <message>
        <source>This is not accepted yet. What you wrote is kept.</source>
        <translation>این هنوز پذیرفته نیست. آنچه نوشته‌اید مانده است.</translation>
    </message>
    <message>
        <source>This is unusual. If it is right, say why.</source>
        <translation>این پاسخ معمول نیست. اگر درست است، بگویید چرا.</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>In the queue</source>
        <translation>در صف</translation>
    </message>
    <message>
        <source>Nothing waits. What you finish comes here first.</source>
        <translation>چیزی در صف نیست. هر برگه که تمام کنید اول اینجا می‌آید.</translation>
    </message>
</context>
<context>
    <name>RangePickerQuestion</name>
    <message>
        <source>Choose a number</source>
        <translation>عددی را برگزینید</translation>
    </message>
</context>
<context>
    <name>RangeQuestion</name>
    <message>
        <source>One step less</source>
        <translation>یک گام کمتر</translation>
    </message>
    <message>
        <source>One step more</source>
        <translation>یک گام بیشتر</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>پاک کن</translation>
    </message>
</context>
<context>
    <name>RankQuestion</name>
    <message>
        <source>This order is right</source>
        <translation>همین ترتیب درست است</translation>
    </message>
</context>
<context>
    <name>RankRow</name>
    <message>
        <source>Move %1 up</source>
        <translation>بالا بردن %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>پایین بردن %1</translation>
    </message>
</context>
<context>
    <name>RatingQuestion</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>It was written down wrongly.</source>
        <translation>اشتباه نوشته شده بود.</translation>
    </message>
    <message>
        <source>The respondent corrected it.</source>
        <translation>پاسخ‌دهنده آن را درست کرد.</translation>
    </message>
    <message>
        <source>The office asked for it.</source>
        <translation>دفتر خواسته بود.</translation>
    </message>
    <message>
        <source>I asked again; it is so.</source>
        <translation>دوباره پرسیدم؛ همین است.</translation>
    </message>
    <message>
        <source>I saw it myself.</source>
        <translation>خودم دیدم.</translation>
    </message>
    <message>
        <source>This household is special.</source>
        <translation>وضع این خانوار خاص است.</translation>
    </message>
    <message>
        <source>Why is it changed?</source>
        <translation>چرا عوض شد؟</translation>
    </message>
    <message>
        <source>Why is it right?</source>
        <translation>چرا درست است؟</translation>
    </message>
    <message>
        <source>This record was sent before. Say in a few words what made you change it.</source>
        <translation>این برگه پیش‌تر فرستاده شده است. در چند کلمه بگویید چرا آن را عوض کردید.</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>دلیل، به زبان خودتان</translation>
    </message>
    <message>
        <source>Keep the reason and finish</source>
        <translation>دلیل را نگه دار و تمام کن</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>درست است</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Received</source>
        <translation>دریافت شد</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>رسیدها</translation>
    </message>
    <message>
        <source>When the office holds a record, its receipt stands here.</source>
        <translation>هر برگه که به دفتر برسد، رسیدش اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کن</translation>
    </message>
</context>
<context>
    <name>RecordFilterSheet</name>
    <message>
        <source>Which records</source>
        <translation>کدام برگه‌ها</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>فرم</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>همه فرم‌ها</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>روزها</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>همه روزها</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>هفت روز گذشته</translation>
    </message>
    <message>
        <source>Last thirty days</source>
        <translation>سی روز گذشته</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از روز</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>تا روز</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مکان</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>همه محله‌ها</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>همه بلوک‌ها</translation>
    </message>
    <message>
        <source>Door code</source>
        <translation>کد در</translation>
    </message>
    <message>
        <source>Door code, or its beginning</source>
        <translation>کد در یا آغاز آن</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>دوباره همه</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نشان بده</translation>
    </message>
</context>
<context>
    <name>RecordListModel</name>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) so far</source>
        <translation>
            <numerusform>تا اینجا %n پاسخ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on this tablet</source>
        <translation>
            <numerusform>%n برگه روی این تبلت</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2، %3</translation>
    </message>
    <message>
        <source>%1, left at %2</source>
        <comment>answers so far, question</comment>
        <translation>%1، مانده در %2</translation>
    </message>
    <message>
        <source>More than %1 found</source>
        <translation>بیش از %1 برگه پیدا شد</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) found</source>
        <translation>
            <numerusform>%n برگه پیدا شد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Back to the list</source>
        <translation>برگشت به فهرست</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>کنار گذاشتن</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>دوباره بفرست</translation>
    </message>
    <message>
        <source>Correct in a new version</source>
        <translation>اصلاح در نسخه تازه</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>رونوشت</translation>
    </message>
</context>
<context>
    <name>RecordStateCard</name>
    <message>
        <source>Receipt number %1</source>
        <translation>شماره رسید %1</translation>
    </message>
    <message>
        <source>Safe on this tablet; it leaves at the next link.</source>
        <translation>روی این تبلت امن است؛ با نخستین اتصال می‌رود.</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Ready to send</source>
        <translation>آماده ارسال</translation>
    </message>
    <message>
        <source>Files on the way</source>
        <translation>فایل در راه</translation>
    </message>
    <message>
        <source>Has a receipt</source>
        <translation>رسید دارد</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>برگشته</translation>
    </message>
    <message numerus="yes">
        <source>The answers arrived; %n file(s) on the way.</source>
        <translation>
            <numerusform>پاسخ‌ها رسید؛ %n فایل در راه است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n فایل</numerusform>
        </translation>
    </message>
    <message>
        <source>The office holds this record.</source>
        <translation>دفتر این برگه را دارد.</translation>
    </message>
    <message numerus="yes">
        <source>The office holds this record and %n file(s).</source>
        <translation>
            <numerusform>دفتر این برگه را با %n فایل دارد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken by the server</source>
        <translation>سرور گرفته است</translation>
    </message>
    <message>
        <source>The server %1 answered that it took this record. It signs no receipt, so the record stays on this tablet.</source>
        <translation>سرور %1 پاسخ داد که این برگه را گرفته است. رسید امضاشده نمی‌دهد؛ برای همین برگه روی این تبلت می‌ماند.</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Records</source>
        <translation>برگه‌ها</translation>
    </message>
    <message>
        <source>Search in records</source>
        <translation>جستجو در برگه‌ها</translation>
    </message>
    <message>
        <source>No record on this tablet yet</source>
        <translation>هنوز برگه‌ای روی این تبلت نیست</translation>
    </message>
    <message>
        <source>Nothing here with this filter</source>
        <translation>با این صافی چیزی نیست</translation>
    </message>
    <message>
        <source>What you fill and finish stands here, with its receipt when the office has it.</source>
        <translation>هر چه پر و تمام کنید اینجا می‌آید، و رسیدش وقتی به دفتر برسد.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>نمایش همه</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>یک برگه را برگزینید</translation>
    </message>
    <message>
        <source>Its answers and its receipt show here.</source>
        <translation>پاسخ‌ها و رسیدش اینجا نشان داده می‌شود.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جستجو</translation>
    </message>
    <message>
        <source>The draft is set aside</source>
        <translation>پیش‌نویس کنار گذاشته شد</translation>
    </message>
    <message>
        <source>Older records are being made ready for the search; the list may still grow.</source>
        <translation>برگه‌های قدیمی برای جستجو آماده می‌شود؛ شاید فهرست هنوز بلندتر شود.</translation>
    </message>
    <message>
        <source>Code, number, address, remark</source>
        <translation>کد، شماره، نشانی، توضیح</translation>
    </message>
</context>
<context>
    <name>RepeatQuestion</name>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>هنوز چیزی اینجا نیست.</translation>
    </message>
    <message>
        <source>Add one more</source>
        <translation>افزودن یکی دیگر</translation>
    </message>
</context>
<context>
    <name>RosterCards</name>
    <message>
        <source>Remove %1</source>
        <translation>برداشتن %1</translation>
    </message>
</context>
<context>
    <name>RosterCell</name>
    <message>
        <source>Needed</source>
        <translation>لازم</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>%1: %2</source>
        <comment>what is counted, and how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>گرفته شد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column, and what is wrong in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A row was added.</source>
        <translation>یک ردیف افزوده شد.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 افزوده شد.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 برداشته شد.</translation>
    </message>
</context>
<context>
    <name>RosterRow</name>
    <message>
        <source>Remove %1</source>
        <translation>برداشتن %1</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Add one more</source>
        <translation>افزودن یکی دیگر</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>هنوز چیزی اینجا نیست.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>تنظیم‌ها</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>%1 is signed in already.</source>
        <translation>%1 پیش‌تر ثبت شده است.</translation>
    </message>
    <message>
        <source>Nobody of that name is in the list. If it is a new name, add it as such.</source>
        <translation>کسی با این نام در فهرست نیست. اگر نام تازه است، «نام تازه» را بزنید.</translation>
    </message>
    <message>
        <source>%1 is no card of this form.</source>
        <translation>%1 کارت این فرم نیست.</translation>
    </message>
</context>
<context>
    <name>SignInBar</name>
    <message>
        <source>Name or card</source>
        <translation>نام یا کارت</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>نام تازه</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعداً</translation>
    </message>
</context>
<context>
    <name>SignInCamera</name>
    <message>
        <source>Hold the card before the camera</source>
        <translation>کارت را جلوی دوربین بگیرید</translation>
    </message>
    <message>
        <source>%1 is signed in</source>
        <translation>%1 ثبت شد</translation>
    </message>
    <message>
        <source>Nobody in the list has the card %1. It counts as one person.</source>
        <translation>کارت %1 در فهرست نیست. یک نفر شمرده شد.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>برگردان</translation>
    </message>
    <message>
        <source>Give a name instead</source>
        <translation>به جایش نام بنویسید</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>بستن دوربین</translation>
    </message>
    <message>
        <source>Scan cards</source>
        <translation>خواندن کارت‌ها</translation>
    </message>
</context>
<context>
    <name>SignatureQuestion</name>
    <message>
        <source>Clear</source>
        <translation>پاک کن</translation>
    </message>
    <message>
        <source>One line back</source>
        <translation>یک خط عقب</translation>
    </message>
    <message>
        <source>Turn back</source>
        <translation>برگرداندن صفحه</translation>
    </message>
    <message>
        <source>Turn to the resident</source>
        <translation>رو به ساکن</translation>
    </message>
    <message>
        <source>Any mark or finger print counts; a written name is not needed.</source>
        <translation>هر نشان یا اثر انگشتی پذیرفته است؛ نوشتن نام لازم نیست.</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Everything recorded on this tablet is safe. Nothing was changed.</source>
        <translation>همه آنچه روی این تبلت ثبت شده امن است. چیزی تغییر نکرد.</translation>
    </message>
    <message>
        <source>The records are still on this tablet, as they were. Do not remove the app and delete nothing.</source>
        <translation>برگه‌ها همان‌گونه که بودند روی این تبلت‌اند. برنامه را برندارید و چیزی را پاک نکنید.</translation>
    </message>
    <message>
        <source>The records of this tablet are open already: in another window of Tashilgar, or in another program.</source>
        <translation>برگه‌های این تبلت هم‌اکنون جای دیگری باز است: در پنجره دیگری از تسهیلگر یا در برنامه‌ای دیگر.</translation>
    </message>
    <message>
        <source>Go on in the window that is open. If you see none, close the other program or restart the tablet, then start Tashilgar again.</source>
        <translation>در همان پنجره باز ادامه دهید. اگر پنجره‌ای نمی‌بینید، برنامه دیگر را ببندید یا تبلت را خاموش و روشن کنید و سپس تسهیلگر را دوباره باز کنید.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet.</source>
        <translation>روی این تبلت جایی نمانده است.</translation>
    </message>
    <message>
        <source>Delete files you do not need, pictures or films of other apps first, then start Tashilgar again.</source>
        <translation>فایل‌هایی را که لازم ندارید پاک کنید، نخست عکس و فیلم برنامه‌های دیگر؛ سپس تسهیلگر را دوباره باز کنید.</translation>
    </message>
    <message>
        <source>The records of this tablet are locked with another key.</source>
        <translation>برگه‌های این تبلت با کلید دیگری قفل است.</translation>
    </message>
    <message>
        <source>Take the tablet to the office.</source>
        <translation>تبلت را به دفتر ببرید.</translation>
    </message>
    <message>
        <source>The key to the records of this tablet does not open them.</source>
        <translation>کلید برگه‌های این تبلت آن‌ها را باز نمی‌کند.</translation>
    </message>
    <message>
        <source>The records were written by a newer version of Tashilgar.</source>
        <translation>برگه‌های این تبلت را نسخه تازه‌تری از تسهیلگر نوشته است.</translation>
    </message>
    <message>
        <source>Install the newer version again, then start it.</source>
        <translation>نسخه تازه‌تر را دوباره نصب و باز کنید.</translation>
    </message>
    <message>
        <source>Part of the storage cannot be read.</source>
        <translation>بخشی از حافظه تبلت خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>Take the tablet to the office; what can be read is saved there.</source>
        <translation>تبلت را به دفتر ببرید؛ آنچه خوانده شود آنجا نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>The records of this tablet could not be opened.</source>
        <translation>برگه‌های این تبلت باز نشد.</translation>
    </message>
    <message>
        <source>Restart the tablet and start Tashilgar again. If it stays so, show this page to the office.</source>
        <translation>تبلت را خاموش و روشن کنید و تسهیلگر را دوباره باز کنید. اگر همین بود، این صفحه را به دفتر نشان دهید.</translation>
    </message>
</context>
<context>
    <name>StateFilter</name>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>برگشته</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>پیش‌نویس‌ها</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>آماده ارسال</translation>
    </message>
    <message>
        <source>Has a receipt</source>
        <translation>رسید دارد</translation>
    </message>
    <message>
        <source>Form, days, place</source>
        <translation>فرم، روز، مکان</translation>
    </message>
    <message>
        <source>Form, days, place: %1</source>
        <translation>فرم، روز، مکان: %1</translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرست</translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation>خودکار ادامه دهد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>مکث</translation>
    </message>
</context>
<context>
    <name>SyncController</name>
    <message>
        <source>Looking for the office</source>
        <translation>در جستجوی دفتر</translation>
    </message>
    <message>
        <source>Sending photos and files</source>
        <translation>در حال فرستادن عکس‌ها و فایل‌ها</translation>
    </message>
    <message>
        <source>Sending records</source>
        <translation>در حال فرستادن برگه‌ها</translation>
    </message>
    <message>
        <source>Receiving forms</source>
        <translation>در حال گرفتن فرم‌ها</translation>
    </message>
    <message>
        <source>Receiving news</source>
        <translation>در حال گرفتن تازه‌ها</translation>
    </message>
    <message>
        <source>This tablet has not joined an office yet</source>
        <translation>این تبلت هنوز به دفتری نپیوسته است</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>مکث کرده</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>شبکه نیست</translation>
    </message>
    <message>
        <source>The link dropped</source>
        <translation>ارتباط قطع شد</translation>
    </message>
    <message>
        <source>This network does not reach the office</source>
        <translation>این شبکه به دفتر نمی‌رسد</translation>
    </message>
    <message>
        <source>This is not your office</source>
        <translation>این دفتر شما نیست</translation>
    </message>
    <message>
        <source>The office has signed this tablet off</source>
        <translation>دفتر این تبلت را کنار گذاشته است</translation>
    </message>
    <message>
        <source>The programs here and at the office are of different ages</source>
        <translation>برنامهٔ تبلت و برنامهٔ دفتر هم‌سن نیستند</translation>
    </message>
    <message>
        <source>Records stay safe here. Ask the supervisor to update the older one.</source>
        <translation>برگه‌ها این‌جا امن‌اند. از سرپرست بخواهید آن را که قدیمی‌تر است تازه کند.</translation>
    </message>
    <message>
        <source>The office is busy</source>
        <translation>دفتر مشغول است</translation>
    </message>
    <message>
        <source>The office has no room left</source>
        <translation>دفتر دیگر جا ندارد</translation>
    </message>
    <message>
        <source>The office could not answer</source>
        <translation>دفتر نتوانست جواب دهد</translation>
    </message>
    <message>
        <source>A receipt could not be checked</source>
        <translation>یک رسید راستی‌آزمایی نشد</translation>
    </message>
    <message>
        <source>This tablet has no room left</source>
        <translation>این تبلت دیگر جا ندارد</translation>
    </message>
    <message>
        <source>The storage of this tablet did not answer</source>
        <translation>حافظه تبلت جواب نداد</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>آماده ارسال</translation>
    </message>
    <message>
        <source>Everything has its receipt</source>
        <translation>همه رسید دارد</translation>
    </message>
    <message>
        <source>You can put the tablet down; if the link drops, it goes on from there.</source>
        <translation>می‌توانید تبلت را بگذارید و بروید؛ اگر قطع شود از همان‌جا ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>چیزی برای فرستادن نمانده است.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are safe on this tablet and leave at the next link.</source>
        <translation>
            <numerusform>%n برگه روی همین تبلت امن است و با نخستین اتصال می‌رود.</numerusform>
        </translation>
    </message>
    <message>
        <source>Records stay safe here. Ask the supervisor for a code to join the office.</source>
        <translation>برگه‌ها اینجا امن می‌ماند. برای پیوستن به دفتر از ناظر کد بگیرید.</translation>
    </message>
    <message>
        <source>You paused it. Nothing is lost; go on whenever you like.</source>
        <translation>خودتان مکث داده‌اید. چیزی کم نمی‌شود؛ هر وقت خواستید ادامه دهید.</translation>
    </message>
    <message>
        <source>What was sent stays; it goes on from there.</source>
        <translation>آنچه رفته مانده است؛ از همان‌جا ادامه می‌دهیم.</translation>
    </message>
    <message>
        <source>Something else answers there. Nothing was sent; try the office network.</source>
        <translation>آنجا کس دیگری جواب می‌دهد. چیزی فرستاده نشد؛ شبکه دفتر را بیازمایید.</translation>
    </message>
    <message>
        <source>The key differs, so nothing was sent. Ask the supervisor.</source>
        <translation>کلیدش فرق دارد، پس چیزی فرستاده نشد. از ناظر بپرسید.</translation>
    </message>
    <message>
        <source>Records stay safe here. Ask the supervisor for a new code.</source>
        <translation>برگه‌ها اینجا امن می‌ماند. از ناظر کد تازه بگیرید.</translation>
    </message>
    <message>
        <source>Your records are safe here; it tries again by itself.</source>
        <translation>برگه‌های شما اینجا امن است؛ خودش دوباره می‌فرستد.</translation>
    </message>
    <message>
        <source>Your records are safe here. Tell the office; it tries again by itself.</source>
        <translation>برگه‌های شما اینجا امن است. به دفتر بگویید؛ خودش دوباره می‌فرستد.</translation>
    </message>
    <message>
        <source>Those records stay here until a right receipt comes. Tell the office.</source>
        <translation>آن برگه‌ها تا رسید درست اینجا می‌ماند. به دفتر بگویید.</translation>
    </message>
    <message>
        <source>Delete files you do not need; what is saved stays safe.</source>
        <translation>فایل‌های بی‌نیاز را پاک کنید؛ آنچه ذخیره شده امن می‌ماند.</translation>
    </message>
    <message>
        <source>What was saved is safe. Start the app again, and tell the office if it happens again.</source>
        <translation>آنچه ذخیره شده امن است. برنامه را دوباره باز کنید و اگر تکرار شد به دفتر بگویید.</translation>
    </message>
    <message>
        <source>With the office</source>
        <translation>در ارتباط با دفتر</translation>
    </message>
    <message>
        <source>No office yet</source>
        <translation>هنوز بی‌دفتر</translation>
    </message>
    <message>
        <source>Office within reach</source>
        <translation>دفتر در دسترس</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 برای فرستادن</translation>
    </message>
    <message>
        <source>Last sync: %1</source>
        <translation>همگام: %1</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>تلاش بعدی: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n فرم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed row(s)</source>
        <translation>
            <numerusform>%n سطر تازه</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between amounts</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>The server does not let this tablet in</source>
        <translation>سرور این تبلت را راه نمی‌دهد</translation>
    </message>
    <message>
        <source>The server has answered for everything</source>
        <translation>سرور برای همه پاسخ داده است</translation>
    </message>
    <message>
        <source>Records stay safe here. Ask the supervisor for the name and password, or for a new code.</source>
        <translation>برگه‌ها اینجا امن می‌مانند. نام کاربری و گذرواژه، یا کد تازه را از ناظر بگیرید.</translation>
    </message>
</context>
<context>
    <name>TextSizeCard</name>
    <message>
        <source>Text size</source>
        <translation>اندازه نوشته</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>کوچک</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>معمولی</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>درشت</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>درشت‌تر</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>خیلی درشت</translation>
    </message>
    <message>
        <source>How many people live here and share their expenses?</source>
        <translation>چند نفر اینجا زندگی و هم‌خرج هستند؟</translation>
    </message>
</context>
<context>
    <name>ThemeCard</name>
    <message>
        <source>Appearance</source>
        <translation>پوسته</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>آفتاب</translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>Hour</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>دقیقه</translation>
    </message>
</context>
<context>
    <name>TodayDoors</name>
    <message>
        <source>Doors today</source>
        <translation>درهای امروز</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>شروع</translation>
    </message>
</context>
<context>
    <name>TodayForms</name>
    <message>
        <source>Start a record</source>
        <translation>شروع برگه</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>شروع</translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message numerus="yes">
        <source>%n draft(s) on this tablet</source>
        <translation>
            <numerusform>%n پیش‌نویس روی این تبلت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) finished today</source>
        <translation>
            <numerusform>امروز %n برگه تمام شده</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) today</source>
        <translation>
            <numerusform>امروز %n رسید</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has its receipt</source>
        <translation>همه رسید دارد</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in the queue, safe on this tablet</source>
        <translation>
            <numerusform>%n برگه در صف، روی تبلت امن است</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>همه رفته</translation>
    </message>
    <message numerus="yes">
        <source>%n queued, safe</source>
        <translation>
            <numerusform>%n در صف، امن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) need a look</source>
        <translation>
            <numerusform>%n برگه برگشته است</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>No form is on this tablet yet</source>
        <translation>هنوز فرمی روی این تبلت نیست</translation>
    </message>
    <message>
        <source>Forms and lists come with the first sync with the office. It goes by itself when the office is near.</source>
        <translation>فرم‌ها و فهرست‌ها با نخستین همگام‌سازی با دفتر می‌آید. نزدیک دفتر که باشید خودش انجام می‌شود.</translation>
    </message>
    <message>
        <source>Sync with the office</source>
        <translation>همگام‌سازی با دفتر</translation>
    </message>
</context>
<context>
    <name>TodayState</name>
    <message>
        <source>They are safe on this tablet.</source>
        <translation>روی این تبلت امن است.</translation>
    </message>
    <message>
        <source>Go on from the question where you stopped.</source>
        <translation>از همان پرسشی که مانده‌اید ادامه دهید.</translation>
    </message>
    <message>
        <source>finished today</source>
        <translation>تمام‌شده امروز</translation>
    </message>
    <message>
        <source>receipts today</source>
        <translation>رسید امروز</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>در صف</translation>
    </message>
    <message>
        <source>taken today</source>
        <translation>گرفته‌شده امروز</translation>
    </message>
</context>
<context>
    <name>TraceCorners</name>
    <message>
        <source>Corners</source>
        <translation>گوشه‌ها</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>نقطه‌ها</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>با دست</translation>
    </message>
    <message>
        <source>Remove point %1</source>
        <translation>برداشتن نقطه %1</translation>
    </message>
</context>
<context>
    <name>TraceFigures</name>
    <message>
        <source>area; %1 around it</source>
        <translation>مساحت؛ دورتادور %1</translation>
    </message>
    <message>
        <source>length so far</source>
        <translation>طول تا اینجا</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>برگردان</translation>
    </message>
</context>
<context>
    <name>TraceModel</name>
    <message>
        <source>%1 m²</source>
        <translation>%1 متر مربع</translation>
    </message>
    <message>
        <source>%1 hectares</source>
        <translation>%1 هکتار</translation>
    </message>
    <message>
        <source>An area needs two more corners.</source>
        <translation>محدوده دو گوشه دیگر می‌خواهد.</translation>
    </message>
    <message>
        <source>A line needs one more point.</source>
        <translation>خط یک نقطه دیگر می‌خواهد.</translation>
    </message>
    <message>
        <source>An area needs one more corner.</source>
        <translation>محدوده یک گوشه دیگر می‌خواهد.</translation>
    </message>
    <message>
        <source>Two sides of this area cross. Move a corner, or take one back.</source>
        <translation>دو ضلع این محدوده از روی هم می‌گذرند. گوشه‌ای را جابه‌جا کنید یا برگردانید.</translation>
    </message>
</context>
<context>
    <name>TraceRecorder</name>
    <message>
        <source>Waiting for a reading within %1; keep walking slowly.</source>
        <translation>منتظر دقت %1 یا بهتر است؛ آهسته راه بروید.</translation>
    </message>
    <message>
        <source>Waiting for a reading; keep walking slowly.</source>
        <translation>منتظر مکان‌یاب است؛ آهسته راه بروید.</translation>
    </message>
    <message numerus="yes">
        <source>A point every %n second(s). Walk along the line.</source>
        <translation>
            <numerusform>هر %n ثانیه یک نقطه. در امتداد خط راه بروید.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceRecording</name>
    <message>
        <source>A point every</source>
        <translation>یک نقطه در هر</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n ثانیه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n دقیقه</numerusform>
        </translation>
    </message>
    <message>
        <source>No weaker than</source>
        <translation>نه ضعیف‌تر از</translation>
    </message>
    <message>
        <source>any reading</source>
        <translation>هر دقتی</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>مکث</translation>
    </message>
    <message>
        <source>Begin, and walk</source>
        <translation>شروع، و راه بروید</translation>
    </message>
</context>
<context>
    <name>TroubleBanner</name>
    <message>
        <source>Save again</source>
        <translation>دوباره ذخیره کن</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Tashilgar</source>
        <translation>تسهیلگر</translation>
    </message>
    <message>
        <source>Tashilgar did not start</source>
        <translation>تسهیلگر باز نشد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>The form cannot hold this. It stands here, but it is no answer yet.</source>
        <translation>فرم این را نمی‌پذیرد. اینجا مانده، ولی هنوز پاسخ نیست.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>برگردان</translation>
    </message>
</context>
<context>
    <name>UnknownQuestion</name>
    <message>
        <source>This version of the app cannot ask this kind of question yet. What is written is kept, and you can finish without it.</source>
        <translation>این نسخه هنوز نمی‌تواند این نوع پرسش را بپرسد. آنچه نوشته شده می‌ماند و بی آن هم می‌توانید تمام کنید.</translation>
    </message>
</context>
<context>
    <name>VideoQuestion</name>
    <message>
        <source>Choose a film</source>
        <translation>انتخاب فیلم</translation>
    </message>
    <message>
        <source>Films are recorded with the tablet's own camera app, and chosen here.</source>
        <translation>فیلم را با دوربین خود تبلت بگیرید و اینجا برگزینید.</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Why this question</source>
        <translation>چرا این پرسش</translation>
    </message>
    <message>
        <source>Hide the form's rules</source>
        <translation>پنهان کردن قاعده‌های فرم</translation>
    </message>
    <message>
        <source>Show the form's rules</source>
        <translation>نمایش قاعده‌های فرم</translation>
    </message>
    <message>
        <source>Go to this question</source>
        <translation>رفتن به این پرسش</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
</TS>
