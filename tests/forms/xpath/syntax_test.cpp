#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#exprlex
TEST_CASE("a word is an operator only after an operand", "[forms][xpath]")
{
    const Asked asked("<and><or>4</or><div>2</div><mod>3</mod></and>");
    CHECK(asked.number("/and/or div /and/div") == 2);
    CHECK(asked.number("/and/mod mod /and/div") == 1);
    CHECK(asked.truth("/and/or and /and/div or /and/none"));
    CHECK(asked.number("/and/* * 2") == 8);
    CHECK(asked.number("count(/and/*)*2") == 6);
}

TEST_CASE("an operator may touch its operands where no name can be meant", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("9div3") == 3);
    CHECK(asked.number("9mod 4") == 1);
    CHECK(asked.truth("1and'x'"));
    CHECK(asked.number("5-3") == 2);
    CHECK(asked.number("5 -3") == 2);
    CHECK(asked.number("--4") == 4);
    CHECK(asked.number("-(-(4))") == 4);
}

TEST_CASE("a hyphen belongs to the name it follows", "[forms][xpath]")
{
    const Asked asked("<data><a-b>7</a-b><a>5</a><b>3</b></data>");
    CHECK(asked.number("/data/a-b") == 7);
    CHECK(asked.number("/data/a - /data/b") == 2);
}

TEST_CASE("operators bind as the specification ranks them", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.number("2 + 3 * 4") == 14);
    CHECK(asked.number("(2 + 3) * 4") == 20);
    CHECK(asked.number("20 - 8 - 2") == 10);
    CHECK(asked.number("100 div 10 div 5") == 2);
    CHECK(asked.truth("1 + 1 = 2 and 3 > 2"));
    CHECK(asked.truth("true() or false() and false()"));
    CHECK(asked.truth("3 > 2 > 0")); // (3 > 2) is 1
    CHECK_FALSE(asked.truth("3 > 2 > 1"));
}

TEST_CASE("a literal keeps everything between its quotes", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.text("\"it's\"") == "it's");
    CHECK(asked.text("'a \"word\"'") == "a \"word\"");
    CHECK(asked.text("'  ب '") == "  ب ");
}

TEST_CASE("a syntax error tells what was expected and where, counted in characters", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.compileSentence("concat('سلام', 'a'") == "expected ',' or ')' at 19");
    CHECK(asked.compileSentence("(1 + 2") == "expected ')' at 7");
    CHECK(asked.compileSentence("/data/a[1") == "expected ']' at 10");
    CHECK(asked.compileSentence("1 +") == "the expression ends too early at 4");
    CHECK(asked.compileSentence("'open") == "a quote is never closed at 1");
    CHECK(asked.compileSentence("a ! b") == "expected '!=' at 3");
    CHECK(asked.compileSentence("a b") == "expected an operator at 3");
    CHECK(asked.compileSentence("sideways::a") == "there is no axis of this name at 1");
    CHECK(asked.compileSentence("") == "the expression ends too early at 1");
}

TEST_CASE("what XPath does not have is refused", "[forms][xpath]")
{
    const Asked asked;
    for (const char* text :
        {"1 AND 2", "1 OR 2", "$x", "a b", "1 2", "a[", "a]", "a//", "//", "..x", "a::b", "p:", "@", "@@a", "1 ++ 2",
            "a,b", "foo(,)", "()", "#", "7.9e-12", "x:y:z", "child::", "::a", "node(1)", "undeclared:name"}) {
        INFO(text);
        CHECK(asked.compileError(text) == xpath::kXPathSyntax);
    }
}

TEST_CASE("a function must exist and be given the right number of arguments", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.compileError("frobnicate(1)") == xpath::kUnknownFunction);
    CHECK(asked.compileError("if(true(), frobnicate(1), 2)") == xpath::kUnknownFunction);
    CHECK(asked.compileError("true(1)") == xpath::kWrongArguments);
    CHECK(asked.compileError("substr('a')") == xpath::kWrongArguments);
    CHECK(asked.compileSentence("1 + substr('a')") == "too few arguments for substr() at 5");
}

TEST_CASE("where faults may wait, only the one that is reached is a failure", "[forms][xpath]")
{
    const Asked asked;
    const auto outcome = [&](std::string_view text) {
        const auto expression = xpath::Expression::compile(
            text, {}, xpath::FunctionRegistry::standard(), xpath::Expression::Faults::WhenReached);
        REQUIRE(expression);
        return xpath::evaluateText(*expression, asked.context());
    };
    CHECK(outcome("if(true(), 'fine', frobnicate())") == "fine");
    REQUIRE_FALSE(outcome("frobnicate()"));
    CHECK(outcome("frobnicate()").error().code == xpath::kUnknownFunction);
    CHECK(outcome("concat('a', substr())").error().code == xpath::kWrongArguments);
}
