#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"
#include "tests/support/catch.h"

using namespace tashilgar::base;
using namespace tashilgar::base::xml;

TEST_CASE("a document comes back as it was, prefixes and all", "[base][xml]")
{
    const std::string text = "<a xmlns=\"u\" xmlns:p=\"v\" k=\"&lt;1&amp;&quot;\"><p:b>x &lt; y</p:b><!--c--><?t d?><c/></a>";
    const auto document = read(text);
    REQUIRE(document);
    CHECK(write(*document) == text);
}

TEST_CASE("names carry their namespace, and a prefix can be looked up where it holds", "[base][xml]")
{
    const auto document = read("<a xmlns=\"u\"><b xmlns:p=\"v\" p:k=\"1\" k=\"2\"><p:c/></b></a>");
    REQUIRE(document);
    const NodeIndex b = document->firstElement(document->documentElement());
    CHECK(document->is(b, "u", "b"));
    CHECK(document->attribute(b, "v", "k") == "1");
    CHECK(document->attribute(b, "k") == "2");
    CHECK(document->is(document->firstElement(b), "v", "c"));
    CHECK(document->lookupNamespace(document->firstElement(b), "p") == "v");
    CHECK_FALSE(document->lookupNamespace(document->documentElement(), "p"));
}

TEST_CASE("text on both sides of a CDATA section is one text", "[base][xml]")
{
    const auto document = read("<a>one<![CDATA[<two>]]>three</a>");
    REQUIRE(document);
    const NodeIndex text = document->firstChild(document->documentElement());
    CHECK(document->text(text) == "one<two>three");
    CHECK(document->nextSibling(text) == kNoNode);
}

TEST_CASE("hostile documents are refused", "[base][xml]")
{
    CHECK(read("<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>").error().code == kNotWellFormed);
    CHECK(read("<a>").error().code == kNotWellFormed);
    CHECK(read("").error().code == kNotWellFormed);
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "<a>";
    CHECK(read(deep).error().code == kTooLarge);
    CHECK(read("<a>12345</a>", {.maxBytes = 5}).error().code == kTooLarge);
    const auto wide = [](std::string_view attribute, int count) {
        std::string text = "<a";
        for (int i = 0; i < count; ++i)
            text += fmt::format(" {}{}=\"x\"", attribute, i);
        return text + "/>";
    };
    CHECK(read(wide("b", 900)));
    CHECK(read(wide("b", 200'000)).error().code == kTooLarge);
    CHECK(read(wide("xmlns:b", 200'000)).error().code == kTooLarge);
    CHECK(read("<a><b/><b/><b/></a>", {.maxNodes = 3}).error().code == kTooLarge);
}

TEST_CASE("a fault is placed by its line", "[base][xml]")
{
    CHECK(read("<a>\n<b>\n</a>").error().place == "line 3");
}

TEST_CASE("a removed node leaves its neighbours joined", "[base][xml]")
{
    auto document = read("<a><b/><c/><d/></a>");
    const NodeIndex a = document->documentElement();
    document->remove(document->child(a, "", "c"));
    CHECK(write(*document) == "<a><b/><d/></a>");
    document->remove(document->firstElement(a));
    document->setText(document->firstElement(a), "t");
    CHECK(write(*document) == "<a><d>t</d></a>");
}

TEST_CASE("a built tree declares what it uses", "[base][xml]")
{
    Document document;
    const NodeIndex a = document.appendElement(Document::root(), {"u", "a", "p"});
    document.setAttribute(a, {"v", "k", "q"}, "1");
    document.appendElement(a, {"", "b", ""});
    CHECK(write(document) == "<p:a xmlns:p=\"u\" xmlns:q=\"v\" q:k=\"1\"><b/></p:a>");
}
