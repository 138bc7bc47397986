<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ckb_IQ">
<context>
    <name>AcknowledgeQuestion</name>
    <message>
        <source>Confirmed</source>
        <translation>پەسەند کرا</translation>
    </message>
</context>
<context>
    <name>CaptureQuestion</name>
    <message>
        <source>Choose a file</source>
        <translation>فایلێک هەڵبژێرە</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>یەکێکی تر هەڵبژێرە</translation>
    </message>
    <message>
        <source>Kept on this tablet</source>
        <translation>لەسەر ئەم تابلێتە پارێزرا</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>لابردن</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose any number</source>
        <translation>هەر چەندێک هەڵبژێرە</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>یەکێک هەڵبژێرە</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Search</source>
        <translation>گەڕان</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 لە %2</translation>
    </message>
    <message>
        <source>Nothing like this is in the list. Fewer letters find more.</source>
        <translation>شتێکی وەها لە لیستەکەدا نییە. بە پیتی کەمتر زۆرتر دەدۆزرێتەوە.</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 m</source>
        <translation>%1 مەتر</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کیلۆمەتر</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بایت</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 کیلۆبایت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 مێگابایت</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>لەسەدا %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>ئەمڕۆ</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>سبەی</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>دوێنێ</translation>
    </message>
</context>
<context>
    <name>EnrolCode</name>
    <message>
        <source>Write the code that the supervisor shows</source>
        <translation>ئەو کۆدە بنووسە کە سەرپەرشتیار نیشانی دەدات</translation>
    </message>
    <message>
        <source>Office code</source>
        <translation>کۆدی نووسینگە</translation>
    </message>
    <message>
        <source>Type or paste the code</source>
        <translation>کۆدەکە بنووسە یان دایبنێ</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>ناونیشانی نووسینگە</translation>
    </message>
    <message>
        <source>No internet is needed</source>
        <translation>پێویست بە ئینتەرنێت نییە</translation>
    </message>
    <message>
        <source>A code works once, for a short time</source>
        <translation>کۆد یەک جار و بۆ ماوەیەکی کورت کار دەکات</translation>
    </message>
    <message>
        <source>Nothing on this tablet is erased</source>
        <translation>هیچ شتێک لەم تابلێتە ناسڕدرێتەوە</translation>
    </message>
</context>
<context>
    <name>EnrolForms</name>
    <message>
        <source>This tablet has joined the office</source>
        <translation>ئەم تابلێتە پەیوەندی بە نووسینگەوە کرد</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>بەخێر بێیت، %1</translation>
    </message>
</context>
<context>
    <name>EnrolLanguage</name>
    <message>
        <source>In which language do you work?</source>
        <translation>بە چ زمانێک کار دەکەیت؟</translation>
    </message>
    <message>
        <source>You can change it at any time in Settings.</source>
        <translation>هەر کاتێک ویستت لە ڕێکخستنەکاندا بیگۆڕە.</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Join this tablet to an office</source>
        <translation>بەستنەوەی ئەم تابلێتە بە نووسینگەیەکەوە</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>گەڕانەوە</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Office code</source>
        <translation>کۆدی نووسینگە</translation>
    </message>
    <message>
        <source>First forms</source>
        <translation>یەکەم فۆرمەکان</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>بەستنەوە</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>دەستپێکردن</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>دواتر</translation>
    </message>
</context>
<context>
    <name>FillBar</name>
    <message>
        <source>Close, keep as a draft</source>
        <translation>داخستن؛ ڕەشنووس دەمێنێتەوە</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>زمانی پرسیارەکان</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>بەشەکان</translation>
    </message>
</context>
<context>
    <name>FillController</name>
    <message>
        <source>Back to what is left</source>
        <translation>گەڕانەوە بۆ ماوەکان</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>بۆ کۆتایی</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>دواتر: %1</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>دواتر</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>هێشتا پاشەکەوت نەکراوە</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>پاشەکەوت کرا</translation>
    </message>
    <message>
        <source>Question %1 of about %2</source>
        <translation>پرسیاری %1 لە نزیکەی %2</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>گەڕانەوە بۆ لیست</translation>
    </message>
</context>
<context>
    <name>FillFooter</name>
    <message>
        <source>Back</source>
        <translation>پێشوو</translation>
    </message>
    <message>
        <source>I will finish later</source>
        <translation>دواتر تەواوی دەکەم</translation>
    </message>
    <message>
        <source>Finish, ready to send</source>
        <translation>تەواو، ئامادەی ناردن</translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation>بڕۆ بۆ یەکەمیان</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>دواتر</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Version %1</source>
        <translation>وەشانی %1</translation>
    </message>
    <message>
        <source>Start a new record</source>
        <translation>دەستپێکردنی پەڕەی نوێ</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>ڕەشنووسەکان</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>بەردەوام بە</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Forms</source>
        <translation>فۆرمەکان</translation>
    </message>
    <message>
        <source>Search in forms</source>
        <translation>گەڕان لە فۆرمەکاندا</translation>
    </message>
    <message>
        <source>No form is on this tablet yet</source>
        <translation>هێشتا هیچ فۆرمێک لەسەر ئەم تابلێتە نییە</translation>
    </message>
    <message>
        <source>No form is called so</source>
        <translation>هیچ فۆرمێک بەم ناوە نییە</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>گەڕان</translation>
    </message>
