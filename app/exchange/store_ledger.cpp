#include "app/exchange/store_ledger.h"

#include "app/base/zones.h"

#include <fmt/format.h>

namespace tashilgar::exchange {

using base::Result;

StoreLedger::StoreLedger(store::Store& store, const base::Clock& clock)
    : m_store(&store)
    , m_clock(&clock)
{
}

Result<std::set<std::string>> StoreLedger::delivered(const base::InstanceId& record)
{
    return m_store->submissions().delivered(record);
}

Result<void> StoreLedger::noteDelivered(const base::InstanceId& record, const std::vector<std::string>& names)
{
    return m_store->submissions().noteDelivered(record, names, true);
}

Result<void> StoreLedger::noteLacking(const base::InstanceId& record, const std::vector<std::string>& names)
{
    return m_store->submissions().noteDelivered(record, names, false);
}

Result<void> StoreLedger::keepAnswer(const base::InstanceId& record, const client::openrosa::Answer& answer)
{
    const auto summary = m_store->submissions().summary(record);
    if (!summary)
        return base::fail(summary.error());
    const std::string text = fmt::format("openrosa-answer-1\n{}\n{}\n{}\n{}\n{}\n{}\n", record.value(), summary->sha256, answer.host,
        answer.status, answer.lookedBack ? "files-listed" : "files-not-listed", base::toIsoUtc(answer.at));
    return m_store->submissions().keepReceipt(record, {text, {}, "openrosa", answer.host, answer.at, m_clock->now()});
}

} // namespace tashilgar::exchange
