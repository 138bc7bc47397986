#include "sync/hub/storage/storage.h"

#include <future>

namespace tashilgar::hub::storage {

base::Result<void> Storage::writeNow(WriteJob job)
{
    std::promise<base::Result<void>> promise;
    auto reply = promise.get_future();
    write(std::move(job), [&promise](base::Result<void> result) { promise.set_value(std::move(result)); });
    return reply.get();
}

} // namespace tashilgar::hub::storage
