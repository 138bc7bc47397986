#include "sync/protocol/compression.h"

#define ZSTD_STATIC_LINKING_ONLY // for dictionaries that are taken as they are
#include <zstd.h>

#include <memory>

namespace tashilgar::protocol {
namespace {

constexpr int kMaxWindowLog = 23; // 8 MB; what compress() makes needs at most half of that

/// Fifty records (200 kB) take a tenth of a second at level 19 here, and a quarter less of the link than at level 6; beyond
/// half a megabyte the time grows faster than the gain.
int levelFor(Effort effort, std::size_t size)
{
    constexpr std::size_t kLarge = 512 * 1024;
    return effort == Effort::Answerer ? 6 : size <= kLarge ? 19 : 12;
}

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

} // namespace

base::Bytes compress(base::ByteView plain, Effort effort, base::ByteView dictionary)
{
    const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, levelFor(effort, plain.size()));
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, kMaxWindowLog - 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    if (!dictionary.empty()) {
        ZSTD_CCtx_loadDictionary_advanced(context.get(), dictionary.data(), dictionary.size(), ZSTD_dlm_byRef, ZSTD_dct_rawContent);
    }
    base::Bytes out(ZSTD_compressBound(plain.size()));
    out.resize(ZSTD_compress2(context.get(), out.data(), out.size(), plain.data(), plain.size()));
    return out;
}

std::size_t compressedBound(std::size_t plain) { return ZSTD_compressBound(plain); }

base::Result<base::Bytes> decompress(base::ByteView compressed, std::size_t limit, base::ByteView dictionary)
{
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context)
        return base::fail(base::kTooLarge, "there is no memory to unpack this");
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
    if (!dictionary.empty())
        ZSTD_DCtx_loadDictionary_advanced(context.get(), dictionary.data(), dictionary.size(), ZSTD_dlm_byRef, ZSTD_dct_rawContent);

    base::Bytes plain;
    base::Bytes piece(ZSTD_DStreamOutSize());
    ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
    for (;;) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left))
            return base::fail(base::kMalformed, std::string("this is not packed as it should be: ") + ZSTD_getErrorName(left));
        if (plain.size() + out.pos > limit)
            return base::fail(base::kTooLarge, "this unpacks to more than is allowed");
        plain.insert(plain.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(out.pos));
        if (left == 0)
            break;
        if (in.pos == in.size && out.pos < out.size)
            return base::fail(base::kMalformed, "this ends before its end");
    }
    if (in.pos != in.size)
        return base::fail(base::kMalformed, "something follows the end of what was packed");
    return plain;
}

} // namespace tashilgar::protocol
