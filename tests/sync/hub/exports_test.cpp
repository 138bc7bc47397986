#include "sync/hub/exports/file_names.h"
#include "sync/hub/exports/geojson.h"
#include "sync/hub/exports/geometry.h"
#include "sync/hub/exports/record_tables.h"
#include "sync/hub/exports/referral_list.h"
#include "sync/hub/exports/row_texts.h"
#include "sync/hub/exports/summary.h"

#include "app/base/csv.h"
#include "app/base/hash.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <algorithm>

using namespace tashilgar;
using namespace tashilgar::tests;
using namespace tashilgar::hub::exports;

namespace {

std::string textOf(TextSource& source)
{
    std::string all;
    for (;;) {
        const auto piece = source.next();
        REQUIRE(piece);
        if (piece->empty())
            return all;
        all += *piece;
    }
}

std::vector<base::CsvRow> table(OfficeHub& office, const std::string& name, TableOptions options = {})
{
    std::shared_ptr<const forms::Form> form;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        auto loaded = office.data().forms->form(reader, {base::FormId("house"), "1"});
        REQUIRE(loaded);
        form = *loaded;
        return {};
    }));
    const auto source = recordTable(*office.data().storage, {form}, name, std::move(options));
    const std::string text = textOf(*source);
    CHECK(text.starts_with("\xEF\xBB\xBF"));
    const auto rows = base::readCsv(text);
    REQUIRE(rows);
    return *rows;
}

void addIssues(OfficeHub& office)
{
    auto programme = smallProgramme();
    programme.lists = {
        {"issues", "name,label,kind,issue_no,issue_type,neighbourhood,block,body,severity,status,opened,due,geometry,__version\n"
                   "i1,چاله,issue,JFR-1,pothole,JFR,,municipality,3,referred,2026-11-01,2026-12-01,34.3451 47.0903 0 5,2\n"
                   "i2,چراغ,commitment,JFR-2,,JFR,,abfa,,open,2026-11-02,,,1\n"
                   "i3,تمام,issue,JFR-3,pothole,JFR,,municipality,1,closed,2026-01-01,,,1\n"
                   "i4,\"<b>=1+1\",issue,DLT-4,pothole,DLT,,municipality,5,open,2026-11-03,,"
                   "34.3450 47.0900 0 0;34.3460 47.0900 0 0,1\n"},
        {"assets", "name,label,side,neighbourhood,__version\na1,مسجد,capacity,JFR,1\na2,بیکاری,obstacle,JFR,1\n"},
    };
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
}

} // namespace

TEST_CASE("a form's records become a table, and its repeats tables with the keys of their parents", "[hub][exports]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    tablet.push({HouseVisit().record()});
    const auto main = table(office, "");
    CHECK(main[0] == base::CsvRow{"received", "hood", "status", "loc", "photo", "meta-instanceID", "meta-entity-label", "KEY"});
    REQUIRE(main.size() == 2);
    CHECK(main[1][1] == "JFR");
    CHECK(main[1][2] == "done");
    CHECK(main[1].back() == HouseVisit().instance);

    const auto members = table(office, "/house/member");
    REQUIRE(members.size() == 3);
    CHECK(members[0] == base::CsvRow{"name", "skill", "PARENT_KEY", "KEY"});
    CHECK(members[1] == base::CsvRow{"'=زهرا, م.", "sewing masonry", HouseVisit().instance, HouseVisit().instance + "/member[1]"});
    CHECK(members[2][3] == HouseVisit().instance + "/member[2]");
}

TEST_CASE("a table names nobody unless it is asked to, and speaks in labels when it is", "[hub][exports]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    tablet.push({HouseVisit().record()});
    const auto plain = table(office, "");
    CHECK(std::ranges::find(plain[0], "phone") == plain[0].end());
    TableOptions options;
    options.personal = options.labels = true;
    const auto named = table(office, "", options);
    CHECK(std::ranges::find(named[0], "phone") != named[0].end());
    CHECK(std::ranges::find(named[1], "+989181234567") != named[1].end());
    CHECK(named[1][2] == "تکمیل شد");
    CHECK(table(office, "/house/member", options)[1][1] == "خیاطی؛ بنایی");
}

