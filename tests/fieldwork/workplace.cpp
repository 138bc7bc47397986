#include "tests/fieldwork/workplace.h"

namespace tashilgar::tests {

std::string householdForm()
{
    return R"form(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
  xmlns:odk="http://www.opendatakit.org/xforms" xmlns:orx="http://openrosa.org/xforms"
  xmlns:entities="http://www.opendatakit.org/xforms/entities">
<h:head><h:title>خانوار</h:title>
<model odk:xforms-version="1.0.0" entities:entities-version="2024.1.0">
  <instance><data id="household" version="1">
    <name/><age/><stamp/><lot/><place/><photo/>
    <member jr:template=""><who/><relation/></member>
    <total/>
    <meta><instanceID/><instanceName/>
      <entity dataset="households" id="" create="1"><label/></entity></meta>
  </data></instance>
  <instance id="relations" src="jr://file-csv/relations.csv"/>
  <bind nodeset="/data/name" type="string" required="true()"/>
  <bind nodeset="/data/age" type="int" constraint=". &lt; 120" jr:constraintMsg="کمتر از ۱۲۰"/>
  <bind nodeset="/data/stamp" type="dateTime"/>
  <bind nodeset="/data/lot" type="string"/>
  <bind nodeset="/data/place" type="geopoint"/>
  <bind nodeset="/data/photo" type="binary"/>
  <bind nodeset="/data/member/who" type="string"/>
  <bind nodeset="/data/member/relation" type="string"/>
  <bind nodeset="/data/total" type="int" calculate="count(/data/member)"/>
  <bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid" readonly="true()"/>
  <bind nodeset="/data/meta/instanceName" type="string" calculate="/data/name"/>
  <bind nodeset="/data/meta/entity/@id" type="string" readonly="true()"/>
  <bind nodeset="/data/meta/entity/label" type="string" calculate="/data/name"/>
  <setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="uuid()"/>
</model></h:head>
<h:body>
  <input ref="/data/name"><label>نام</label>
    <setvalue event="xforms-value-changed" ref="/data/stamp" value="now()"/>
    <setvalue event="xforms-value-changed" ref="/data/lot" value="uuid()"/>
    <odk:setgeopoint event="xforms-value-changed" ref="/data/place"/>
  </input>
  <input ref="/data/age"><label>سن</label></input>
  <upload ref="/data/photo" mediatype="image/*"><label>عکس</label></upload>
  <group ref="/data/member"><label>اعضا</label><repeat nodeset="/data/member">
    <input ref="/data/member/who"><label>چه کسی</label></input>
    <select1 ref="/data/member/relation"><label>نسبت</label>
      <itemset nodeset="instance('relations')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
  </repeat></group>
</h:body></h:html>)form";
}

Workplace::Workplace()
{
    restart();
    store::ArrivingPage page;
    page.lists = {{base::ListName("relations"), true, {"name", "label"},
        {{"wife", 0, {{"name", "wife"}, {"label", "همسر"}}}, {"son", 0, {{"name", "son"}, {"label", "پسر"}}}}, {}}};
    page.cursor = "1";
    REQUIRE(store->arrivals().apply(page));
    install(kHousehold, "خانوار", householdForm());
}

Workplace::Workplace(std::unique_ptr<PowerDisk> left, const base::SecretKey& leftKey)
    : m_disk(std::move(left))
    , key(leftKey)
{
    restart();
}

void Workplace::restart()
{
    library.reset();
    store.reset();
    store::StoreOptions options;
    options.vfs = vfs.name();
    auto opened = store::Store::open("/tablet", key, files, clock, random, options);
    if (!opened)
        FAIL(opened.error().text());
    store = std::move(*opened);
    fieldwork::Surroundings around;
    around.store = store.get();
    around.files = &files;
    around.clock = &clock;
    around.random = &random;
    around.zone = *base::Zone::named("Asia/Tehran");
    around.properties = {{"deviceid", "tablet-1"}};
    around.position = [this] { return position; };
    library = std::make_unique<fieldwork::FormLibrary>(around);
}

void Workplace::install(const base::FormVersion& version, const std::string& title, const std::string& xml)
{
    const auto content = store->attachments().add(base::bytesOf(xml));
    REQUIRE(content);
    REQUIRE(store->forms().install({version, title, content->sha256, content->size, {}}));
}

std::unique_ptr<fieldwork::Filling> Workplace::start()
{
    auto filling = fieldwork::Filling::start(*library, kHousehold);
    if (!filling)
        FAIL(filling.error().text());
    return std::move(*filling);
}

std::unique_ptr<fieldwork::Filling> Workplace::resume(const base::DraftId& draft)
{
    auto filling = fieldwork::Filling::resume(*library, draft);
    if (!filling)
        FAIL(filling.error().text());
    return std::move(*filling);
}

std::filesystem::path Workplace::file(const std::string& name, const std::string& text)
{
    const std::filesystem::path path = "/tablet/" + name;
    REQUIRE(files.writeWhole(path, base::bytesOf(text)));
    return path;
}

} // namespace tashilgar::tests
