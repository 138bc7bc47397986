#include "app/viewmodels/row_model.h"

#include "tests/support/catch.h"

#include <QStringList>

using tashilgar::viewmodels::RowModel;

namespace {

struct Row {
    QString id;
    QString word;
};

class Rows : public RowModel<Row> {
public:
    Rows()
        : RowModel({{"word", [](const Row& row) { return row.word; }}}, [](const Row& row) { return row.id; })
    {
    }
};

} // namespace

TEST_CASE("rows that stay keep their place while others come and go", "[viewmodels][rows]")
{
    Rows rows;
    rows.setRows({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    QStringList told;
    QObject::connect(&rows, &QAbstractItemModel::rowsInserted, &rows,
        [&](const QModelIndex&, int first, int last) { told << QStringLiteral("+%1-%2").arg(first).arg(last); });
    QObject::connect(&rows, &QAbstractItemModel::rowsRemoved, &rows,
        [&](const QModelIndex&, int first, int last) { told << QStringLiteral("-%1-%2").arg(first).arg(last); });
    QObject::connect(&rows, &QAbstractItemModel::modelReset, &rows, [&] { told << QStringLiteral("reset"); });

    rows.setRows({{"a", "1"}, {"x", "9"}, {"b", "2"}, {"c", "4"}});
    CHECK(told == QStringList{"+1-1"});
    told.clear();
    rows.setRows({{"a", "1"}, {"c", "4"}});
    CHECK(told == QStringList{"-1-2"});
    told.clear();
    rows.setRows({{"a", "7"}, {"c", "8"}});
    CHECK(told.isEmpty());
    CHECK(rows.data(rows.index(1), Qt::UserRole).toString() == "8");
    rows.setRows({});
    CHECK(rows.rowCount() == 0);
}