TEST_CASE("labels are found where converters put them: in rows of the form with itext, and in the office's lists", "[hub][exports]")
{
    constexpr const char* kForm = R"form(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>T</h:title><model>
        <itext><translation lang="English (en)"><text id="yn-0"><value>Yes</value></text></translation>
        <translation lang="فارسی (fa)" default="true()"><text id="yn-0"><value>بله</value></text></translation></itext>
        <instance><data id="t" version="1"><home/><body/><orx:meta><orx:instanceID/></orx:meta></data></instance>
        <instance id="yn"><root><item><itextId>yn-0</itextId><name>yes</name></item></root></instance>
        <instance id="bodies" src="jr://file-csv/bodies.csv"/>
        </model></h:head><h:body>
        <select1 ref="/data/home"><label>H</label><itemset nodeset="instance('yn')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
        <select1 ref="/data/body"><label>B</label><itemset nodeset="instance('bodies')/root/item[name != '']"><value ref="name"/><label ref="label"/></itemset></select1>
        </h:body></h:html>)form";
    forms::Diagnostics diagnostics;
    const auto form = forms::Form::load(kForm, diagnostics);
    REQUIRE(form);
    CHECK(forms::choiceLabel(**form, "/data/home", "yes", "") == "بله");
    CHECK(forms::choiceLabel(**form, "/data/home", "yes", "English (en)") == "Yes");
    CHECK(forms::choiceLabel(**form, "/data/home", "perhaps", "") == "perhaps");
    CHECK_FALSE(forms::attachedChoices(**form, "/data/home"));
    const auto bodies = forms::attachedChoices(**form, "/data/body");
    REQUIRE(bodies);
    CHECK(bodies->list == "bodies");
    CHECK(bodies->value == "name");
    CHECK(bodies->label == "label");
}

TEST_CASE("of a record that was corrected the tables show the newest version, or all when they are asked to", "[hub][exports]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit first, second, third;
    first.instance = "uuid:first";
    second.instance = "uuid:second";
    second.corrects = first.instance;
    third.instance = "uuid:third";
    third.corrects = second.instance;
    second.household = third.household = "another"; // what they change is another matter
    // In whatever order they come.
    const bool inOrder = GENERATE(true, false);
    for (const HouseVisit* visit : inOrder ? std::vector{&first, &second, &third} : std::vector{&third, &second, &first})
        REQUIRE(tablet.push({visit->record()})[0].state == protocol::ReceiptState::Stored);

    const auto newest = table(office, "");
    REQUIRE(newest.size() == 2);
    CHECK(newest[1].back() == third.instance);
    CHECK(table(office, "/house/member").size() == 3);

    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        for (const HouseVisit& visit : {first, second, third})
            CHECK(reader.newestVersionOf(base::InstanceId(visit.instance))->value() == third.instance);
        return {};
    }));

    TableOptions options;
    options.allVersions = true;
    auto all = table(office, "", options);
    REQUIRE(all.size() == 4);
    CHECK(all[0][all[0].size() - 2] == "REPLACES");
    std::map<std::string, std::string> replaces;
    for (std::size_t i = 1; i < all.size(); ++i)
        replaces[all[i].back()] = all[i][all[i].size() - 2];
    CHECK(replaces == std::map<std::string, std::string>{{"uuid:first", ""}, {"uuid:second", "uuid:first"}, {"uuid:third", "uuid:second"}});
}

TEST_CASE("nobody makes another person's record disappear by a correction, and records in a ring stay", "[hub][exports]")
{
    OfficeHub office;
    HouseVisit first, second;
    first.instance = "uuid:first";
    second.instance = "uuid:second";
    second.corrects = first.instance;
    SECTION("of somebody else")
    {
        Tablet(office, "n.karimi").push({first.record()});
        Tablet(office, "z.ahmadi").push({second.record()});
        CHECK(table(office, "").size() == 3);
    }
    SECTION("in a ring")
    {
        first.corrects = second.instance;
        Tablet(office, "n.karimi").push({first.record(), second.record()});
        REQUIRE(table(office, "").size() == 2);
    }
    SECTION("of itself")
    {
        first.corrects = first.instance;
        Tablet(office, "n.karimi").push({first.record()});
        CHECK(table(office, "").size() == 2);
    }
}

