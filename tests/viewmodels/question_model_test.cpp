#include "app/viewmodels/display_text.h"
#include "app/viewmodels/question_kind.h"
#include "app/viewmodels/question_model.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace tashilgar;
using forms::DataType;
using forms::NodeKind;
using forms::NodeView;
using viewmodels::QuestionModel;

namespace {

NodeView node(NodeKind kind, DataType type = DataType::String, std::string appearance = {})
{
    NodeView view;
    view.ref = "/data/q";
    view.kind = kind;
    view.type = type;
    view.appearance = std::move(appearance);
    return view;
}

} // namespace

TEST_CASE("each kind of question has a control, and a file in qml/questions", "[viewmodels][questions]")
{
    std::vector<std::pair<NodeView, QString>> kinds{
        {node(NodeKind::Input), "Text"}, {node(NodeKind::Input, DataType::String, "multiline"), "Multiline"},
        {node(NodeKind::Input, DataType::String, "numbers"), "Digits"}, {node(NodeKind::Input, DataType::Int), "Integer"},
        {node(NodeKind::Input, DataType::Decimal), "Decimal"}, {node(NodeKind::Input, DataType::Date), "Date"},
        {node(NodeKind::Input, DataType::Time), "Time"}, {node(NodeKind::Input, DataType::DateTime), "DateTime"},
        {node(NodeKind::Input, DataType::Geopoint), "Geopoint"}, {node(NodeKind::Input, DataType::Geotrace), "Geotrace"},
        {node(NodeKind::Input, DataType::Geoshape), "Geoshape"}, {node(NodeKind::Input, DataType::Barcode), "Barcode"},
        {node(NodeKind::Select), "SelectOne"}, {node(NodeKind::Select, DataType::String, "likert"), "Likert"},
        {node(NodeKind::Rank), "Rank"}, {node(NodeKind::Range, DataType::Int), "Range"}, {node(NodeKind::Trigger), "Acknowledge"},
        {node(NodeKind::Note), "Note"}, {node(NodeKind::Group), "Group"}, {node(NodeKind::Repeat), "Instance"},
        {node(NodeKind::RepeatRange), "Repeat"}, {node(NodeKind::Input, DataType::Intent), "External"},
        {node(NodeKind::Input, DataType::Binary), "Unknown"},
        {node(NodeKind::Input, DataType::String, "ex:org.example.pulse(a='Counter masked')"), "External"},
        {node(NodeKind::Input, DataType::Int, "ex:org.example.pulse"), "ExternalNumber"},
        {node(NodeKind::Input, DataType::Int, "counter"), "Counter"}, {node(NodeKind::Input, DataType::Decimal, "Bearing"), "Bearing"},
        {node(NodeKind::Input, DataType::String, "masked"), "Masked"}, {node(NodeKind::Input, DataType::String, "url"), "Url"},
        {node(NodeKind::Select, DataType::String, "image-map"), "ImageMap"}, {node(NodeKind::Select, DataType::String, "map quick"), "ChoiceMap"},
        {node(NodeKind::Range, DataType::Int, "rating"), "Rating"}, {node(NodeKind::Range, DataType::Int, "picker"), "RangePicker"}};
    NodeView high = node(NodeKind::Input);
    high.parameters.push_back({"rows", "6"});
    kinds.emplace_back(high, "Multiline");
    NodeView many = node(NodeKind::Select);
    many.multiple = true;
    kinds.emplace_back(many, "SelectMany");
    NodeView locked = node(NodeKind::Input);
    locked.readonly = true;
    kinds.emplace_back(locked, "Note");
    for (const auto& [mediaType, control] : {std::pair("image/*", "Image"), {"audio/*", "Audio"}, {"video/*", "Video"}, {"application/pdf", "File"}}) {
        NodeView upload = node(NodeKind::Upload, DataType::Binary);
        upload.mediaType = mediaType;
        kinds.emplace_back(upload, QString::fromLatin1(control));
    }
    NodeView drawing = node(NodeKind::Upload, DataType::Binary, "signature");
    drawing.mediaType = "image/*";
    kinds.emplace_back(drawing, "Signature");

    for (const auto& [view, control] : kinds) {
        INFO(control.toStdString());
        CHECK(viewmodels::controlFor(view) == control);
        CHECK(QFile::exists(QStringLiteral(TASHILGAR_SOURCE_DIR "/qml/questions/%1Question.qml").arg(control)));
    }
}

