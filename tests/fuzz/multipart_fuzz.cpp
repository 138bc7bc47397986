#include "sync/hub/http/multipart.h"

#include <cstdlib>

using namespace tashilgar;
using namespace tashilgar::hub::http;

namespace {

/// Everything that was taken, with a mark between the parts.
class Heap final : public PartTaker {
public:
    base::Result<void> begin(const PartHead& head) override
    {
        if (head.name.empty() || head.name.size() > MultipartLimits().maxName || m_open)
            std::abort();
        m_open = true;
        taken += "[" + head.name + "|" + head.fileName + "|" + head.mediaType + "]";
        return {};
    }
    base::Result<void> take(base::ByteView bytes) override
    {
        if (bytes.empty() || !m_open)
            std::abort();
        taken += base::textOf(bytes);
        return {};
    }
    base::Result<void> end() override
    {
        m_open = false;
        taken += "]";
        return {};
    }
    std::string taken;

private:
    bool m_open = false;
};

/// What was taken, and whether the body was whole.
std::string read(std::string_view body, std::size_t piece)
{
    auto reader = MultipartReader::begin("multipart/form-data; boundary=b");
    if (!reader)
        std::abort();
    Heap heap;
    for (std::size_t at = 0; at < body.size(); at += piece) {
        if (!reader->feed(base::bytesOf(body.substr(at, piece)), heap))
            return "broken";
    }
    return reader->finish() ? heap.taken : "broken";
}

} // namespace

/// The same bytes are the same parts in whatever pieces they come, and never more than was sent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::string whole = read(body, body.size() + 1);
    if (read(body, 1 + data[0] % 67) != whole)
        std::abort();
    (void)MultipartReader::begin(body);
    return 0;
}
