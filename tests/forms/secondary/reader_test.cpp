#include "app/forms/secondary/reader.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::forms::secondary;

namespace {

std::string rootName(const SecondaryInstance& instance)
{
    const auto child = instance.dom->firstChild(instance.root.id);
    return child ? std::string(instance.dom->localName(child.id)) : "";
}

} // namespace

TEST_CASE("the address tells what kind of list it is", "[forms][secondary]")
{
    CHECK(rootName(readSecondary("name\na\n", "jr://file-csv/people").value()) == "root");
    CHECK(rootName(readSecondary("name\na\n", "jr://file/people.CSV").value()) == "root");
    CHECK(rootName(readSecondary(R"({"type":"FeatureCollection","features":[]})", "jr://file/wells.geojson").value())
        == "root");
    CHECK(rootName(readSecondary("<list><item/></list>", "jr://file/list.xml").value()) == "list");
    CHECK(rootName(emptySecondary()) == "root");
}

TEST_CASE("a list that cannot be read names its address", "[forms][secondary]")
{
    for (const char* uri : {"jr://file/broken.xml", "jr://file/broken.geojson"}) {
        const auto read = readSecondary("{ <", uri);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == kBadResource);
        CHECK(read.error().place == uri);
    }
}
