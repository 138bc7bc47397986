#include "app/sqlite/statement.h"

#include "app/sqlite/connection.h"

#include <utility>

namespace tashilgar::sqlite {

Statement::Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* statement, std::string sql)
    : m_connection(std::move(connection))
    , m_statement(statement)
    , m_sql(std::move(sql))
{
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(std::move(other.m_connection))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_bindFailure(other.m_bindFailure)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_connection = std::move(other.m_connection);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_sql = std::move(other.m_sql);
        m_bindFailure = other.m_bindFailure;
    }
    return *this;
}

Statement::~Statement() { giveBack(); }

void Statement::giveBack()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    auto& idle = m_connection->idle[m_sql];
    if (idle.size() < Connection::kIdlePerText)
        idle.push_back(m_statement);
    else
        sqlite3_finalize(m_statement);
    m_statement = nullptr;
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindFailure == SQLITE_OK)
        m_bindFailure = code;
}

void Statement::bind(int place, std::int64_t value) { note(sqlite3_bind_int64(m_statement, place, value)); }
void Statement::bind(int place, double value) { note(sqlite3_bind_double(m_statement, place, value)); }
void Statement::bind(int place, std::nullptr_t) { note(sqlite3_bind_null(m_statement, place)); }

void Statement::bind(int place, std::string_view text)
{
    const char* bytes = text.data() ? text.data() : "";
    note(sqlite3_bind_text64(m_statement, place, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int place, base::ByteView blob)
{
    if (blob.empty())
        note(sqlite3_bind_zeroblob(m_statement, place, 0)); // a null pointer would bind NULL
    else
        note(sqlite3_bind_blob64(m_statement, place, blob.data(), blob.size(), SQLITE_TRANSIENT));
}

base::Result<bool> Statement::step()
{
    if (m_bindFailure != SQLITE_OK)
        return base::fail(m_connection->error(m_bindFailure));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    base::Error error = m_connection->error(code);
    sqlite3_reset(m_statement);
    return base::fail(std::move(error));
}

base::Result<void> Statement::run()
{
    while (true) {
        const auto more = step();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
    }
    sqlite3_reset(m_statement);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindFailure = SQLITE_OK;
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }
std::string Statement::text(int column) const { return std::string(textView(column)); }

std::string_view Statement::textView(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                 : std::string_view();
}

base::Bytes Statement::blob(int column) const
{
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_statement, column));
    return bytes ? base::Bytes(bytes, bytes + sqlite3_column_bytes(m_statement, column)) : base::Bytes();
}

std::optional<std::string> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

int Statement::columnCount() const { return sqlite3_column_count(m_statement); }
std::string Statement::columnName(int column) const { return sqlite3_column_name(m_statement, column); }

} // namespace tashilgar::sqlite
