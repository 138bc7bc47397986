#include "app/sqlite/migrations.h"

#include "app/sqlite/transaction.h"

#include <cassert>
#include <fmt/format.h>

namespace tashilgar::sqlite {

base::Result<int> schemaNumber(Database& database)
{
    auto statement = database.query("PRAGMA user_version");
    if (!statement)
        return base::fail(std::move(statement).error());
    const auto row = statement->step();
    if (!row)
        return base::fail(row.error());
    return static_cast<int>(statement->integer(0));
}

base::Result<void> migrate(Database& database, std::span<const Migration> steps)
{
    auto seen = schemaNumber(database);
    if (!seen)
        return base::fail(std::move(seen).error());
    if (*seen > static_cast<int>(steps.size()))
        return base::fail(kNewerSchema, "a newer version of this program has written the database");
    for (int number = *seen + 1; number <= static_cast<int>(steps.size()); ++number) {
        const Migration& step = steps[static_cast<std::size_t>(number - 1)];
        assert(step.number == number);
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return base::fail(std::move(transaction).error());
        // Another program may have taken this step while we waited for it.
        const auto now = schemaNumber(database);
        if (!now)
            return base::fail(now.error());
        if (*now >= number)
            continue;
        if (auto done = database.runScript(std::string(step.sql)); !done) {
            base::Error error = std::move(done).error();
            error.place = std::string(step.name);
            return base::fail(std::move(error));
        }
        TASHILGAR_TRY(database.runScript(fmt::format("PRAGMA user_version = {}", number)));
        TASHILGAR_TRY(transaction->commit());
    }
    return {};
}

} // namespace tashilgar::sqlite
