#include "tests/qml/stage.h"

#include <QQuickItem>

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{360, 740}, {420, 860}, {800, 1280}, {1280, 800}};

/// \p scrolled: also what a list inside shows only in part.
void collect(QQuickItem* item, const QString& prefix, std::vector<QQuickItem*>& found, bool scrolled = true)
{
    if (!item->isVisible() || (item->clip() && !scrolled))
        return;
    if (item->objectName().startsWith(prefix))
        found.push_back(item);
    for (QQuickItem* child : item->childItems())
        collect(child, prefix, found, scrolled);
}

std::vector<QQuickItem*> all(QQuickWindow& window, const QString& prefix)
{
    std::vector<QQuickItem*> found;
    collect(window.contentItem(), prefix, found);
    return found;
}

QRectF sceneRect(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

/// Nothing on top of another, nothing beyond its column, nothing taller than its words were given.
void expectOrder(QQuickWindow& window)
{
    const std::vector<QQuickItem*> blocks = all(window, QStringLiteral("block_"));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        INFO(blocks[i]->objectName().toStdString());
        CHECK(blocks[i]->height() >= blocks[i]->implicitHeight() - 0.5);
        const QRectF place = sceneRect(blocks[i]);
        CHECK(place.left() >= 0);
        CHECK(place.right() <= window.width());
        for (std::size_t j = i + 1; j < blocks.size(); ++j) {
            INFO(blocks[j]->objectName().toStdString());
            CHECK_FALSE(place.adjusted(1, 1, -1, -1).intersects(sceneRect(blocks[j])));
        }
        std::vector<QQuickItem*> choices;
        collect(blocks[i], QStringLiteral("choice_"), choices, false);
        for (std::size_t c = 0; c < choices.size(); ++c) {
            const QRectF choice = sceneRect(choices[c]);
            INFO(choices[c]->objectName().toStdString() << " " << choice.x() << " " << choice.width());
            CHECK(choice.left() >= place.left() - 0.5);
            CHECK(choice.right() <= place.right() + 0.5);
            CHECK(choice.bottom() <= place.bottom() + 0.5);
            CHECK(choices[c]->height() >= choices[c]->implicitHeight() - 0.5);
            if (c > 0)
                CHECK_FALSE(choice.adjusted(1, 1, -1, -1).intersects(sceneRect(choices[c - 1])));
        }
    }
}

/// The rows of a select reach from edge to edge of its block.
void expectFull(QQuickWindow& window)
{
    for (QQuickItem* block : all(window, QStringLiteral("block_"))) {
        if (!block->property("control").toString().startsWith(QStringLiteral("Select")) || block->property("appearance").toString().contains(QStringLiteral("columns")))
            continue;
        std::vector<QQuickItem*> choices;
        collect(block, QStringLiteral("choice_"), choices);
        double width = 0;
        for (const QQuickItem* choice : choices)
            width = std::max(width, choice->width());
        INFO(block->objectName().toStdString() << " of " << block->width());
        if (!choices.empty())
            CHECK(width == Approx(block->width()).margin(1));
    }
}

} // namespace

TEST_CASE("questions keep to their column at every size, however the window came to it", "[qml][geometry]")
{
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.join();
        viewmodels::FillController& fill = *stage.app().fill();
        // Both questions are answered when the page is made: it is built whole at once, before it has its size.
        REQUIRE(fill.openForm(QStringLiteral("tsh_asset")));
        fill.choose(QStringLiteral("/data/place/nbh"), QStringLiteral("DLT"), true);
        fill.choose(QStringLiteral("/data/place/block"), QStringLiteral("DLT-B02"), true);
        fill.close();
        const auto drafts = stage.store()->drafts().list();
        REQUIRE(drafts);
        const QString draft = QString::fromStdString(drafts->front().id.value());
        QQuickWindow& window = stage.open(1280, 800);
        for (const Size& from : kSizes) {
            for (const Size& to : kSizes) {
                INFO(language << ": " << from.width << " to " << to.width);
                window.resize(from.width, from.height);
                stage.settle(20);
                REQUIRE(fill.resumeDraft(draft));
                stage.settle(60);
                REQUIRE(all(window, QStringLiteral("choice_")).size() == 8);
                expectOrder(window);
                expectFull(window);
                window.resize(to.width, to.height);
                stage.settle(60);
                expectOrder(window);
                expectFull(window);
                fill.choose(QStringLiteral("/data/place/nbh"), QStringLiteral("JFR"), true); // a long list, with a search field
                stage.settle(40);
                expectOrder(window);
                fill.choose(QStringLiteral("/data/place/nbh"), QStringLiteral("DLT"), true);
                fill.choose(QStringLiteral("/data/place/block"), QStringLiteral("DLT-B02"), true);
                stage.settle(40);
                expectOrder(window);
                expectFull(window);
                fill.close();
                stage.settle(20);
            }
        }
        stage.expectNoWarnings();
    }
}

TEST_CASE("a form of services is a grid where its columns fit, and numbered buttons where they do not", "[qml][geometry]")
{
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.join();
        QQuickWindow& window = stage.open(1280, 800);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("tsh_block")));
        REQUIRE(fill.goTo(QStringLiteral("/data/cond")));
        for (const Size& size : kSizes) {
            window.resize(size.width, size.height);
            stage.settle(120);
            INFO(language << " " << size.width);
            expectOrder(window);
            const std::vector<QQuickItem*> rows = all(window, QStringLiteral("grid_"));
            REQUIRE(rows.size() == 5);
            for (const QQuickItem* row : rows) {
                std::vector<QQuickItem*> cells;
                collect(const_cast<QQuickItem*>(row), QStringLiteral("choice_"), cells);
                CHECK(cells.size() == 5);
                for (const QQuickItem* cell : cells) {
                    CHECK(cell->width() >= 48);
                    CHECK(cell->height() >= 48);
                }
            }
            stage.shoot(QStringLiteral("grid"));
        }
        REQUIRE(stage.press(QStringLiteral("choice_/data/cond/c_drain_r2")));
        CHECK(fill.answerOf(QStringLiteral("/data/cond/c_drain")) == u"r2");
        CHECK(stage.find(QStringLiteral("choice_/data/cond/c_drain_r2"))->property("chosen").toBool());
        stage.expectNoWarnings();
    }
}
