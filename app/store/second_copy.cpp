#include "app/store/second_copy.h"

#include "app/base/sealed_box.h"
#include "app/base/text.h"
#include "app/store/copy_file.h"
#include "app/store/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tashilgar::store {
namespace {

constexpr std::string_view kFirstLine = "tashilgar copy 1";
constexpr std::uint64_t kLargestAbout = 4096;

bool isCopy(std::string_view name)
{
    return name.size() >= 34 && (name[0] == 'r' || name[0] == 'd' || name[0] == 'f') && name[1] == '-';
}

CopySource sourceOf(base::Bytes bytes)
{
    return [bytes = std::move(bytes)](const auto& take) { return take(bytes); };
}

/// A content of the store, piece by piece.
CopySource sourceOf(AttachmentFiles& attachments, std::string sha256)
{
    return [&attachments, sha256 = std::move(sha256)](const auto& take) -> base::Result<void> {
        const auto file = attachments.open(sha256);
        if (!file)
            return base::fail(file.error());
        for (std::uint64_t offset = 0; offset < (*file)->size();) {
            const auto piece = (*file)->read(offset, base::StreamSealer::kChunk);
            if (!piece)
                return base::fail(piece.error());
            if (piece->empty())
                return base::fail(base::kIoError, "a file of the tablet ends early", sha256);
            TASHILGAR_TRY(take(*piece));
            offset += piece->size();
        }
        return {};
    };
}

/// What the copy is to hold: the name of each file, and what it is made of. Records and drafts are read when they are written.
struct Wanted {
    std::map<std::string, base::InstanceId> records;
    std::map<std::string, base::DraftId> drafts;
    std::set<std::string> files; ///< of them
};

} // namespace

base::SecretKey copyKey(const base::SecretKey& storeKey) { return base::deriveKey(storeKey, "second copy"); }

std::optional<base::SecretKey> keyFromText(std::string_view text)
{
    const auto bytes = base::fromBase64(base::trim(text));
    return bytes ? base::SecretKey::fromBytes(*bytes) : std::nullopt;
}

std::filesystem::path copyFolderIn(const std::filesystem::path& root, const base::SecretKey& key)
{
    return root / ("tashilgar-copy-" + copyKeyId(key).substr(0, 8));
}

std::optional<std::filesystem::path> findCopy(base::Files& files, const std::filesystem::path& root, const base::SecretKey& key)
{
    for (const std::filesystem::path& folder : {root, copyFolderIn(root, key)}) {
        const auto about = readAbout(files, folder);
        if (about && about->keyId == copyKeyId(key))
            return folder;
    }
    return std::nullopt;
}

base::Result<CopyAbout> readAbout(base::Files& files, const std::filesystem::path& folder)
{
    const auto bytes = files.readAll(folder / kAboutFile, kLargestAbout);
    if (!bytes && bytes.error().code == base::kNotFound)
        return base::fail(kCopyGone, "there is no copy in this folder", folder.string());
    if (!bytes)
        return base::fail(bytes.error());
    const std::string text(base::textOf(*bytes));
    const auto lines = base::split(text, '\n');
    if (lines.size() < 4 || lines[0] != kFirstLine)
        return base::fail(base::kMalformed, "this folder holds something else, or a copy of a newer version", folder.string());
    return CopyAbout{std::string(lines[1]), std::string(lines[2]), std::string(lines[3])};
}

SecondCopy::SecondCopy(Store& store, base::Files& files, const base::SecretKey& storeKey, std::filesystem::path folder)
    : m_store(&store)
    , m_files(&files)
    , m_key(copyKey(storeKey))
    , m_folder(std::move(folder))
{
}

base::Result<void> SecondCopy::begin()
{
    const auto present = readAbout(*m_files, m_folder);
    if (!present && present.error().code != kCopyGone)
        return base::fail(present.error());
    if (present && present->keyId != copyKeyId(m_key))
        return base::fail(kCopyForeign, "this folder holds the copy of another tablet", m_folder.string());
    const auto enrolment = m_store->settings().enrolment();
    if (!enrolment)
        return base::fail(enrolment.error());
    CopyAbout about{copyKeyId(m_key), {}, {}};
    if (*enrolment) {
        const auto office = base::fromBase64((*enrolment)->receiptKey);
        if (const auto box = base::sealForHolder(m_key.bytes(), office.value_or(base::Bytes()))) {
            about.officeKeyId = (*enrolment)->receiptKeyId;
            about.box = base::toBase64Url(*box);
        }
    }
    if (present && present->officeKeyId == about.officeKeyId)
        return {};
    TASHILGAR_TRY(base::makeFolder(*m_files, m_folder));
    return m_files->writeWhole(m_folder / kAboutFile,
        base::bytesOf(fmt::format("{}\n{}\n{}\n{}\n", kFirstLine, about.keyId, about.officeKeyId, about.box)));
}

bool SecondCopy::isThere() const
{
    const auto about = readAbout(*m_files, m_folder);
    return about && about->keyId == copyKeyId(m_key);
}

