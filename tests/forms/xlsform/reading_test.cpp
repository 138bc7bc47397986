#include "app/forms/xlsform/csv_reader.h"
#include "app/forms/xlsform/xlsx_reader.h"
#include "app/forms/xlsform/zip_archive.h"
#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::forms::xlsform;
using tashilgar::forms::Workbook;
using namespace tashilgar::tests;

namespace {

base::Result<Workbook> read(const base::Bytes& bytes, const SheetLimits& limits = {})
{
    auto archive = ZipArchive::open(bytes, limits.maxUnpackedBytes);
    if (!archive)
        return base::fail(archive.error());
    return readXlsx(*archive, limits);
}

/// The first row of the only sheet.
std::vector<std::string> rowOf(const base::Bytes& bytes)
{
    const auto workbook = read(bytes);
    REQUIRE(workbook);
    REQUIRE(workbook->sheets.size() == 1);
    return workbook->sheets[0].rows.at(0);
}

const std::string kStyles = R"(<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd hh:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="170"/></cellXfs></styleSheet>)";

} // namespace

TEST_CASE("cells are read as a person sees them", "[forms][xlsform]")
{
    const std::string shared = R"(<sst><si><t>plain</t></si><si><r><t>in </t></r><r><t xml:space="preserve">pieces</t></r>
<rPh><t>guide</t></rPh></si></sst>)";
    const auto row = rowOf(xlsx("survey",
                                R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>own</t></is></c>
<c r="D1"><v>7</v></c><c r="E1"><v>2.50</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="str"><f>1+1</f><v>two</v></c><c r="H1" t="e"><v>#REF!</v></c><c r="J1"><v>1E3</v></c></row>)",
                                {{"xl/sharedStrings.xml", shared}}));
    CHECK(row == std::vector<std::string>{"plain", "in pieces", "own", "7", "2.5", "TRUE", "two", "", "", "1000"});
}

TEST_CASE("numbers that are formatted as dates become ISO dates", "[forms][xlsform]")
{
    const auto row = rowOf(xlsx("survey",
                                R"(<row r="1"><c r="A1" s="1"><v>46348</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>46348.25</v></c><c r="D1" s="0"><v>46348</v></c></row>)",
                                {{"xl/styles.xml", kStyles}}));
    CHECK(row == std::vector<std::string>{"2026-11-22", "12:00:00", "2026-11-22T06:00:00", "46348"});
}

TEST_CASE("rows that a program leaves out keep their numbers", "[forms][xlsform]")
{
    const auto workbook = read(xlsx("survey", R"(<row r="3"><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>)"));
    REQUIRE(workbook);
    const auto& rows = workbook->sheets[0].rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[2] == std::vector<std::string>{"", "1"});
    CHECK(rows[3] == std::vector<std::string>{"2"});
}

TEST_CASE("what is no spreadsheet is refused with a sentence", "[forms][xlsform]")
{
    forms::Diagnostics diagnostics;
    const auto text = forms::convertXlsForm(base::bytesOf("this is no zip"), {}, diagnostics);
    REQUIRE_FALSE(text);
    CHECK(text.error().code == forms::kNotAWorkbook);
    const auto other = forms::convertXlsForm(zipOf({{"readme.txt", "hello"}}), {}, diagnostics);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == forms::kNotAWorkbook);
    CHECK_FALSE(forms::convertXlsForm({}, {}, diagnostics));
    const auto old = forms::convertXlsForm(base::bytesOf("\xD0\xCF\x11\xE0 and so on"), {}, diagnostics);
    REQUIRE_FALSE(old);
    CHECK(old.error().sentence.find("save it as .xlsx") != std::string::npos);
}

TEST_CASE("the only sheet of a workbook is the survey", "[forms][xlsform]")
{
    const std::string rows = R"(<row><c t="str"><v>type</v></c><c t="str"><v>name</v></c><c t="str"><v>label</v></c></row>
<row><c t="str"><v>note</v></c><c t="str"><v>a</v></c><c t="str"><v>A</v></c></row>)";
    CHECK(ConvertedForm(xlsx("Sheet1", rows)).hasBind("/data/a"));
}

TEST_CASE("a part that leads outside the archive is refused", "[forms][xlsform][hostile]")
{
    for (const std::string name : {"../../etc/survey.csv", "/survey.csv", "a/../../survey.csv", "C:/survey.csv", "..\\survey.csv"}) {
        INFO(name);
        const auto workbook = read(zipOf({{"xl/workbook.xml", "<workbook/>"}, {name, "type,name"}}));
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().code == forms::kNotAWorkbook);
    }
}

TEST_CASE("a bomb stops where an honest workbook would long have ended", "[forms][xlsform][hostile]")
{
    // 200 MB of one letter pack into some 200 kB.
    const base::Bytes bomb = xlsx("survey", "", {{"xl/sharedStrings.xml", "<sst><si><t>" + std::string(200u << 20, 'a')}});
    CHECK(bomb.size() < 1'000'000);
    const auto workbook = read(bomb);
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().code == base::kTooLarge);
}

