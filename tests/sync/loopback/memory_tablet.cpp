#include "tests/sync/loopback/memory_tablet.h"

#include "app/base/hash.h"

#include <algorithm>

namespace tashilgar::tests {

using base::Result;

namespace {

class MemoryFile final : public base::ReadableFile {
public:
    explicit MemoryFile(const std::string& bytes)
        : m_bytes(bytes)
    {
    }
    std::uint64_t size() const override { return m_bytes.size(); }
    Result<base::Bytes> read(std::uint64_t offset, std::size_t length) override
    {
        const std::string part = offset < m_bytes.size() ? m_bytes.substr(offset, length) : std::string();
        const base::ByteView view = base::bytesOf(part);
        return base::Bytes(view.begin(), view.end());
    }

private:
    std::string m_bytes;
};

} // namespace

struct MemoryTablet::Incoming final : client::IncomingBlob {
    MemoryTablet* tablet = nullptr;
    std::string sha256;
    std::string bytes;

    std::uint64_t received() const override { return bytes.size(); }
    Result<void> append(base::ByteView more) override
    {
        bytes += base::textOf(more);
        return {};
    }
    Result<void> finish() override
    {
        if (base::Sha256::hexOf(base::bytesOf(bytes)) != sha256) {
            bytes.clear();
            return base::fail(client::kIncomingDiffers, "another content");
        }
        if (tablet->dead())
            return tablet->died();
        tablet->arrived[sha256] = bytes;
        return {};
    }
};

MemoryTablet::MemoryTablet(std::uint64_t seed)
    : m_random(seed)
{
}

tl::unexpected<base::Error> MemoryTablet::died() const { return base::fail(deathCause, "the tablet ended here"); }

bool MemoryTablet::dead()
{
    ++calls;
    return dieAt && calls > *dieAt;
}

void MemoryTablet::add(const std::string& instance, const std::string& xml, const std::vector<std::string>& files)
{
    Kept kept;
    kept.head.instance = base::InstanceId(instance);
    kept.head.form = {base::FormId("visit"), "1"};
    kept.head.sha256 = base::Sha256::hexOf(base::bytesOf(xml));
    kept.head.xmlSize = xml.size();
    kept.xml = xml;
    for (const std::string& file : files) {
        const std::string sha256 = base::Sha256::hexOf(base::bytesOf(file));
        contents[sha256] = file;
        kept.head.blobs.push_back({"photo" + std::to_string(kept.head.blobs.size()) + ".jpg", sha256, file.size(), "image/jpeg"});
    }
    m_order.push_back(kept.head.instance);
    m_records.emplace(kept.head.instance, std::move(kept));
}

std::size_t MemoryTablet::countIn(State state) const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_records, [&](const auto& at) { return at.second.state == state; }));
}

Result<std::vector<client::OutgoingRecord>> MemoryTablet::unanswered(std::uint32_t)
{
    if (dead())
        return died();
    std::vector<client::OutgoingRecord> found;
    for (const bool setBack : {false, true}) {
        for (const base::InstanceId& id : m_order) {
            const Kept& one = m_records.at(id);
            if (one.state == State::Unanswered && one.why.code.empty() != setBack)
                found.push_back(one.head);
        }
    }
    return found;
}

Result<std::vector<client::OutgoingRecord>> MemoryTablet::stored(std::uint32_t)
{
    if (dead())
        return died();
    std::vector<client::OutgoingRecord> found;
    for (const base::InstanceId& id : m_order) {
        if (m_records.at(id).state != State::Stored)
            continue;
        client::OutgoingRecord head = m_records.at(id).head;
        for (const protocol::BlobRef& blob : head.blobs)
            head.blobsWaiting += m_waiting.contains(blob.sha256) ? 1u : 0u;
        found.push_back(head);
    }
    return found;
}

Result<std::vector<client::OutgoingBlob>> MemoryTablet::waitingBlobs(std::uint32_t)
{
    if (dead())
        return died();
    std::vector<client::OutgoingBlob> found;
    std::set<std::string> listed;
    for (const base::InstanceId& id : m_order) {
        const Kept& record = m_records.at(id);
        for (const protocol::BlobRef& blob : record.head.blobs) {
            if (record.state == State::Stored && m_waiting.contains(blob.sha256) && listed.insert(blob.sha256).second)
                found.push_back({blob, id, m_locations[blob.sha256]});
        }
    }
    std::ranges::stable_sort(found, {}, [](const auto& blob) { return blob.blob.size; });
    return found;
}

Result<std::string> MemoryTablet::xml(const base::InstanceId& instance)
{
    if (dead())
        return died();
    return m_records.at(instance).xml;
}

Result<std::unique_ptr<base::ReadableFile>> MemoryTablet::openBlob(std::string_view sha256)
{
    if (dead())
        return died();
    const auto found = contents.find(std::string(sha256));
    if (found == contents.end())
        return base::fail(base::kNotFound, "no such file on the tablet");
    return std::make_unique<MemoryFile>(found->second);
}

Result<client::Outbox::Totals> MemoryTablet::totals()
{
    Totals totals;
    totals.unanswered = static_cast<std::uint32_t>(countIn(State::Unanswered));
    totals.stored = static_cast<std::uint32_t>(countIn(State::Stored));
    totals.refused = static_cast<std::uint32_t>(countIn(State::Refused));
    totals.safe = static_cast<std::uint32_t>(countIn(State::Safe));
    totals.blobsWaiting = static_cast<std::uint32_t>(m_waiting.size());
    return totals;
}

