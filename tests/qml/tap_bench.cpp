#include "app/forms/convert.h"
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QQuickItem>
#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

using namespace tashilgar;
using tests::Stage;

namespace {

/// As many pages of one question, each asked only when the one before has its answer, in groups of twenty.
std::string longForm(int pages)
{
    std::string survey = "| survey |\n| | type | name | label | relevant | constraint |\n";
    for (int i = 1; i <= pages; ++i) {
        if (i % 20 == 1)
            survey += fmt::format("| | begin_group | g{} | Part {} | | |\n", i, i / 20 + 1);
        const std::string before = i == 1 ? "" : fmt::format("${{q{}}} != ''", i - 1);
        const char* const type = i % 2 == 0 ? "integer" : "select_one yes_no";
        survey += fmt::format("| | {} | q{} | Question {} | {} | {} |\n", type, i, i, before, i % 2 == 0 ? ". < 100" : "");
        if (i % 20 == 0 || i == pages)
            survey += "| | end_group | | | | |\n";
    }
    survey += "| choices |\n| | list_name | name | label |\n| | yes_no | yes | Yes |\n| | yes_no | no | No |\n";
    survey += fmt::format("| settings |\n| | form_id | version |\n| | pages{} | 1 |\n", pages);
    forms::Diagnostics diagnostics;
    const auto converted = forms::convertXlsForm(base::bytesOf(survey), {}, diagnostics);
    REQUIRE(converted);
    return converted->xml;
}

/// Milliseconds from the finger on Next until the window shows the next page.
double tap(Stage& stage, QQuickWindow& window)
{
    viewmodels::FillController& fill = *stage.app().fill();
    QQuickItem* next = stage.find(QStringLiteral("next"));
    REQUIRE(next);
    const QPoint middle = next->mapToScene(QPointF(next->width() / 2, next->height() / 2)).toPoint();
    bool answered = false; // with the next page, or with what is missing on this one
    bool painted = false;
    const auto changed = QObject::connect(&fill, &viewmodels::FillController::changed, &window, [&] { answered = true; });
    const auto swapped = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] { painted = painted || answered; });
    QElapsedTimer time;
    time.start();
    QTest::mouseClick(&window, Qt::LeftButton, Qt::NoModifier, middle);
    while (!painted && time.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    const double taken = static_cast<double>(time.nsecsElapsed()) / 1e6;
    QObject::disconnect(changed);
    QObject::disconnect(swapped);
    REQUIRE(painted);
    return taken;
}

struct Figures {
    double median = 0;
    double p99 = 0;
};

Figures walked(Stage& stage, QQuickWindow& window, int most)
{
    viewmodels::FillController& fill = *stage.app().fill();
    std::vector<double> taken;
    while (fill.step() != u"end" && static_cast<int>(taken.size()) < most) {
        const QString before = fill.currentRef();
        const std::vector<viewmodels::QuestionRow> page = fill.questions()->rows();
        for (const viewmodels::QuestionRow& row : page) {
            if (row.choices && !row.choices->rows().empty())
                fill.choose(row.ref, row.choices->rows().front().value, true);
            else if (row.control == u"Integer")
                fill.answer(row.ref, QStringLiteral("7"));
        }
        stage.settle(20); // the person reads
        taken.push_back(tap(stage, window));
        if (fill.currentRef() == before)
            fill.next(); // it stayed to tell what is missing
    }
    std::sort(taken.begin(), taken.end());
    REQUIRE_FALSE(taken.empty());
    return {taken[taken.size() / 2], taken[std::min(taken.size() - 1, taken.size() * 99 / 100)]};
}

} // namespace

TEST_CASE("from the tap on Next until the next page is painted", "[.][bench-tap]")
{
    std::vector<std::pair<QString, int>> forms{{QStringLiteral("tsh_household"), 60}, {QStringLiteral("pages100"), 60}, {QStringLiteral("pages2000"), 60}};
    double small = 0;
    for (const auto& [form, most] : forms) {
        Stage stage;
        stage.join();
        if (form.startsWith(u"pages"))
            stage.put(longForm(form.mid(5).toInt()));
        QQuickWindow& window = stage.open(1280, 800);
        REQUIRE(stage.app().fill()->openForm(form));
        stage.settle();
        const Figures figures = walked(stage, window, most);
        std::cout << fmt::format("{:<14} tap to paint: median {:.1f} ms, p99 {:.1f} ms", form.toStdString(), figures.median, figures.p99);
        if (form == u"pages2000")
            std::cout << fmt::format("; {:.2f} times that of 100 pages", figures.median / small);
        small = figures.median;
        std::cout << std::endl;
    }
}