TEST_CASE("nothing a tablet sends is run as a formula, whichever cell of whichever table it stands in", "[hub][exports]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.instance = "=1+1";
    visit.household = "@key";
    auto record = visit.record();
    record.xml.replace(record.xml.find("<label>"), std::string("<label>").size(), "<label>=HYPERLINK(&quot;http://x&quot;) ");
    record.sha256 = base::Sha256::hexOf(base::bytesOf(record.xml));
    CHECK(tablet.push({record})[0].state == protocol::ReceiptState::Stored);

    CHECK(table(office, "")[1].back() == "'=1+1");
    const auto member = table(office, "/house/member")[1];
    CHECK(member[2] == "'=1+1");
    CHECK(member[3] == "'=1+1/member[1]");

    hub::storage::List list;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        list = **reader.list(base::ListName("households"));
        return {};
    }));
    list.columns.push_back("=column");
    const auto rows = base::readCsv(textOf(*listCsv(*office.data().storage, list)));
    REQUIRE(rows);
    const auto place = [&](const std::string& name) { return static_cast<std::size_t>(std::ranges::find(rows->front(), name) - rows->front().begin()); };
    const base::CsvRow& household = rows->back();
    CHECK(household.front() == "'@key");
    CHECK(household[place("label")].starts_with("'=HYPERLINK"));
    CHECK(household[place("status")] == "done");
    CHECK(std::ranges::find(rows->front(), "'=column") != rows->front().end());
}

TEST_CASE("text that a spreadsheet takes for a formula is led by an apostrophe, numbers are not", "[hub][exports]")
{
    for (const char* formula : {"=1", "@SUM(A1)", "\t=1", "\r=1", "+cmd|x", "-cmd"})
        CHECK(harmlessCell(formula) == std::string("'") + formula);
    for (const char* plain : {"", "12", "-12.5", "+98 918", "a=b", "خانه"})
        CHECK(harmlessCell(plain) == plain);
}

TEST_CASE("whatever things are called, their files have short names of their own without any meaning", "[hub][exports]")
{
    FileNames names;
    CHECK(names.unique("household") == "household");
    CHECK(names.unique("household") == "household-2");
    CHECK(names.unique("Household") == "Household-3");
    CHECK(names.unique("household-2") == "household-2-2");
    CHECK(names.unique("../../etc/passwd") == "_.._.._etc_passwd");
    CHECK(names.unique("a:b*c\n") == "a_b_c_");
    CHECK(names.unique("") == "_");
    std::string letters;
    for (int i = 0; i < 200; ++i)
        letters += "ش";
    const std::string one = names.unique("x" + letters);
    const std::string two = names.unique("x" + letters);
    CHECK(one.size() == 99); // whole letters
    CHECK(two == one + "-2");
}

TEST_CASE("an empty form has a table with its columns", "[hub][exports]")
{
    OfficeHub office;
    CHECK(table(office, "").size() == 1);
    CHECK(table(office, "/house/member").size() == 1);
}

TEST_CASE("labels are those of the version published last, however many there were", "[hub][exports]")
{
    OfficeHub office;
    const bool together = GENERATE(true, false);
    auto programme = smallProgramme();
    const std::string first = programme.forms[0].xml;
    programme.forms.clear();
    for (const std::string& version : {std::string("2"), std::string("3"), std::string("4")}) {
        std::string xml = first;
        xml.replace(xml.find("version=\"1\">"), 12, "version=\"" + version + "\">");
        xml.replace(xml.find("تکمیل شد"), std::string("تکمیل شد").size(), "label of " + version);
        programme.forms.push_back({"house.xml", xml, {}});
        if (together && version != "4")
            continue;
        office.clock.advance(std::chrono::hours(1));
        REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
        programme.forms.clear();
    }
    std::vector<std::string> labels;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        std::vector<base::Error> unreadable;
        const auto all = office.data().forms->allVersions(reader, unreadable);
        REQUIRE(all);
        CHECK(unreadable.empty());
        for (const auto& form : all->at(base::FormId("house")))
            labels.push_back(forms::choiceLabel(*form, "/house/status", "done", ""));
        return {};
    }));
    CHECK(labels == std::vector<std::string>{"label of 4", "label of 3", "label of 2", "تکمیل شد"});
}

