#include "app/store/copy_file.h"

#include "app/base/hash.h"
#include "app/base/xml/reader.h"
#include "app/store/moments.h"
#include "app/store/pairs.h"
#include "app/store/second_copy.h"

#include <charconv>
#include <fmt/format.h>

namespace tashilgar::store {
namespace {

constexpr std::string_view kMagic = "TSHCOPY1";
constexpr std::string_view kRecord = "record 1";
constexpr std::string_view kDraft = "draft 1";
constexpr std::size_t kChunk = base::StreamSealer::kChunk;

/// Seals what comes in chunks of the stream.
class ChunkWriter {
public:
    ChunkWriter(base::WritableFile& file, const base::SecretKey& key)
        : m_file(file)
        , m_sealer(key)
    {
    }
    base::Result<void> begin()
    {
        TASHILGAR_TRY(m_file.write(base::bytesOf(kMagic)));
        return m_file.write(m_sealer.header());
    }
    base::Result<void> write(base::ByteView bytes)
    {
        m_hash.add(bytes);
        while (!bytes.empty()) {
            if (m_pending.size() == kChunk) {
                TASHILGAR_TRY(m_file.write(m_sealer.push(m_pending, false)));
                m_pending.clear();
            }
            const std::size_t count = std::min(bytes.size(), kChunk - m_pending.size());
            m_pending.insert(m_pending.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
            bytes = bytes.subspan(count);
        }
        return {};
    }
    /// The reply is the hash of the plain bytes.
    base::Result<std::string> finish()
    {
        TASHILGAR_TRY(m_file.write(m_sealer.push(m_pending, true)));
        TASHILGAR_TRY(m_file.sync());
        return base::toHex(m_hash.finish());
    }

private:
    base::WritableFile& m_file;
    base::StreamSealer m_sealer;
    base::Bytes m_pending;
    base::Sha256 m_hash;
};

/// Texts one after the other, read in the order they were written.
class TextReader {
public:
    explicit TextReader(base::ByteView packed)
        : m_texts(unpackTexts(packed))
    {
    }
    std::string text() { return m_next < m_texts.size() ? std::move(m_texts[m_next++]) : (m_short = true, std::string()); }
    std::int64_t number()
    {
        const std::string digits = text();
        std::int64_t value = 0;
        m_short |= std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc();
        return value;
    }
    /// As many as can be there at all: a number from a file that was made up does not take the memory.
    std::size_t count() { return std::min(static_cast<std::size_t>(std::max<std::int64_t>(number(), 0)), m_texts.size()); }
    bool ok() const { return !m_short; }

private:
    std::vector<std::string> m_texts;
    std::size_t m_next = 0;
    bool m_short = false;
};

void addFiles(std::vector<std::string>& texts, const std::vector<AttachedFile>& files)
{
    texts.push_back(std::to_string(files.size()));
    for (const AttachedFile& file : files)
        texts.insert(texts.end(), {file.name, file.sha256, std::to_string(file.size), file.mediaType});
}

std::vector<AttachedFile> readFiles(TextReader& in)
{
    std::vector<AttachedFile> files(in.count());
    for (AttachedFile& file : files) {
        file.name = in.text();
        file.sha256 = in.text();
        file.size = static_cast<std::uint64_t>(in.number());
        file.mediaType = in.text();
    }
    return files;
}

} // namespace

std::string copyName(char kind, std::string_view what, const base::SecretKey& key, std::optional<std::int64_t> moment)
{
    const base::SecretKey name = base::deriveKey(key, fmt::format("name {} {}", kind, what));
    std::string text = fmt::format("{}-{}", kind, base::toHex(name.bytes().first(16)));
    return moment ? text + fmt::format("-{:016x}", *moment) : text;
}

std::string copyKeyId(const base::SecretKey& key) { return base::toHex(base::deriveKey(key, "id").bytes().first(8)); }

base::Result<void> writeCopy(base::Files& files, const std::filesystem::path& path, const base::SecretKey& key, const CopySource& source)
{
    const std::filesystem::path part = path.string() + std::string(kPartEnding);
    const auto written = [&]() -> base::Result<std::string> {
        auto file = files.create(part);
        if (!file)
            return base::fail(std::move(file).error());
        ChunkWriter out(**file, key);
        TASHILGAR_TRY(out.begin());
        TASHILGAR_TRY(source([&out](base::ByteView bytes) { return out.write(bytes); }));
        return out.finish();
    }();
    base::Result<void> done;
    if (!written) {
        done = base::fail(written.error());
    } else {
        base::Sha256 hash;
        const auto back = readCopy(files, part, key, [&hash](base::ByteView bytes) { return hash.add(bytes), base::Result<void>(); });
        if (!back || base::toHex(hash.finish()) != *written)
            done = base::fail(kCopyUnread, "what was written to the second place does not read back", path.filename().string());
        else
            done = files.rename(part, path);
    }
    if (!done) {
        (void)files.remove(part); // what stays is removed by the next run
        return done;
    }
    return files.syncDirectory(path.parent_path());
}

base::Result<void> readCopy(base::Files& files, const std::filesystem::path& path, const base::SecretKey& key,
    const std::function<base::Result<void>(base::ByteView)>& take)
{
    const auto file = files.open(path);
    if (!file)
        return base::fail(file.error());
    const auto broken = [&] { return base::fail(base::kSealBroken, "a file of the copy does not open", path.filename().string()); };
    const std::size_t head = kMagic.size() + base::StreamSealer::kHeader;
    const auto begin = (*file)->read(0, head);
    if (!begin)
        return base::fail(begin.error());
    if (begin->size() != head || base::textOf(base::ByteView(*begin).first(kMagic.size())) != kMagic)
        return broken();
    base::StreamOpener opener(key, base::ByteView(*begin).subspan(kMagic.size()));
    bool last = false;
    for (std::uint64_t offset = head; !last; offset += kChunk + base::StreamSealer::kOverhead) {
        const auto sealed = (*file)->read(offset, kChunk + base::StreamSealer::kOverhead);
        if (!sealed)
            return base::fail(sealed.error());
        const auto plain = opener.pull(*sealed, last);
        if (!plain || (last && offset + sealed->size() != (*file)->size()))
            return broken();
        TASHILGAR_TRY(take(*plain));
    }
    return {};
}

base::Bytes packRecord(const Submission& record, const base::InstanceId& corrects)
{
    std::vector<std::string> texts{std::string(kRecord), record.summary.id.value(), record.summary.form.form.value(),
        record.summary.form.version, record.summary.name, corrects.value(), std::to_string(toRow(record.summary.madeAt)),
        record.summary.sha256, record.xml};
    addFiles(texts, record.files);
    return packTexts(texts);
}

std::optional<NewSubmission> unpackRecord(base::ByteView packed)
{
    TextReader in(packed);
    if (in.text() != kRecord)
        return std::nullopt;
    NewSubmission record;
    record.id = base::InstanceId(in.text());
    const std::string form = in.text();
    record.form = {base::FormId(form), in.text()};
    record.name = in.text();
    record.corrects = base::InstanceId(in.text());
    record.madeAt = momentOf(in.number());
    const std::string sha256 = in.text();
    record.xml = in.text();
    record.files = readFiles(in);
    if (!in.ok() || base::Sha256::hexOf(base::bytesOf(record.xml)) != sha256)
        return std::nullopt;
    return record;
}

base::Bytes packDraft(const Draft& draft)
{
    const DraftSummary& summary = draft.summary;
    std::vector<std::string> texts{std::string(kDraft), summary.id.value(), summary.form.form.value(), summary.form.version,
        summary.name, draft.corrects.value(), draft.seed, std::to_string(toRow(summary.startedAt)), summary.currentRef,
        draft.typed ? draft.typed->ref : std::string(), draft.typed ? draft.typed->text : std::string(), draft.firstSnapshot,
        std::to_string(draft.journal.size())};
    for (const JournalStep& step : draft.journal) {
        texts.insert(texts.end(),
            {std::to_string(static_cast<int>(step.kind)), step.ref, step.value, std::to_string(toRow(step.at)), step.position});
    }
    addFiles(texts, draft.files);
    return packTexts(texts);
}

std::optional<Draft> unpackDraft(base::ByteView packed)
{
    TextReader in(packed);
    if (in.text() != kDraft)
        return std::nullopt;
    Draft draft;
    draft.summary.id = base::DraftId(in.text());
    const std::string form = in.text();
    draft.summary.form = {base::FormId(form), in.text()};
    draft.summary.name = in.text();
    draft.corrects = base::InstanceId(in.text());
    draft.seed = in.text();
    draft.summary.startedAt = momentOf(in.number());
    draft.summary.currentRef = in.text();
    TypedText typed{in.text(), in.text()};
    if (!typed.ref.empty())
        draft.typed = std::move(typed);
    draft.firstSnapshot = in.text();
    draft.journal.resize(in.count());
    for (JournalStep& step : draft.journal) {
        step.kind = static_cast<JournalStep::Kind>(in.number());
        step.ref = in.text();
        step.value = in.text();
        step.at = momentOf(in.number());
        step.position = in.text();
    }
    draft.files = readFiles(in);
    return in.ok() ? std::optional(std::move(draft)) : std::nullopt;
}

namespace {

/// The instanceID in a snapshot; empty where there is none.
std::string instanceIdOf(const base::xml::Document& document, base::xml::NodeIndex element)
{
    for (auto child = document.firstElement(element); child != base::xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == "instanceID")
            return document.stringValue(child);
        if (std::string found = instanceIdOf(document, child); !found.empty())
            return found;
    }
    return {};
}

} // namespace

base::InstanceId instanceOf(const Draft& draft)
{
    const auto snapshot = base::xml::read(draft.firstSnapshot);
    return base::InstanceId(snapshot ? instanceIdOf(*snapshot, snapshot->root()) : std::string());
}

} // namespace tashilgar::store
