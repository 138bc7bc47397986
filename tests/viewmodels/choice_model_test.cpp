#include "app/viewmodels/choice_model.h"

#include "tests/support/catch.h"

using namespace tashilgar;
using viewmodels::ChoiceModel;

namespace {

forms::NodeView select(std::string value, std::vector<forms::Choice> choices, bool multiple = false)
{
    forms::NodeView view;
    view.ref = "/data/q";
    view.kind = forms::NodeKind::Select;
    view.multiple = multiple;
    view.value = std::move(value);
    view.choices = std::move(choices);
    return view;
}

QStringList valuesOf(const ChoiceModel& model)
{
    QStringList values;
    for (const viewmodels::ChoiceRow& row : model.rows())
        values << row.value;
    return values;
}

} // namespace

TEST_CASE("a search finds letters and digits however they were typed", "[viewmodels][choices]")
{
    ChoiceModel model;
    std::vector<forms::Choice> blocks;
    for (int i = 1; i <= 20; ++i)
        blocks.push_back({"b" + std::to_string(i), "بلوک " + std::to_string(i) + " جعفرآباد"});
    model.show(select("", blocks));
    CHECK(model.searchable());
    model.setFilter(QString::fromUtf8("جعفراباد ۱۷"));
    CHECK(valuesOf(model) == QStringList{"b17"});
    model.setFilter(QString::fromUtf8("بلوك"));
    CHECK(model.count() == 20);
    model.setFilter(QStringLiteral("zz"));
    CHECK(model.count() == 0);
    CHECK(model.total() == 20);
}

TEST_CASE("no-answer choices stand last, chosen ones are marked", "[viewmodels][choices]")
{
    ChoiceModel model;
    model.show(select("own", {{"no_answer", "بی‌پاسخ"}, {"own", "ملکی"}, {"rent", "اجاره"}}));
    CHECK(valuesOf(model) == QStringList{"own", "rent", "no_answer"});
    CHECK(model.rows()[0].chosen);
    CHECK_FALSE(model.rows()[1].chosen);
    CHECK(model.rows()[2].noAnswer);
    model.show(select("rent own", {{"own", "ملکی"}, {"rent", "اجاره"}}, true));
    CHECK(model.rows()[0].chosen);
    CHECK(model.rows()[1].chosen);
}

TEST_CASE("a rank is shown in its order, what is unranked after it", "[viewmodels][choices]")
{
    ChoiceModel model;
    forms::NodeView view = select("c a", {{"a", "A"}, {"b", "B"}, {"c", "C"}});
    view.kind = forms::NodeKind::Rank;
    model.show(view);
    CHECK(valuesOf(model) == QStringList{"c", "a", "b"});
}
