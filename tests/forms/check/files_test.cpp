#include "tests/forms/check/checked.h"

using namespace tashilgar::tests;
using tashilgar::forms::CheckOptions;

namespace {

std::string withFiles()
{
    return form("Files", external("wards", "jr://file-csv/wards.csv"),
        itext("<translation lang=\"fa\"><text id=\"a\"><value>الف</value><value form=\"image\">jr://images/door.png</value></text></translation>"),
        input("/data/a").inside("<label ref=\"jr:itext('a')\"/>"), select1("/data/w").itemset("instance('wards')/root/item[of = /data/a]"));
}

} // namespace

TEST_CASE("files that are not beside the form are told, with where they are used and what was meant", "[forms][check]")
{
    CheckOptions options;
    options.files = std::vector<std::string>{"Door.PNG"};
    const Checked checked(withFiles(), options);
    CHECK(checked.codes() == "missing-list missing-media");
    CHECK(checked.only("missing-list").place == "instance wards");
    CHECK(checked.only("missing-media").place == "itext a");
    CHECK(checked.only("missing-media").detail("near") == "Door.PNG");
}

TEST_CASE("where nobody knows the files, none is called missing", "[forms][check]")
{
    CHECK(Checked(withFiles()).codes() == "");
}

TEST_CASE("the columns of an attached list are known when it can be read", "[forms][check]")
{
    ListedResources resources;
    CheckOptions options;
    options.resources = &resources;
    resources.files["wards.csv"] = "name,label,province\nw1,One,p\n";
    CHECK(Checked(withFiles(), options).only("unknown-column").detail("column") == "of");
    resources.files["wards.csv"] = "name,label,of\nw1,One,p\n";
    CHECK(Checked(withFiles(), options).codes() == "");
    resources.files["wards.csv"] = "name,label,of\n\"w1,One,p\n";
    CHECK(Checked(withFiles(), options).codes() == "bad-list");
}