</context>
<context>
    <name>GeopointQuestion</name>
    <message>
        <source>The point is kept</source>
        <translation>خاڵەکە پارێزرا</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>دووبارە وەریبگرە</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>کۆنەکە بمێنێتەوە</translation>
    </message>
</context>
<context>
    <name>HandCard</name>
    <message>
        <source>Hand and pages</source>
        <translation>دەست و لاپەڕەکان</translation>
    </message>
    <message>
        <source>Swipe turns the page</source>
        <translation>خشاندنی پەنجە لاپەڕە هەڵدەداتەوە</translation>
    </message>
    <message>
        <source>The buttons do so in any case</source>
        <translation>دوگمەکان هەمیشە کار دەکەن</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>جووڵەی کەمتر</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>دەستی چەپ</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>هەردووک</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>دەستی ڕاست</translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message>
        <source>Choose a photo</source>
        <translation>وێنەیەک هەڵبژێرە</translation>
    </message>
    <message>
        <source>Choose another photo</source>
        <translation>وێنەیەکی تر هەڵبژێرە</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Nobody whose language this is has read these words yet. What has no words is in Persian.</source>
        <translation>هێشتا کەسێک کە ئەمە زمانی خۆیەتی ئەم وشانەی نەخوێندووەتەوە. ئەوەی وشەی نییە بە فارسییە.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>ژمارەکان</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>وەک زمان</translation>
    </message>
    <message>
        <source>Gregorian day beside</source>
        <translation>ڕۆژی زایینی لە تەنیشتی</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Show them</source>
        <translation>نیشانیان بدە</translation>
    </message>
</context>
<context>
    <name>MissingItem</name>
    <message>
        <source>Go</source>
        <translation>بڕۆ</translation>
    </message>
</context>
<context>
    <name>MissingView</name>
    <message>
        <source>Everything needed is here</source>
        <translation>هەموو وەڵامە پێویستەکان هەن</translation>
    </message>
    <message>
        <source>Must be put right</source>
        <translation>دەبێت ڕاست بکرێتەوە</translation>
    </message>
    <message>
        <source>Unanswered, though not needed</source>
        <translation>بێ وەڵام، هەرچەندە پێویست نییە</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Today</source>
        <translation>ئەمڕۆ</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>فۆرمەکان</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>پەڕەکان</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>ناردن</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>ڕێکخستن</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>This tablet and its office</source>
        <translation>ئەم تابلێتە و نووسینگەکەی</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>نووسینگە</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>بەرنامە</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>کەس</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>تابلێت</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ناونیشان</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>وەشان</translation>
    </message>
    <message>
        <source>Join with a new code</source>
        <translation>بەستنەوە بە کۆدی نوێ</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Sending and receiving</source>
        <translation>ناردن و وەرگرتن</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Parts</source>
        <translation>بەشەکان</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>ماوەکان</translation>
    </message>
</context>
<context>
    <name>PointByHand</name>
    <message>
        <source>Keep the old one</source>
        <translation>کۆنەکە بمێنێتەوە</translation>
    </message>
</context>
<context>
    <name>PointByReceiver</name>
    <message>
        <source>Keep the old one</source>
        <translation>کۆنەکە بمێنێتەوە</translation>
    </message>
</context>
<context>
    <name>PointKept</name>
    <message>
        <source>The point is kept</source>
        <translation>خاڵەکە پارێزرا</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>دووبارە وەریبگرە</translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Position</source>
        <translation>شوێن</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>تابلێت</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>وایەر</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>تۆڕ</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>ڕێڕەو</translation>
    </message>
</context>
<context>
    <name>PositionController</name>
    <message>
        <source>This is a good point.</source>
        <translation>خاڵێکی باشە.</translation>
    </message>
    <message>
        <source>Take this point</source>
        <translation>ئەم خاڵە وەربگرە</translation>
    </message>
    <message>
        <source>Take this point, %1</source>
        <translation>ئەم خاڵە وەربگرە، %1</translation>
    </message>
</context>
<context>
    <name>QuestionBlock</name>
    <message>
        <source>Needed</source>
        <translation>پێویست</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>In the queue</source>
        <translation>لە ڕیزدا</translation>
    </message>
    <message>
        <source>Nothing waits. What you finish comes here first.</source>
        <translation>هیچ شتێک چاوەڕێ ناکات. ئەوەی تەواوی دەکەیت یەکەم جار دێتە ئێرە.</translation>
    </message>
