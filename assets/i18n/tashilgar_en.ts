<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChoiceMapQuestion</name>
    <message numerus="yes">
        <source>%n choice(s) have no place; they are in the list.</source>
        <translation>
            <numerusform>%n choice has no place; it is in the list.</numerusform>
            <numerusform>%n choices have no place; they are in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message numerus="yes">
        <source>%n unsent record(s) and draft(s) also lie there, sealed.</source>
        <translation>
            <numerusform>%n unsent record or draft also lies there, sealed.</numerusform>
            <numerusform>%n unsent records and drafts also lie there, sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came back.</source>
        <translation>
            <numerusform>%n record came back.</numerusform>
            <numerusform>%n records came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) came back.</source>
        <translation>
            <numerusform>%n draft came back.</numerusform>
            <numerusform>%n drafts came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the copy do not open.</source>
        <translation>
            <numerusform>%n file of the copy does not open.</numerusform>
            <numerusform>%n files of the copy do not open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n door(s)</source>
        <translation>
            <numerusform>%n door</numerusform>
            <numerusform>%n doors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormListModel</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on this tablet</source>
        <translation>
            <numerusform>%n record on this tablet</numerusform>
            <numerusform>%n records on this tablet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingView</name>
    <message numerus="yes">
        <source>%n thing(s) left before the end</source>
        <translation>
            <numerusform>%n thing left before the end</numerusform>
            <numerusform>%n things left before the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>things to put right</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message numerus="yes">
        <source>%n part(s) to put right</source>
        <translation>
            <numerusform>%n part to put right</numerusform>
            <numerusform>%n parts to put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message numerus="yes">
        <source>%n place(s) blurred. If there is another face or plate, draw over it.</source>
        <translation>
            <numerusform>%n place blurred. If there is another face or plate, draw over it.</numerusform>
            <numerusform>%n places blurred. If there is another face or plate, draw over it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointByReceiver</name>
    <message numerus="yes">
        <source>Taken by itself in %n second(s)</source>
        <translation>
            <numerusform>Taken by itself in %n second</numerusform>
            <numerusform>Taken by itself in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PositionController</name>
    <message numerus="yes">
        <source>mean of %n point(s)</source>
        <translation>
            <numerusform>mean of %n point</numerusform>
            <numerusform>mean of %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewProblems</name>
    <message numerus="yes">
        <source>%n remark(s) on this form</source>
        <translation>
            <numerusform>%n remark on this form</numerusform>
            <numerusform>%n remarks on this form</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordListModel</name>
    <message numerus="yes">
        <source>%n answer(s) so far</source>
        <translation>
            <numerusform>%n answer so far</numerusform>
            <numerusform>%n answers so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on this tablet</source>
        <translation>
            <numerusform>%n record on this tablet</numerusform>
            <numerusform>%n records on this tablet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) found</source>
        <translation>
            <numerusform>%n record found</numerusform>
            <numerusform>%n records found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message numerus="yes">
        <source>The answers arrived; %n file(s) on the way.</source>
        <translation>
            <numerusform>The answers arrived; %n file is on its way.</numerusform>
            <numerusform>The answers arrived; %n files are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The office holds this record and %n file(s).</source>
        <translation>
            <numerusform>The office holds this record and its file.</numerusform>
            <numerusform>The office holds this record and all %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncController</name>
    <message numerus="yes">
        <source>%n record(s) are safe on this tablet and leave at the next link.</source>
        <translation>
            <numerusform>%n record is safe on this tablet and leaves at the next link.</numerusform>
            <numerusform>%n records are safe on this tablet and leave at the next link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed row(s)</source>
        <translation>
            <numerusform>%n changed row</numerusform>
            <numerusform>%n changed rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message numerus="yes">
        <source>%n draft(s) on this tablet</source>
        <translation>
            <numerusform>%n draft on this tablet</numerusform>
            <numerusform>%n drafts on this tablet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) finished today</source>
        <translation>
            <numerusform>%n record finished today</numerusform>
            <numerusform>%n records finished today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) today</source>
        <translation>
            <numerusform>%n receipt today</numerusform>
            <numerusform>%n receipts today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in the queue, safe on this tablet</source>
        <translation>
            <numerusform>%n record in the queue, safe on this tablet</numerusform>
            <numerusform>%n records in the queue, safe on this tablet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued, safe</source>
        <translation>
            <numerusform>%n queued, safe</numerusform>
            <numerusform>%n queued, safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) need a look</source>
        <translation>
            <numerusform>%n record needs a look</numerusform>
            <numerusform>%n records need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceRecorder</name>
    <message numerus="yes">
        <source>A point every %n second(s). Walk along the line.</source>
        <translation>
            <numerusform>A point every second. Walk along the line.</numerusform>
            <numerusform>A point every %n seconds. Walk along the line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceRecording</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