TEST_CASE("the rows of a list with a place become features", "[hub][exports]")
{
    OfficeHub office;
    addIssues(office);
    const std::string text = textOf(*listGeoJson(*office.data().storage, base::ListName("issues")));
    CHECK(text.find(R"("geometry":{"type":"Point","coordinates":[4.70903E1,3.43451E1]})") != std::string::npos);
    CHECK(text.find(R"("type":"LineString")") != std::string::npos);
    CHECK(text.find("JFR-2") == std::string::npos);
    CHECK(textOf(*listGeoJson(*office.data().storage, base::ListName("bodies"))) == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
}

TEST_CASE("a shape becomes a ring that runs counterclockwise, whichever way it was walked", "[hub][exports]")
{
    OfficeHub office;
    const std::string corners[] = {"34 47 0 0", "34 48 0 0", "35 48 0 0", "34 47 0 0"}; // east, then north
    const bool backwards = GENERATE(false, true);
    std::string shape;
    for (int i = 0; i < 4; ++i)
        shape += (i == 0 ? "" : ";") + corners[backwards ? 3 - i : i];
    auto programme = smallProgramme();
    programme.lists = {{"blocks", "name,label,geometry\nb1,B,\"" + shape + "\"\n"}};
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    const std::string text = textOf(*listGeoJson(*office.data().storage, base::ListName("blocks")));
    CHECK(text.find("\"coordinates\":[[[4.7E1,3.4E1],[4.8E1,3.4E1],[4.8E1,3.5E1],[4.7E1,3.4E1]]]") != std::string::npos);
}

TEST_CASE("geometry is read or refused, and measured", "[hub][exports]")
{
    CHECK_FALSE(readGeometry(""));
    CHECK_FALSE(readGeometry("91 0"));
    CHECK_FALSE(readGeometry("nan nan"));
    CHECK_FALSE(readGeometry("34.3"));
    CHECK_FALSE(readGeometry("34 47; x"));
    CHECK(lengthMetres(*readGeometry("34.3461 47.0903;34.3451 47.0903")) == Approx(111.2).margin(0.1));
    const auto square = readGeometry("34.3440 47.0890 0 0;34.3440 47.0910 0 0;34.3460 47.0910 0 0;34.3460 47.0890 0 0;34.3440 47.0890 0 0");
    CHECK(isShape(*square));
    CHECK(areaSquareMetres(*square) == Approx(183.6 * 222.4).epsilon(0.01));
}

TEST_CASE("the summary counts households by status, capacities, obstacles and what each body still has to do", "[hub][exports]")
{
    OfficeHub office;
    addIssues(office);
    REQUIRE(office.data().storage->read([](hub::storage::Reader& reader) -> base::Result<void> {
        const auto summary = summarise(reader);
        REQUIRE(summary);
        REQUIRE(summary->neighbourhoods.size() == 2);
        const NeighbourhoodSummary& first = summary->neighbourhoods[0];
        CHECK(first.label == "جعفرآباد");
        CHECK(first.households == std::map<std::string, std::size_t>{{"closed_door", 1}});
        CHECK(first.capacities == 1);
        CHECK(first.obstacles == 1);
        CHECK(first.openIssues == std::map<std::string, std::size_t>{{"abfa", 1}, {"municipality", 1}});
        CHECK(summary->json().find(R"("openIssues":{"municipality":1})") != std::string::npos);
        return {};
    }));
}

TEST_CASE("a referral list asks one body about its open issues and leaves room for the answer", "[hub][exports]")
{
    OfficeHub office;
    addIssues(office);
    std::vector<ReferralList> lists;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        auto found = referralLists(reader);
        REQUIRE(found);
        lists = std::move(*found);
        return {};
    }));
    REQUIRE(lists.size() == 2);
    CHECK(lists[1].bodyLabel == "شهرداری");
    REQUIRE(lists[1].rows.size() == 2);
    CHECK(lists[1].rows[0].issueNo == "JFR-1");
    CHECK(lists[1].rows[0].type == "چاله");
    CHECK(lists[1].rows[1].size == "111 متر");

    const auto csv = base::readCsv(referralCsv(lists[1]));
    REQUIRE(csv);
    REQUIRE(csv->size() == 3);
    CHECK(csv->front().size() == csv->back().size());
    CHECK(csv->back().back().empty());

    const std::string html = referralHtml(lists[1], "برنامه", office.clock.now());
    CHECK(html.find("dir=\"rtl\"") != std::string::npos);
    CHECK(html.find("۱۴۰۵/۰۸/۱۰") != std::string::npos); // 2026-11-01
    CHECK(html.find("<td class=\"blank\"></td>") != std::string::npos);
    CHECK(referralHtml(lists[0], "<script>", office.clock.now()).find("<script>") == std::string::npos);
}

TEST_CASE("the summary goes out over the network only to people of the whole programme", "[hub][exports]")
{
    OfficeHub office;
    CHECK(Tablet(office, "n.karimi").ask("GET", "/exports/v1/summary").status == 403);
    CHECK(Tablet(office, "p.bagheri").ask("GET", "/exports/v1/summary").status == 200);
}
