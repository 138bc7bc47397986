#include "sync/protocol/compression.h"

#include "tests/support/catch.h"

#include <zstd.h>

using namespace tashilgar;
using namespace tashilgar::protocol;

TEST_CASE("what was packed unpacks, up to exactly the limit", "[protocol][compression]")
{
    const base::Bytes plain(100'000, std::byte{7});
    const base::Bytes packed = compress(plain);
    CHECK(*decompress(packed, 100'000) == plain);
    CHECK(decompress(packed, 99'999).error().code == base::kTooLarge);
    CHECK(decompress(compress({}), 0)->empty());
}

TEST_CASE("a window larger than tablets can hold is refused", "[protocol][compression]")
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 26);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    base::Bytes packed(1000);
    const base::Bytes plain(100);
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    ZSTD_inBuffer in{plain.data(), plain.size(), 0};
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    packed.resize(out.pos);
    CHECK(decompress(packed, 1000).error().code == base::kMalformed);
}
