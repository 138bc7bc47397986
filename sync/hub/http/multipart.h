#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::hub::http {

/// The body is no multipart/form-data, ended before its last boundary, or went beyond MultipartLimits.
inline constexpr base::ErrorCode kMultipartBroken{"http.multipart-broken"};

/// What a sender may cost before anybody has looked at what it sends. The size of a part is its taker's business, the size
/// of all of them the route's.
struct MultipartLimits {
    std::size_t maxParts = 256;         ///< clients cut off at 100 files and add a field or two
    std::size_t maxPartHeader = 8192;   ///< bytes of the header lines of one part
    std::size_t maxName = 255;          ///< of a field or file: what file systems take
    std::size_t maxPreamble = 1024;     ///< before the first boundary, where there should be nothing
};

/// What stands above a part.
struct PartHead {
    std::string name;      ///< never empty
    std::string fileName;  ///< as the sender says it, a path perhaps; empty for a plain field
    std::string mediaType; ///< lower case, without parameters; empty where nothing is said
    bool isFile = false;   ///< a file name was given
};

/// Takes the parts as they come. A failure ends the reading and is handed on.
class PartTaker {
public:
    virtual ~PartTaker() = default;
    virtual base::Result<void> begin(const PartHead& head) = 0;
    /// Some bytes of the part that was begun last; any number of calls.
    virtual base::Result<void> take(base::ByteView bytes) = 0;
    virtual base::Result<void> end() = 0;
};

/// Reads a multipart/form-data body that is fed to it in pieces of any size. Holds no more of it than one header or one
/// boundary. Belongs to one thread at a time.
/// Spec: RFC 7578, RFC 2046 section 5.1
///
/// Deviates: lines end with CR LF alone, as every client writes them; a bare LF is content. What stands before the first
/// boundary is bounded and what follows the last is thrown away.
class MultipartReader {
public:
    /// Reads the boundary out of \p contentType. Fails with kMultipartBroken when it is of another type or has none.
    static base::Result<MultipartReader> begin(std::string_view contentType, const MultipartLimits& limits = {});

    /// The next piece of the body. Fails with kMultipartBroken, or as \p taker does; it may not be fed again then.
    base::Result<void> feed(base::ByteView piece, PartTaker& taker);
    /// The body ended. Fails with kMultipartBroken where its last boundary did not come.
    base::Result<void> finish() const;

private:
    enum class State { Preamble, AfterBoundary, Header, ContentStart, Content, Epilogue };

    MultipartReader(std::string_view boundary, const MultipartLimits& limits);
    /// One step; false when more bytes are needed for the next.
    base::Result<bool> step(PartTaker& taker);
    base::Result<bool> skipPreamble();
    base::Result<bool> readAfterBoundary();
    base::Result<bool> readHeader(PartTaker& taker);
    base::Result<bool> startContent();
    base::Result<bool> readContent(PartTaker& taker);
    void consume(std::size_t bytes) { m_at += bytes; }
    std::string_view left() const { return std::string_view(m_buffer).substr(m_at); }

    std::string m_delimiter; ///< CR LF "--" boundary
    MultipartLimits m_limits;
    State m_state = State::Preamble;
    std::string m_buffer; ///< what was fed and not yet used
    std::size_t m_at = 0;
    std::size_t m_preamble = 0;
    std::size_t m_parts = 0;
};

/// The header lines of one part, each ended with CR LF. Fails with kMultipartBroken.
base::Result<PartHead> readPartHead(std::string_view lines, const MultipartLimits& limits);

/// The value of \p name among the parameters of a header such as `form-data; name="a"; filename="b.jpg"`.
std::optional<std::string> headerParameter(std::string_view header, std::string_view name);

} // namespace tashilgar::hub::http