</context>
<context>
    <name>RatingQuestion</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 لە %2</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Received</source>
        <translation>وەرگیرا</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>پسووڵەکان</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>بیکەرەوە</translation>
    </message>
</context>
<context>
    <name>RecordListModel</name>
    <message>
        <source>Draft</source>
        <translation>ڕەشنووس</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Back to the list</source>
        <translation>گەڕانەوە بۆ لیست</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>بەردەوام بە</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>دایبنێ بەلاوە</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>دووبارە بینێرە</translation>
    </message>
    <message>
        <source>Correct in a new version</source>
        <translation>لە وەشانێکی نوێدا ڕاستی بکەرەوە</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Records</source>
        <translation>پەڕەکان</translation>
    </message>
    <message>
        <source>Search in records</source>
        <translation>گەڕان لە پەڕەکاندا</translation>
    </message>
    <message>
        <source>Code, name, receipt</source>
        <translation>کۆد، ناو، ژمارەی پسووڵە</translation>
    </message>
    <message>
        <source>No record on this tablet yet</source>
        <translation>هێشتا هیچ پەڕەیەک لەسەر ئەم تابلێتە نییە</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>هەمووی نیشان بدە</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>پەڕەیەک هەڵبژێرە</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>گەڕان</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>ڕێکخستنەکان</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>داخستن</translation>
    </message>
</context>
<context>
    <name>StateFilter</name>
    <message>
        <source>All</source>
        <translation>هەموو</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>گەڕاوە</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>ڕەشنووسەکان</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>ئامادەی ناردن</translation>
    </message>
    <message>
        <source>Has a receipt</source>
        <translation>پسووڵەی هەیە</translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>Send now</source>
        <translation>ئێستا بینێرە</translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation>خۆی بەردەوام بێت</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>وەستان</translation>
    </message>
</context>
<context>
    <name>SyncController</name>
    <message>
        <source>Looking for the office</source>
        <translation>بەدوای نووسینگەدا دەگەڕێت</translation>
    </message>
    <message>
        <source>Sending records</source>
        <translation>پەڕەکان دەنێردرێن</translation>
    </message>
    <message>
        <source>Sending photos and files</source>
        <translation>وێنە و فایلەکان دەنێردرێن</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>وەستاوە</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>تۆڕ نییە</translation>
    </message>
    <message>
        <source>The link dropped</source>
        <translation>پەیوەندی پچڕا</translation>
    </message>
    <message>
        <source>This is not your office</source>
        <translation>ئەمە نووسینگەی تۆ نییە</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>ئامادەی ناردن</translation>
    </message>
    <message>
        <source>Everything has its receipt</source>
        <translation>هەموویان پسووڵەیان هەیە</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>چاوەڕوان</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 لە %2</translation>
    </message>
</context>
<context>
    <name>TextSizeCard</name>
    <message>
        <source>Text size</source>
        <translation>قەبارەی نووسین</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>بچووک</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>ئاسایی</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>گەورە</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>گەورەتر</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>زۆر گەورە</translation>
    </message>
    <message>
        <source>How many people live here and share their expenses?</source>
        <translation>چەند کەس لێرە دەژین و هاوخەرجن؟</translation>
    </message>
</context>
<context>
    <name>ThemeCard</name>
    <message>
        <source>Appearance</source>
        <translation>ڕواڵەت</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ڕووناک</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تاریک</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>هەتاو</translation>
    </message>
</context>
<context>
    <name>TodayDoors</name>
    <message>
        <source>Doors today</source>
        <translation>دەرگاکانی ئەمڕۆ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>دەستپێکردن</translation>
    </message>
</context>
<context>
    <name>TodayForms</name>
    <message>
        <source>Start a record</source>
        <translation>دەستپێکردنی پەڕە</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>دەستپێکردن</translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message>
        <source>Everything has its receipt</source>
        <translation>هەموویان پسووڵەیان هەیە</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>هەموو نێردران</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>No form is on this tablet yet</source>
        <translation>هێشتا هیچ فۆرمێک لەسەر ئەم تابلێتە نییە</translation>
    </message>
    <message>
        <source>Sync with the office</source>
        <translation>هاوکاتکردن لەگەڵ نووسینگە</translation>
    </message>
</context>
<context>
    <name>TodayState</name>
    <message>
        <source>They are safe on this tablet.</source>
        <translation>لەسەر ئەم تابلێتە پارێزراون.</translation>
    </message>
    <message>
        <source>finished today</source>
        <translation>ئەمڕۆ تەواو بوون</translation>
    </message>
    <message>
        <source>receipts today</source>
        <translation>پسووڵەی ئەمڕۆ</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>لە ڕیزدا</translation>
    </message>
</context>
<context>
    <name>TraceRecording</name>
    <message>
        <source>Pause</source>
        <translation>وەستان</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>بیگەڕێنەوە</translation>
    </message>
</context>
</TS>