Result<void> MemoryTablet::noteAttempt(const std::vector<base::InstanceId>& records)
{
    if (dead())
        return died();
    for (const base::InstanceId& id : records) {
        m_records.at(id).head.attempted = true;
        m_records.at(id).why = {};
    }
    return {};
}

Result<void> MemoryTablet::noteSetback(const base::InstanceId& record, const protocol::Problem& why)
{
    if (dead())
        return died();
    m_records.at(record).why = why;
    ++m_records.at(record).setbacks;
    return {};
}

Result<void> MemoryTablet::noteStored(const base::InstanceId& record, const std::vector<std::string>& missing)
{
    if (dead())
        return died();
    m_records.at(record).state = State::Stored;
    m_waiting.insert(missing.begin(), missing.end());
    return {};
}

Result<void> MemoryTablet::noteUnknown(const base::InstanceId& record)
{
    if (dead())
        return died();
    m_records.at(record).state = State::Unanswered;
    m_records.at(record).head.attempted = false;
    return {};
}

Result<void> MemoryTablet::noteRefused(const base::InstanceId& record, const protocol::Problem& why)
{
    if (dead())
        return died();
    m_records.at(record).state = State::Refused;
    m_records.at(record).why = why;
    return {};
}

Result<void> MemoryTablet::offerAgain(std::string_view code)
{
    if (dead())
        return died();
    for (auto& [id, one] : m_records) {
        if (one.state == State::Refused && one.why.code == code) {
            one.state = State::Unanswered;
            one.why = {};
        }
    }
    return {};
}

Result<void> MemoryTablet::noteLocation(std::string_view sha256, std::string_view location)
{
    if (dead())
        return died();
    m_locations[std::string(sha256)] = location;
    return {};
}

Result<void> MemoryTablet::noteArrived(std::string_view sha256)
{
    if (dead())
        return died();
    m_waiting.erase(std::string(sha256));
    return {};
}

Result<void> MemoryTablet::keepReceipt(
    const base::InstanceId& record, const protocol::Receipt& receipt, base::Instant)
{
    if (dead())
        return died();
    m_records.at(record).state = State::Safe;
    m_records.at(record).receipt = receipt;
    for (const protocol::BlobRef& blob : m_records.at(record).head.blobs)
        m_waiting.erase(blob.sha256);
    return {};
}

Result<std::string> MemoryTablet::cursor()
{
    if (dead())
        return died();
    return m_cursor;
}

Result<void> MemoryTablet::apply(const protocol::ChangePage& page)
{
    if (dead())
        return died();
    ++pagesApplied;
    for (const protocol::Change& change : page.changes) {
        if (const auto* form = std::get_if<protocol::FormPublished>(&change))
            announced.push_back(*form);
        if (const auto* reset = std::get_if<protocol::ListReset>(&change))
            lists[reset->list.value()].clear();
        if (const auto* rows = std::get_if<protocol::ListRows>(&change)) {
            for (const protocol::ListRow& row : rows->upsert)
                lists[rows->list.value()][row.key] = row.values.at("label");
            for (const std::string& key : rows->remove)
                lists[rows->list.value()].erase(key);
        }
    }
    m_cursor = page.cursor;
    return {};
}

Result<void> MemoryTablet::restart()
{
    if (dead())
        return died();
    m_cursor.clear();
    return {};
}

Result<std::vector<client::MissingBlob>> MemoryTablet::missingBlobs()
{
    if (dead())
        return died();
    std::vector<client::MissingBlob> missing;
    for (const protocol::FormPublished& form : announced) {
        if (!arrived.contains(form.sha256))
            missing.push_back({form.sha256, form.size, form.title});
        for (const protocol::MediaFile& file : form.media) {
            if (!arrived.contains(file.sha256))
                missing.push_back({file.sha256, file.size, file.name});
        }
    }
    std::ranges::stable_sort(missing, {}, &client::MissingBlob::size);
    return missing;
}

Result<client::IncomingBlob*> MemoryTablet::receive(const client::MissingBlob& blob)
{
    if (dead())
        return died();
    auto& incoming = m_incoming[blob.sha256];
    if (!incoming) {
        incoming = std::make_shared<Incoming>();
        incoming->tablet = this;
        incoming->sha256 = blob.sha256;
    }
    return incoming.get();
}

Result<std::uint32_t> MemoryTablet::installComplete()
{
    if (dead())
        return died();
    std::uint32_t count = 0;
    for (const protocol::FormPublished& form : announced) {
        const bool whole = arrived.contains(form.sha256)
            && std::ranges::all_of(form.media, [&](const auto& file) { return arrived.contains(file.sha256); });
        if (whole && installed.insert(form.form.form.value()).second)
            ++count;
    }
    return count;
}

Result<std::optional<client::Account>> MemoryTablet::account() { return enrolledAs; }

Result<void> MemoryTablet::keep(const client::Account& account)
{
    if (dead())
        return died();
    enrolledAs = account;
    return {};
}

Result<void> MemoryTablet::keepAddresses(const std::vector<std::string>& addresses)
{
    enrolledAs->addresses = addresses;
    return {};
}

Result<void> MemoryTablet::forgetToken()
{
    enrolledAs->token.clear();
    return {};
}

Result<protocol::SigningKey> MemoryTablet::deviceKey()
{
    if (!m_key)
        m_key = protocol::SigningKey::random(m_random);
    return *m_key;
}

} // namespace tashilgar::tests
