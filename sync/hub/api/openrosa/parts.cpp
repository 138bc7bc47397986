#include "sync/hub/api/openrosa/parts.h"

#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::hub::api::openrosa {
namespace {

constexpr std::string_view kRecordPart = "xml_submission_file";
// Every client sends the record first; what comes before it must be held open until it is known.
constexpr std::size_t kMaxEarly = 8;

} // namespace

bool SubmissionParts::isWanted(const std::string& name) const
{
    return !m_record->refusal && std::ranges::find(m_record->record.blobs, name, &protocol::BlobRef::name) != m_record->record.blobs.end()
        && std::ranges::find(m_files, name, &domain::ArrivedFile::name) == m_files.end();
}

base::Result<void> SubmissionParts::begin(const http::PartHead& head)
{
    m_kind = Kind::LetGo;
    if (head.name == kRecordPart) {
        if (m_record || !m_xml.empty())
            return base::fail(http::kMultipartBroken, "the request has two submissions");
        m_kind = Kind::Record;
        return {};
    }
    if (!head.isFile || (m_record && !isWanted(head.name)))
        return {};
    if (!m_record && m_early.size() >= kMaxEarly)
        return base::fail(http::kMultipartBroken, "the submission itself must come before its files");
    auto upload = m_blobs.receive(m_largestFile);
    if (!upload)
        return base::fail(upload.error());
    m_kind = Kind::File;
    m_upload = std::move(*upload);
    m_file = {head.name, {}, 0, head.mediaType};
    return {};
}

base::Result<void> SubmissionParts::take(base::ByteView bytes)
{
    if (m_kind == Kind::File)
        return m_upload->append(bytes);
    if (m_kind == Kind::LetGo)
        return {};
    if (bytes.size() > protocol::kMaxRecordXml - m_xml.size())
        return base::fail(base::kTooLarge, "the submission itself is larger than the hub takes");
    m_xml += base::textOf(bytes);
    return {};
}

base::Result<void> SubmissionParts::end()
{
    if (m_kind == Kind::Record) {
        auto checked = m_inspect(std::move(m_xml));
        if (!checked)
            return base::fail(checked.error());
        m_record = std::move(*checked);
    } else if (m_kind == Kind::File && m_record) {
        TASHILGAR_TRY(keep(std::move(m_file), *m_upload));
        m_upload.reset();
    } else if (m_kind == Kind::File) {
        TASHILGAR_TRY(m_upload->flush());
        m_early.push_back({std::move(m_file), std::move(m_upload)});
    }
    m_kind = Kind::LetGo;
    return {};
}

base::Result<void> SubmissionParts::keep(domain::ArrivedFile file, storage::BlobUpload& upload)
{
    file.size = upload.offset();
    TASHILGAR_TRY(upload.finish());
    file.sha256 = upload.sha256();
    m_files.push_back(std::move(file));
    return {};
}

base::Result<void> SubmissionParts::finish()
{
    if (!m_record)
        return base::fail(http::kMultipartBroken, "the request has no part xml_submission_file");
    for (Early& early : m_early) {
        if (isWanted(early.file.name))
            TASHILGAR_TRY(keep(std::move(early.file), *early.upload));
    }
    m_early.clear();
    return {};
}

} // namespace tashilgar::hub::api::openrosa