SecondCopy::Report SecondCopy::run(const std::function<bool()>& stop)
{
    Report report;
    const auto failed = [&report](const base::Error& error) {
        if (!report.trouble)
            report.trouble = error;
        return report;
    };
    Wanted wanted;
    const auto unsent = m_store->submissions().unsent();
    if (!unsent)
        return failed(unsent.error());
    for (const base::InstanceId& id : *unsent)
        wanted.records.emplace(copyName('r', id.value(), m_key), id);
    const auto drafts = m_store->drafts().list();
    if (!drafts)
        return failed(drafts.error());
    for (const DraftSummary& draft : *drafts) // another name for each state, so the older one stays until this one is whole
        wanted.drafts.emplace(copyName('d', draft.id.value(), m_key, toRow(draft.changedAt)), draft.id);
    report.wanted = static_cast<std::uint32_t>(wanted.records.size() + wanted.drafts.size());
    if (!isThere())
        return failed(base::Error(kCopyGone, "the second place is not there", m_folder.string()));
    auto listed = m_files->list(m_folder);
    if (!listed)
        return failed(listed.error());
    std::set<std::string> present(listed->begin(), listed->end());

    // Files first: a record in the copy has all of its own.
    const auto copyFiles = [&](const std::vector<AttachedFile>& files) -> base::Result<void> {
        for (const AttachedFile& file : files) {
            const std::string name = copyName('f', file.sha256, m_key);
            wanted.files.insert(name);
            if (present.contains(name))
                continue;
            TASHILGAR_TRY(writeCopy(*m_files, m_folder / name, m_key, sourceOf(m_store->attachments(), file.sha256)));
            present.insert(name);
        }
        return {};
    };
    const auto copy = [&](const std::string& name, const auto& read) {
        if (stop && stop())
            return false;
        const base::Result<void> done = [&]() -> base::Result<void> {
            const auto content = read();
            if (!content)
                return base::fail(content.error());
            TASHILGAR_TRY(copyFiles(content->first));
            if (present.contains(name))
                return {};
            TASHILGAR_TRY(writeCopy(*m_files, m_folder / name, m_key, sourceOf(content->second)));
            present.insert(name);
            ++report.written;
            return {};
        }();
        if (done)
            ++report.present;
        else
            (void)failed(done.error());
        // Of a card that is full or gone the next file would say the same.
        return done || (done.error().code != base::kDiskFull && done.error().code != base::kIoError && done.error().code != kCopyUnread);
    };
    using Content = base::Result<std::pair<std::vector<AttachedFile>, base::Bytes>>;
    bool whole = true;
    for (auto it = wanted.records.begin(); it != wanted.records.end() && whole; ++it) {
        const auto& id = it->second;
        whole = copy(it->first, [&]() -> Content {
            if (present.contains(it->first)) {
                const auto files = m_store->submissions().files(id);
                return files ? Content(std::pair(*files, base::Bytes())) : Content(base::fail(files.error()));
            }
            const auto record = m_store->submissions().read(id);
            return record ? Content(std::pair(record->files, packRecord(*record, record->corrects))) : Content(base::fail(record.error()));
        });
    }
    for (auto it = wanted.drafts.begin(); it != wanted.drafts.end() && whole; ++it) {
        const auto& id = it->second;
        whole = copy(it->first, [&]() -> Content {
            const auto draft = m_store->drafts().read(id);
            return draft ? Content(std::pair(draft->files, packDraft(*draft))) : Content(base::fail(draft.error()));
        });
    }
    // A state of a draft whose newest is not in the copy is better than none.
    std::set<std::string> late;
    for (const auto& [name, id] : wanted.drafts) {
        if (!present.contains(name))
            late.insert(id.value());
    }
    bool foreign = false; // something is here that only the copy has
    const auto goes = [&](const std::string& name) {
        if (wanted.records.contains(name) || wanted.drafts.contains(name) || wanted.files.contains(name))
            return false;
        if (name.ends_with(kPartEnding))
            return true;
        if (!isCopy(name))
            return false;
        if (name.front() == 'f')
            return whole && !report.trouble && !foreign;
        const bool spent = accounted(name, late);
        foreign = foreign || !spent;
        return spent;
    };
    std::stable_partition(listed->begin(), listed->end(), [](const std::string& name) { return name.front() != 'f'; }); // files last
    for (const std::string& name : *listed) {
        const bool part = name.ends_with(kPartEnding);
        if (!goes(name))
            continue;
        if (const auto removed = m_files->remove(m_folder / name); !removed)
            return failed(removed.error());
        report.removed += part ? 0 : 1;
    }
    return report;
}

/// Whether the store knows what \p name holds: a record that it has (with its receipt, or it would be wanted), another moment of a
/// draft that it has, or a draft whose record it has. Whatever else is here was put by a store that is gone, and is the only one.
bool SecondCopy::accounted(const std::string& name, const std::set<std::string>& late) const
{
    base::Bytes packed;
    const auto read = readCopy(*m_files, m_folder / name, m_key, [&packed](base::ByteView piece) {
        packed.insert(packed.end(), piece.begin(), piece.end());
        return base::Result<void>();
    });
    if (!read)
        return read.error().code == base::kSealBroken;
    if (name.front() == 'r') {
        const auto record = unpackRecord(packed);
        return record && m_store->submissions().summary(record->id).has_value();
    }
    const auto draft = unpackDraft(packed);
    if (!draft)
        return false;
    if (m_store->drafts().read(draft->summary.id))
        return !late.contains(draft->summary.id.value());
    return m_store->submissions().summary(instanceOf(*draft)).has_value();
}

base::Result<std::uint32_t> SecondCopy::check(const std::function<bool()>& stop)
{
    if (!isThere())
        return base::fail(kCopyGone, "the second place is not there", m_folder.string());
    const auto listed = m_files->list(m_folder);
    if (!listed)
        return base::fail(listed.error());
    std::uint32_t removed = 0;
    for (const std::string& name : *listed) {
        if (stop && stop())
            break;
        if (!isCopy(name))
            continue;
        const auto read = readCopy(*m_files, m_folder / name, m_key, [](base::ByteView) { return base::Result<void>(); });
        if (read || read.error().code != base::kSealBroken) // a loose card that does not read now may read later
            continue;
        TASHILGAR_TRY(m_files->remove(m_folder / name));
        ++removed;
    }
    return removed;
}

} // namespace tashilgar::store
