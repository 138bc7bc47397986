#include "sync/protocol/receipt_file.h"

#include "app/base/text.h"

#include <span>

namespace tashilgar::protocol {
namespace {

constexpr std::string_view kFirstLine = "tashilgar-receipts-1";
/// A line is what one answer on the wire may hold.
constexpr std::size_t kReceiptsPerLine = 500;

tl::unexpected<base::Error> untrusted(std::string_view why)
{
    return base::fail(kReceiptFileUntrusted, "the file of receipts cannot be used: " + std::string(why));
}

} // namespace

std::string writeReceiptFile(const std::vector<Receipt>& receipts, const base::DeviceId& device, const SigningKey& hub)
{
    std::string lines = device.value() + '\n';
    for (std::size_t from = 0; from < receipts.size(); from += kReceiptsPerLine) {
        const auto part = std::span(receipts).subspan(from, std::min(kReceiptsPerLine, receipts.size() - from));
        lines += encodeReceipts({part.begin(), part.end()}) + '\n';
    }
    return std::string(kFirstLine) + '\n' + hub.sign(std::string(kFirstLine) + '\n' + lines) + '\n' + lines;
}

base::Result<std::vector<Receipt>> readReceiptFile(std::string_view text, const base::DeviceId& device, const PublicKey& hub)
{
    const auto lines = base::split(text, '\n');
    if (lines.size() < 4 || lines[0] != kFirstLine || !lines.back().empty())
        return untrusted("it is none, or was cut");
    const std::size_t body = lines[0].size() + lines[1].size() + 2;
    if (!hub.verifies(std::string(kFirstLine) + '\n' + std::string(text.substr(body)), lines[1]))
        return untrusted("this hub did not sign it");
    if (lines[2] != device.value())
        return untrusted("it is for another tablet");
    std::vector<Receipt> receipts;
    for (std::size_t i = 3; i + 1 < lines.size(); ++i) {
        auto part = decodeReceipts(lines[i]);
        if (!part)
            return untrusted(part.error().sentence);
        receipts.insert(receipts.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
    }
    return receipts;
}

} // namespace tashilgar::protocol