TEST_CASE("entities and document types are refused", "[forms][xlsform][hostile]")
{
    const std::string laughs = R"(<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>)";
    const auto workbook = read(xlsx("survey", "", {{"xl/sharedStrings.xml", laughs}}));
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().code == forms::kNotAWorkbook);
}

TEST_CASE("a sheet of a million columns is refused before it takes memory", "[forms][xlsform][hostile]")
{
    const auto wide = read(xlsx("survey", R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"));
    REQUIRE_FALSE(wide);
    CHECK(wide.error().code == base::kTooLarge);
    const auto deep = read(xlsx("survey", R"(<row r="99999999"><c r="A99999999"><v>1</v></c></row>)"));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == base::kTooLarge);

    // Few filled cells far to the right of many rows cost what the empty ones beside them cost.
    std::string rows;
    for (int i = 1; i <= 40; ++i)
        rows += "<row><c r=\"CV" + std::to_string(i) + "\"><v>1</v></c></row>";
    const auto sparse = read(xlsx("survey", rows), {.maxCells = 3'000});
    REQUIRE_FALSE(sparse);
    CHECK(sparse.error().code == base::kTooLarge);
}

TEST_CASE("nesting without end is refused", "[forms][xlsform][hostile]")
{
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<x>";
    CHECK_FALSE(read(xlsx("survey", deep)));
}

TEST_CASE("CSV is read with quotes, line breaks and any line ending", "[forms][xlsform]")
{
    const auto sheet = readCsvSheet("survey", "\xEF\xBB\xBFtype,label\r\ntext,\"He said \"\"hi\"\",\nthen left\"\rnote,\n\nlast,x");
    REQUIRE(sheet);
    REQUIRE(sheet->rows.size() == 5);
    CHECK(sheet->rows[0] == std::vector<std::string>{"type", "label"});
    CHECK(sheet->rows[1] == std::vector<std::string>{"text", "He said \"hi\",\nthen left"});
    CHECK(sheet->rows[2] == std::vector<std::string>{"note", ""});
    CHECK(sheet->rows[4] == std::vector<std::string>{"last", "x"});
}

TEST_CASE("CSV that cannot be text is refused", "[forms][xlsform][hostile]")
{
    CHECK(readCsvSheet("survey", "type,\"never closed").error().place == "survey, row 1");
    CHECK(readCsvSheet("survey", "caf\xE9").error().code == forms::kNotAWorkbook);
    CHECK(readCsvSheet("survey", std::string(2'000, ',')).error().code == base::kTooLarge);
    CHECK(readCsvSheet("survey", std::string(300'000, '\n')).error().code == base::kTooLarge);
}

TEST_CASE("a workbook and a zip of CSV sheets make the same form", "[forms][xlsform]")
{
    const std::string rows = R"(<row><c t="inlineStr"><is><t>type</t></is></c><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>label</t></is></c></row>
<row><c t="inlineStr"><is><t>integer</t></is></c><c t="inlineStr"><is><t>age</t></is></c><c t="inlineStr"><is><t>Age</t></is></c></row>)";
    const ConvertedForm workbook(xlsx("Survey ", rows));
    const ConvertedForm csv(sheets({{"survey", "type | name | label\n integer | age | Age"}}));
    REQUIRE(workbook.succeeded());
    REQUIRE(csv.succeeded());
    CHECK(workbook.converted().xml == csv.converted().xml);
}

TEST_CASE("a hidden sheet counts, and headers in any order and spelling mean the same", "[forms][xlsform]")
{
    const auto cells = [](std::initializer_list<const char*> texts) {
        std::string row = "<row>";
        for (const char* text : texts)
            row += std::string("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">") + text + "</t></is></c>";
        return row + "</row>";
    };
    const auto sheet = [](const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; };
    // A workbook with macros (.xlsm) has parts more, which nobody looks at.
    const ConvertedForm form(zipOf({
        {"xl/workbook.xml", R"(<workbook><sheets><sheet name=" Choices" state="hidden" id="b"/><sheet name="SURVEY" id="a"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", R"(<r><Relationship Id="a" Target="/xl/a.xml"/><Relationship Id="b" Target="b.xml"/></r>)"},
        {"xl/vbaProject.bin", "\x01\x02"},
        {"xl/a.xml", sheet(cells({" Label ", "Relevance", "TYPE", "Name"})
                           + cells({"\xE2\x80\x9CWho\xE2\x80\x9D?", "", " text\xC2\xA0", " who "})
                           + cells({"Sure?", "${who} = \xE2\x80\x98x\xE2\x80\x99", "select one  yes_no", "sure"}))},
        {"xl/b.xml", sheet(cells({"Value", "caption", "List Name"}) + cells({"1", "Yes", "yes_no"}))},
    }));
    INFO(form.problems());
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/sure", "relevant") == " /data/who  = 'x'");
    CHECK(form.element("input", "ref", "/data/who") == "<input ref=\"/data/who\"><label>\xE2\x80\x9CWho\xE2\x80\x9D?</label></input>");
    CHECK(form.elements("name") == std::vector<std::string>{"<name>1</name>"});
}
