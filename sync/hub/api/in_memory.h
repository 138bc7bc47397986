#pragma once

#include "sync/hub/api/hub.h"

namespace tashilgar::hub::api {

/// Counts one request whose records are in memory, while it is.
class InMemory {
public:
    explicit InMemory(Hub& hub)
        : m_hub(hub)
        , m_count(++hub.batchesAtOnce)
    {
    }
    ~InMemory() { --m_hub.batchesAtOnce; }
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    bool isTooMany() const { return m_count > m_hub.limits.maxBatchesAtOnce; }

private:
    Hub& m_hub;
    int m_count;
};

} // namespace tashilgar::hub::api