TEST_CASE("a kind without a control keeps its value on the page", "[viewmodels][questions]")
{
    QuestionModel model;
    NodeView view = node(NodeKind::Input, DataType::Binary);
    view.label = "Pulse";
    view.value = "72 bpm";
    model.show({{view, 0, true, {}}}, false);
    CHECK(model.at(0)["control"].toString() == "Unknown");
    CHECK(model.at(0)["shown"].toString() == "72 bpm");
    CHECK(model.at(0)["problem"].toString().isEmpty());
}

TEST_CASE("what is not accepted is told at once, what is missing only after Next", "[viewmodels][questions]")
{
    QuestionModel model;
    NodeView view = node(NodeKind::Input, DataType::Int);
    view.value = "120";
    view.violation = forms::Violation::Constraint;
    view.message = "0 to 110 is accepted";
    model.show({{view, 0, false, {}}}, false);
    CHECK(model.at(0)["problem"].toString() == "0 to 110 is accepted");
    CHECK(model.at(0)["value"].toString() == "120");

    view.value.clear();
    view.violation = forms::Violation::Required;
    view.message.clear();
    model.show({{view, 0, false, {}}}, false);
    CHECK(model.at(0)["problem"].toString().isEmpty());
    model.show({{view, 0, true, {}}}, false);
    CHECK(model.at(0)["problem"].toString() == "This answer is needed.");
}

TEST_CASE("selects under one head are one grid, and nobody is asked its head", "[viewmodels][questions]")
{
    const auto select = [](const char* ref, const char* label, const char* appearance, std::vector<forms::Choice> choices = {{"1", "bad"}, {"2", "good"}}) {
        NodeView view = node(NodeKind::Select, DataType::String, appearance);
        view.ref = ref;
        view.label = label;
        view.choices = std::move(choices);
        return QuestionModel::Item{view, 0, false, {}};
    };
    NodeView note = node(NodeKind::Note);
    note.ref = "/data/note";
    note.label = "How is it?";
    QuestionModel model;
    const std::vector<QuestionModel::Item> items{{note, 0, false, {}}, select("/data/head", "", "label"), select("/data/water", "Water", "list-nolabel"),
        select("/data/power", "Power", "list-nolabel"), select("/data/other", "Other", "list-nolabel", {{"9", "else"}}), select("/data/alone", "Alone", "")};
    model.show(items, false);
    REQUIRE(model.count() == 3);
    CHECK(model.rows()[0].control == "Grid");
    CHECK(model.rows()[0].label == "How is it?");
    REQUIRE(model.rows()[0].grid);
    REQUIRE(model.rows()[0].grid->count() == 2);
    CHECK(model.rows()[0].grid->rows()[1].label == "Power");
    CHECK(model.rows()[0].choices->count() == 2);
    CHECK(model.rows()[1].grid->rows()[0].ref == "/data/other");
    CHECK(model.rows()[2].control == "SelectOne");
    CHECK_FALSE(viewmodels::takesAnswer(items[1].view));
    CHECK(viewmodels::takesAnswer(items[2].view));
    std::vector<QuestionModel::Item> hidden{items[1]}; // all rows of a grid may be not relevant
    model.show(hidden, false);
    CHECK(model.count() == 0);
}

TEST_CASE("an answer is read as its appearance has it", "[viewmodels][questions]")
{
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
    const auto shown = [](DataType type, const char* appearance, const char* value) {
        NodeView view = node(NodeKind::Input, type, appearance);
        view.value = value;
        return viewmodels::shownAnswer(view, false);
    };
    CHECK(shown(DataType::Int, "thousands-sep", "1234567") == "1,234,567");
    CHECK(shown(DataType::Int, "", "12345678901234567890") == "12345678901234567890");
    CHECK_FALSE(shown(DataType::String, "masked", "secret").contains("secret"));
    CHECK_FALSE(shown(DataType::String, "hidden-answer", "secret").contains("secret"));
    CHECK(shown(DataType::Date, "month-year", "2026-11-22") == "Azar 1405");
    CHECK(shown(DataType::Date, "month-year gregorian", "2026-11-01") == "November 2026");
    CHECK(shown(DataType::Date, "Year", "2026-03-21") == "1405");
    CHECK(shown(DataType::Date, "ethiopian", "2026-11-22").startsWith("13 Hedar 2019"));
    CHECK(shown(DataType::Date, "ethiopian", "2026-11-22").endsWith("1 Azar 1405"));
}
