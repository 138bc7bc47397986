#pragma once

#include "sync/hub/api/hub.h"
#include "sync/hub/http/task.h"

namespace tashilgar::hub::api {

/// A stored blob, read as it is sent.
class StoredBytes final : public http::BodySource {
public:
    StoredBytes(Hub& hub, storage::BlobReader reader)
        : m_hub(hub)
        , m_reader(std::move(reader))
    {
    }
    http::Task<base::Result<base::Bytes>> next() override
    {
        const auto read = [this] { return m_reader.next(); };
        co_return co_await http::offload(m_hub.workers, read);
    }

private:
    Hub& m_hub;
    storage::BlobReader m_reader;
};

} // namespace tashilgar::hub::api
