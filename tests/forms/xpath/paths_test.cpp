#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

const char* const kTree
    = "<a><b n='1'><c>1</c><c>2</c><d><c>3</c></d></b><b n='2'><c>4</c><!--note--><?go now?>tail</b><e/></a>";

} // namespace

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#axes
TEST_CASE("every axis selects what its name says", "[forms][xpath]")
{
    Asked asked(kTree);
    asked.at("/a/b[1]/d");
    CHECK(asked.names("child::*") == "c");
    CHECK(asked.names("parent::*") == "b");
    CHECK(asked.names("..") == "b");
    CHECK(asked.names("self::d") == "d");
    CHECK(asked.names("self::c").empty());
    CHECK(asked.names("ancestor::*") == "a b");
    CHECK(asked.names("ancestor-or-self::*") == "a b d");
    CHECK(asked.values("descendant::*") == "3");
    CHECK(asked.names("descendant-or-self::*") == "d c");
    CHECK(asked.values("preceding-sibling::*") == "1 2");
    CHECK(asked.names("following-sibling::*").empty());
    CHECK(asked.names("following::*") == "b c e");
    CHECK(asked.names("preceding::*") == "c c");
    CHECK(asked.values("/a/b/attribute::n") == "1 2");
    CHECK(asked.values("/a/b/@*") == "1 2");
}

TEST_CASE("node tests tell the kinds apart", "[forms][xpath]")
{
    const Asked asked(kTree);
    CHECK(asked.values("/a/b[2]/text()") == "tail");
    CHECK(asked.values("/a/b[2]/comment()") == "note");
    CHECK(asked.number("count(/a/b[2]/processing-instruction('go'))") == 1);
    CHECK(asked.number("count(/a/b[2]/processing-instruction('stop'))") == 0);
    CHECK(asked.number("count(/a/b[2]/node())") == 4);
}

TEST_CASE("a set is in document order and holds each node once, however it was reached", "[forms][xpath]")
{
    const Asked asked(kTree);
    CHECK(asked.values("//c") == "1 2 3 4");
    CHECK(asked.values("//c/ancestor::b/c") == "1 2 4");
    CHECK(asked.values("/a/b[2]/c | /a/b[1]/c | //c") == "1 2 3 4");
    CHECK(asked.values("//b/descendant-or-self::*/c") == "1 2 3 4");
    CHECK(asked.names("//c/..") == "b d b");
    CHECK(asked.number("count(//c/preceding::*)") == 5);
}

TEST_CASE("a position counts along the axis, backwards where the axis goes backwards", "[forms][xpath]")
{
    Asked asked(kTree);
    CHECK(asked.values("/a/b/c[1]") == "1 4");
    CHECK(asked.values("(/a/b/c)[1]") == "1");
    CHECK(asked.values("/a/b/c[last()]") == "2 4");
    CHECK(asked.values("//c[position() = 2]") == "2");
    CHECK(asked.values("//c[2]") == "2");
    CHECK(asked.values("/descendant::c[3]") == "3");
    CHECK(asked.values("/a/b[c = 4]/c[position() < 2]") == "4");
    asked.at("/a/b[1]/d");
    CHECK(asked.values("preceding-sibling::c[1]") == "2");
    CHECK(asked.values("(preceding-sibling::c)[1]") == "1");
    CHECK(asked.values("preceding-sibling::c[position() < 3]") == "1 2"); // and the outcome is in document order
    CHECK(asked.names("ancestor::*[1]") == "b");
    CHECK(asked.names("ancestor::*[last()]") == "a");
    CHECK(asked.values("preceding::c[2]") == "1");
}

TEST_CASE("predicates are applied one after the other", "[forms][xpath]")
{
    const Asked asked("<r><i><k>x</k><v>1</v></i><i><k>y</k><v>2</v></i><i><k>x</k><v>3</v></i></r>");
    CHECK(asked.values("/r/i[k = 'x'][2]/v") == "3");
    CHECK(asked.values("/r/i[2][k = 'x']/v").empty());
    CHECK(asked.values("/r/i[k = 'x' and v > 1]/v") == "3");
    CHECK(asked.values("/r/i[not(k = 'x')]/v") == "2");
    CHECK(asked.values("/r/i[v = /r/i[k = 'y']/v]/k") == "y");
    CHECK(asked.values("/r/i[0]").empty());
    CHECK(asked.values("/r/i[1.5]").empty());
}

TEST_CASE("an unprefixed name means no namespace or that of XForms, never another default", "[forms][xpath]")
{
    const Asked html("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>");
    CHECK(html.names("/html").empty());
    CHECK(html.names("/h:html/h:body") == "body");
    CHECK(html.names("/h:*/*") == "body");
    const Asked form("<model xmlns='http://www.w3.org/2002/xforms'><instance id='i'/></model>");
    CHECK(form.names("/model/instance") == "instance");
    CHECK(form.values("/model/instance/@id") == "i");
}

TEST_CASE("the root given is the top of the tree, even inside a larger document", "[forms][xpath]")
{
    Asked asked("<form><model><data><x>1</x></data></model></form>");
    xpath::EvaluationContext context = asked.context();
    context.root = context.node = asked.nodes("/form/model")[0];
    const auto count = [&](std::string_view text) {
        return xpath::evaluateNodes(asked.compiled(text), context).value().size();
    };
    CHECK(count("/data/x") == 1);
    CHECK(count("..") == 0);
    CHECK(count("//x/ancestor::*") == 2); // data, and model itself
    CHECK(count("following::*") == 0);
}

TEST_CASE("namespace nodes are those in scope, nearest first for a prefix", "[forms][xpath]")
{
    const Asked asked("<a xmlns:p='urn:one' xmlns:q='urn:two'><b xmlns:p='urn:three'/></a>");
    CHECK(asked.names("/a/b/namespace::*") == "p q xml");
    CHECK(asked.values("/a/b/namespace::p") == "urn:three");
    CHECK(asked.names("/a/b/namespace::p/..") == "b");
}

TEST_CASE("current() is the node that asks, whatever a predicate looks at", "[forms][xpath]")
{
    Asked asked("<d><pick>2</pick><i><k>1</k></i><i><k>2</k></i></d>");
    asked.at("/d/pick");
    CHECK(asked.number("count(/d/i[k = current()])") == 1);
    CHECK(asked.values("/d/i[k = current()/../pick]/k") == "2");
    CHECK(asked.number("count(/d/i[. = '2'])") == 1);
}

TEST_CASE("names can be asked for", "[forms][xpath]")
{
    Asked asked("<a xmlns:p='urn:p'><p:b p:c='1'/></a>");
    asked.at("/a/*");
    CHECK(asked.text("name()") == "p:b");
    CHECK(asked.text("local-name(@*)") == "c");
    CHECK(asked.text("namespace-uri(.)") == "urn:p");
    CHECK(asked.text("name(/none)").empty());
    CHECK(asked.text("local-name(/)").empty());
}
