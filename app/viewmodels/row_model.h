#pragma once

#include <QAbstractListModel>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace tashilgar::viewmodels {

/// A list of plain rows for a ListView: each named role reads one thing of a row. New rows are laid over the old ones by
/// key, so that a page keeps its place and a field its cursor when only neighbours change. Lives on the GUI thread.
template <class Row>
class RowModel : public QAbstractListModel {
public:
    struct Role {
        QByteArray name;
        std::function<QVariant(const Row&)> read;
    };

    RowModel(std::vector<Role> roles, std::function<QString(const Row&)> key, QObject* parent = nullptr)
        : QAbstractListModel(parent)
        , m_roles(std::move(roles))
        , m_key(std::move(key))
    {
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const int field = role - Qt::UserRole;
        if (!index.isValid() || index.row() >= rowCount() || field < 0 || field >= static_cast<int>(m_roles.size()))
            return {};
        return m_roles[static_cast<std::size_t>(field)].read(m_rows[static_cast<std::size_t>(index.row())]);
    }
    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (std::size_t i = 0; i < m_roles.size(); ++i)
            names.insert(Qt::UserRole + static_cast<int>(i), m_roles[i].name);
        return names;
    }

    const std::vector<Row>& rows() const { return m_rows; }

    void setRows(std::vector<Row> rows)
    {
        const auto same = [this](const Row& a, const Row& b) { return m_key(a) == m_key(b); };
        std::size_t head = 0;
        while (head < m_rows.size() && head < rows.size() && same(m_rows[head], rows[head]))
            ++head;
        std::size_t tail = 0;
        while (tail < m_rows.size() - head && tail < rows.size() - head
            && same(m_rows[m_rows.size() - 1 - tail], rows[rows.size() - 1 - tail]))
            ++tail;
        const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
        const std::size_t gone = m_rows.size() - head - tail;
        if (gone > 0) {
            beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
            m_rows.erase(m_rows.begin() + at(head), m_rows.begin() + at(head + gone));
            endRemoveRows();
        }
        const std::size_t fresh = rows.size() - head - tail;
        if (fresh > 0) {
            beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + fresh) - 1);
            m_rows.insert(m_rows.begin() + at(head), rows.begin() + at(head), rows.begin() + at(head + fresh));
            endInsertRows();
        }
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    }

private:
    std::vector<Role> m_roles;
    std::function<QString(const Row&)> m_key;
    std::vector<Row> m_rows;
};

} // namespace tashilgar::viewmodels
