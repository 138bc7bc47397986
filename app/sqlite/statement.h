#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"
#include "app/sqlite/errors.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3_stmt;

namespace tashilgar::sqlite {

struct Connection;

/// One prepared statement on its way through its rows. Goes back to its database's cache when it ends, so preparing the
/// same SQL again costs a look-up. Outlives neither the Database's use by its thread nor a move to another thread.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    /// Places are counted from 1, as in SQL. What cannot be bound fails at step().
    void bind(int place, std::int64_t value);
    void bind(int place, double value);
    void bind(int place, std::string_view text);
    void bind(int place, base::ByteView blob);
    void bind(int place, std::nullptr_t);
    void bind(int place, bool value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, const char* text) { bind(place, std::string_view(text)); }
    void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
    void bind(int place, const base::Bytes& blob) { bind(place, base::ByteView(blob)); }
    template <std::integral T>
    void bind(int place, T value)
    {
        bind(place, static_cast<std::int64_t>(value));
    }
    template <class T>
    void bind(int place, const std::optional<T>& value)
    {
        if (value)
            bind(place, *value);
        else
            bind(place, nullptr);
    }
    /// From place 1 on, in order.
    template <class... Values>
    void bindAll(const Values&... values)
    {
        int place = 0;
        (bind(++place, values), ...);
    }

    /// true: a row is there to be read; false: there are no more.
    base::Result<bool> step();
    /// Steps to the end; for statements whose rows nobody reads.
    base::Result<void> run();
    /// Hands each row to \p visit, as a `const Statement&`.
    template <class Visit>
    base::Result<void> forEach(Visit visit)
    {
        while (true) {
            const auto more = step();
            if (!more)
                return base::fail(more.error());
            if (!*more)
                return {};
            visit(std::as_const(*this));
        }
    }
    /// Ready to be bound and stepped again; forgets what was bound.
    void reset();

    /// Of the present row; columns are counted from 0. Text of NULL is empty, its number 0.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Valid until the next step(), reset() or the end of the statement.
    std::string_view textView(int column) const;
    base::Bytes blob(int column) const;
    std::optional<std::string> optionalText(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;
    int columnCount() const;
    std::string columnName(int column) const;

private:
    friend class Database;
    Statement(std::shared_ptr<Connection> connection, ::sqlite3_stmt* statement, std::string sql);
    void note(int code);
    void giveBack();

    std::shared_ptr<Connection> m_connection;
    ::sqlite3_stmt* m_statement = nullptr;
    std::string m_sql;
    int m_bindFailure = 0;
};

} // namespace tashilgar::sqlite
