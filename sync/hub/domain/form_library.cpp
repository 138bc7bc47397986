#include "sync/hub/domain/form_library.h"

#include "sync/hub/domain/md5.h"

#include <algorithm>

namespace tashilgar::hub::domain {
namespace {

constexpr std::uint64_t kMaxForm = 32u * 1024 * 1024;

} // namespace

base::Result<std::shared_ptr<const forms::Form>> FormLibrary::form(storage::Reader& reader, const base::FormVersion& version)
{
    const auto published = reader.form(version);
    if (!published)
        return base::fail(published.error());
    const std::string place = version.form.value() + " " + version.version;
    if (!*published)
        return base::fail(kFormUnknown, "this hub does not have this version of the form", place);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_bySha256.find((*published)->sha256); known != m_bySha256.end())
        return known->second;
    const auto xml = m_blobs.readAll((*published)->sha256, kMaxForm);
    if (!xml)
        return base::fail(kFormUnreadable, xml.error().text(), place);
    forms::Diagnostics diagnostics;
    auto form = forms::Form::load(base::textOf(*xml), diagnostics);
    if (!form)
        return base::fail(kFormUnreadable, form.error().text(), place);
    m_bySha256.emplace((*published)->sha256, *form);
    return *form;
}

base::Result<std::optional<base::Bytes>> FormLibrary::dictionary(storage::Reader& reader, base::ByteView id)
{
    const std::lock_guard lock(m_mutex);
    const auto known = [&]() -> std::optional<base::Bytes> {
        for (const auto& [sha256, dictionary] : m_dictionaries) {
            if (!dictionary.bytes.empty() && std::ranges::equal(dictionary.id, id))
                return dictionary.bytes;
        }
        return std::nullopt;
    };
    if (auto found = known())
        return found;
    const auto published = reader.forms();
    if (!published)
        return base::fail(published.error());
    for (const storage::PublishedForm& one : *published) {
        if (m_dictionaries.contains(one.sha256))
            continue;
        const auto xml = m_blobs.readAll(one.sha256, kMaxForm);
        const auto made = xml ? protocol::FormDictionary::of(base::textOf(*xml)) : base::fail(xml.error());
        m_dictionaries.emplace(one.sha256, made.value_or(protocol::FormDictionary()));
    }
    return known();
}

base::Result<std::map<base::FormId, std::vector<std::shared_ptr<const forms::Form>>>> FormLibrary::allVersions(
    storage::Reader& reader, std::vector<base::Error>& unreadable)
{
    const auto published = reader.forms();
    if (!published)
        return base::fail(published.error());
    std::map<base::FormId, std::vector<std::shared_ptr<const forms::Form>>> all;
    for (const storage::PublishedForm& one : *published) {
        auto parsed = form(reader, one.form);
        if (parsed) {
            auto& versions = all[one.form.form];
            versions.insert(versions.begin(), std::move(*parsed));
        } else if (parsed.error().code == kFormUnreadable) {
            unreadable.push_back(parsed.error());
        } else {
            return base::fail(parsed.error());
        }
    }
    return all;
}

base::Result<std::string> FormLibrary::md5Of(const std::string& sha256, std::uint64_t size)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_md5BySha256.find(sha256); known != m_md5BySha256.end())
            return known->second;
    }
    auto blob = m_blobs.open(sha256, 0, size);
    if (!blob)
        return base::fail(blob.error());
    Md5 sum;
    for (;;) {
        const auto piece = blob->next();
        if (!piece)
            return base::fail(piece.error());
        if (piece->empty())
            break;
        sum.add(*piece);
    }
    const std::lock_guard lock(m_mutex);
    return m_md5BySha256.emplace(sha256, sum.finish()).first->second;
}

} // namespace tashilgar::hub::domain
