#include "sync/protocol/batch.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/invitation.h"

#include <cstdlib>

using namespace tashilgar;

/// Bytes from the network are a batch or are refused; what is a batch can be written again and reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)protocol::Invitation::parse(bytes);
    (void)protocol::TypedInvitation::parse(bytes);
    (void)protocol::decodeBatch(base::bytesOf(bytes));
    return 0;
}
