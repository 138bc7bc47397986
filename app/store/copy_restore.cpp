#include "app/store/copy_file.h"
#include "app/store/second_copy.h"

#include <algorithm>
#include <functional>
#include <set>

namespace tashilgar::store {
namespace {

class Restoring {
public:
    Restoring(Store& store, base::Files& files, const std::filesystem::path& folder, const base::SecretKey& key)
        : m_store(store)
        , m_files(files)
        , m_folder(folder)
        , m_key(key)
    {
    }

    base::Result<void> records(const std::vector<std::string>& names)
    {
        // Oldest first, as they were made: lists follow the order in which records came. Twice through the copy, because all
        // of it together is too much for the memory.
        std::vector<std::pair<base::Instant, std::string>> ordered;
        for (const std::string& name : names) {
            if (const auto record = unpackRecord(read(name)))
                ordered.emplace_back(*record->madeAt, name);
            else
                ++done.broken;
        }
        std::sort(ordered.begin(), ordered.end());
        for (const auto& [moment, name] : ordered) {
            if (const auto record = unpackRecord(read(name)))
                TASHILGAR_TRY(restore(*record));
        }
        return {};
    }

    /// Of several states of one draft the latest that opens: names end with the moment.
    base::Result<void> drafts(std::vector<std::string> names)
    {
        std::sort(names.begin(), names.end(), std::greater());
        std::string last;
        for (const std::string& name : names) {
            const std::string draftName = name.substr(0, name.rfind('-'));
            if (draftName == last)
                continue;
            const auto draft = unpackDraft(read(name));
            if (!draft) {
                ++done.broken;
                continue;
            }
            TASHILGAR_TRY(restore(*draft));
            last = draftName;
        }
        return {};
    }

    Restored done;

private:
    base::Bytes read(const std::string& name)
    {
        base::Bytes bytes;
        const auto whole = readCopy(m_files, m_folder / name, m_key, [&bytes](base::ByteView piece) {
            bytes.insert(bytes.end(), piece.begin(), piece.end());
            return base::Result<void>();
        });
        return whole ? bytes : base::Bytes();
    }

    /// A content that the copy does not have stays named, so that it can come from another copy.
    base::Result<void> restore(const std::vector<AttachedFile>& files)
    {
        for (const AttachedFile& file : files) {
            if (m_store.attachments().has(file.sha256))
                continue;
            auto writer = m_store.attachments().begin();
            if (!writer)
                return base::fail(std::move(writer).error());
            base::Result<void> stored; // fails for this tablet's disk, not for the copy
            const auto whole = readCopy(m_files, m_folder / copyName('f', file.sha256, m_key), m_key, [&](base::ByteView piece) {
                return stored = (*writer)->write(piece);
            });
            TASHILGAR_TRY(std::move(stored));
            if (!whole || !(*writer)->finish(file.sha256))
                ++done.filesMissing;
        }
        return {};
    }

    base::Result<void> restore(const NewSubmission& record)
    {
        m_instances.insert(record.id.value());
        const auto before = m_store.submissions().summary(record.id);
        if (before) {
            const bool same = before->sha256 == base::Sha256::hexOf(base::bytesOf(record.xml));
            ++(same ? done.already : done.differing);
            return {};
        }
        TASHILGAR_TRY(restore(record.files));
        TASHILGAR_TRY(m_store.submissions().finalise(record));
        ++done.records;
        return {};
    }

    base::Result<void> restore(const Draft& draft)
    {
        const base::InstanceId instance = instanceOf(draft);
        const bool finished = m_instances.contains(instance.value()) || m_store.submissions().summary(instance).has_value();
        if (finished || m_store.drafts().read(draft.summary.id)) {
            ++done.already;
            return {};
        }
        TASHILGAR_TRY(restore(draft.files));
        TASHILGAR_TRY(m_store.drafts().restore(draft));
        ++done.drafts;
        return {};
    }

    Store& m_store;
    base::Files& m_files;
    const std::filesystem::path& m_folder;
    const base::SecretKey& m_key;
    std::set<std::string> m_instances;
};

} // namespace

base::Result<Restored> restoreCopy(
    Store& store, base::Files& files, const std::filesystem::path& folder, const base::SecretKey& key)
{
    const auto about = readAbout(files, folder);
    if (!about)
        return base::fail(about.error());
    if (about->keyId != copyKeyId(key))
        return base::fail(kCopyForeign, "this key is not that of the copy", folder.string());
    const auto listed = files.list(folder);
    if (!listed)
        return base::fail(listed.error());
    const auto named = [&](const char* beginning) {
        std::vector<std::string> names;
        std::copy_if(listed->begin(), listed->end(), std::back_inserter(names), [&](const std::string& name) {
            return name.starts_with(beginning) && !name.ends_with(kPartEnding);
        });
        return names;
    };
    Restoring restoring(store, files, folder, key);
    TASHILGAR_TRY(restoring.records(named("r-")));
    TASHILGAR_TRY(restoring.drafts(named("d-")));
    return restoring.done;
}

} // namespace tashilgar::store
