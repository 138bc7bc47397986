#include "tests/power/hub_walk.h"

#include "app/base/hash.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/main/composition.h"
#include "sync/protocol/receipt.h"
#include "sync/protocol/wire.h"
#include "tests/support/power_vfs.h"
#include "tests/support/world.h"
#include "tests/sync/hub/http_client.h"
#include "tests/sync/hub/office.h"

#include <fmt/format.h>

namespace tashilgar::tests {
namespace {

const std::filesystem::path kFolder = "/hub";
const std::string kPhoto(150'000, 'p');

HouseVisit visit(int number, bool photo)
{
    HouseVisit one;
    one.instance = fmt::format("uuid:44444444-0000-4000-8000-{:012}", number);
    one.household = fmt::format("ffffffff-0000-4000-8000-{:012}", number);
    one.photo = photo ? "door.jpg" : "";
    return one;
}

/// One tablet that talks to the hub and keeps what it was promised.
class Visitor {
public:
    Visitor(std::uint16_t port, HubPromises& promises)
        : m_client(port, false)
        , m_promises(promises)
    {
    }

    bool enrol(const std::string& code)
    {
        base::SystemRandom random;
        const HttpAnswer answer = m_client.request("POST", protocol::kEnrolPath, {},
            protocol::encode(protocol::EnrolRequest::make(code, "tablet", protocol::SigningKey::random(random))));
        const auto reply = answer.status == 200 ? protocol::decodeEnrolReply(answer.body) : base::fail(base::kMalformed, "no");
        if (reply)
            m_promises.enrolled = *reply;
        return reply.has_value();
    }

    bool push(const std::vector<protocol::BatchRecord>& records)
    {
        protocol::BatchWriter writer;
        for (const protocol::BatchRecord& record : records)
            (void)writer.add(record);
        const base::Bytes batch = writer.finish();
        return keep(ask("POST", std::string(protocol::kBatchesPath), {}, base::textOf(batch)), records);
    }

    bool askReceipts(const std::vector<protocol::BatchRecord>& records)
    {
        std::vector<protocol::ReceiptQuestion> questions;
        for (const protocol::BatchRecord& record : records)
            questions.push_back({record.instance, record.sha256});
        return keep(ask("POST", std::string(protocol::kReceiptsPath), {}, protocol::encodeReceiptQuestions(questions)), records);
    }

    bool upload(std::string_view bytes)
    {
        const std::string sha256 = base::Sha256::hexOf(base::bytesOf(bytes));
        const std::size_t half = bytes.size() / 2;
        return ask("POST", std::string(protocol::kBlobsPath),
                   {{"Upload-Length", std::to_string(bytes.size())}, {"Upload-Metadata", "sha256 " + base::toBase64(base::bytesOf(sha256))}})
                       .status
            == 201
            && append(sha256, 0, bytes.substr(0, half)) && append(sha256, half, bytes.substr(half));
    }

private:
    HttpAnswer ask(std::string_view method, const std::string& path, std::vector<std::pair<std::string, std::string>> headers,
        std::string_view body = {})
    {
        headers.emplace_back("Authorization", "Bearer " + m_promises.enrolled->token);
        return m_client.request(method, path, headers, body);
    }
    bool append(const std::string& sha256, std::size_t offset, std::string_view bytes)
    {
        return ask("PATCH", fmt::format("{}/{}", protocol::kBlobsPath, sha256),
                   {{"Upload-Offset", std::to_string(offset)}, {"Content-Type", std::string(protocol::kOffsetType)}}, bytes)
                   .status
            == 204;
    }
    bool keep(const HttpAnswer& answer, const std::vector<protocol::BatchRecord>& records)
    {
        if (answer.status != 200)
            return false;
        const auto receipts = receiptsIn(answer, questionsOf(records));
        for (std::size_t i = 0; i < receipts.size(); ++i) {
            if (receipts[i].isComplete())
                m_promises.receipted.push_back(records[i]);
        }
        return true;
    }

    HttpClient m_client;
    HubPromises& m_promises;
};

} // namespace

bool walkHub(PowerDisk& disk, HubPromises& promises, PowerFiles::Pretend pretend, sqlite::Synchronous synchronous)
{
    const FakeClock clock;
    base::SystemRandom random;
    PowerVfs vfs(disk);
    PowerFiles files(disk);
    const auto data = hub::HubData::open(kFolder, {files, clock, random, vfs.name(), synchronous, true});
    if (!data || !hub::domain::importProgramme(*(*data)->storage, *(*data)->blobs, smallProgramme(), clock.now()))
        return false;
    std::string code;
    const auto invited = (*data)->storage->writeNow([&](hub::storage::Writer& writer) -> base::Result<void> {
        auto made = hub::domain::inviteDevice(writer, "n.karimi", clock.now(), random);
        if (!made)
            return base::fail(made.error());
        code = *made;
        return {};
    });
    hub::ServeOptions options;
    options.plainHttp = true;
    // The key of the hub is safe by now: what is pretended concerns what tablets send.
    files.pretend(pretend);
    const auto running = hub::RunningHub::start(**data, options);
    if (!invited || !running)
        return false;
    const std::vector<protocol::BatchRecord> alone{visit(1, false).record()};
    const std::vector<protocol::BatchRecord> together{visit(2, true).record(kPhoto), visit(3, false).record()};
    Visitor visitor((*running)->port(), promises);
    return visitor.enrol(code) && visitor.push(alone) && visitor.push(together) && visitor.upload(kPhoto)
        && visitor.askReceipts(together);
}

std::vector<std::string> hubLosses(PowerDisk& disk, const HubPromises& promises)
{
    const FakeClock clock;
    base::SystemRandom random;
    PowerVfs vfs(disk);
    PowerFiles files(disk);
    const auto data = hub::HubData::open(kFolder, {files, clock, random, vfs.name(), sqlite::Synchronous::Full, true});
    if (!data)
        return {"the hub does not open: " + data.error().text()};
    if (!promises.enrolled)
        return {};
    std::vector<std::string> losses;
    if ((*data)->identity->receiptKey.publicKey() != promises.enrolled->receiptKey)
        losses.push_back("the hub has another receipt key");
    const auto looked = (*data)->storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        if (!hub::domain::callerOf(reader, promises.enrolled->token))
            losses.push_back("the tablet is unknown");
        for (const protocol::BatchRecord& promised : promises.receipted) {
            const std::string& name = promised.instance.value();
            const auto record = reader.record(promised.instance);
            const auto xml = reader.recordXml(promised.instance);
            if (!record || !*record || !xml || **xml != promised.xml) {
                losses.push_back("record " + name + " is gone");
                continue;
            }
            const auto missing = reader.missingBlobs(promised.blobs);
            if (!missing || !missing->empty())
                losses.push_back("a photo of " + name + " is not in the rows");
            for (const protocol::BlobRef& blob : promised.blobs) {
                const auto bytes = (*data)->blobs->readAll(blob.sha256, 1 << 20);
                if (!bytes)
                    losses.push_back("a photo of " + name + " is not on disk: " + bytes.error().text());
            }
            const auto row = reader.row(base::ListName("households"), fmt::format("ffffffff-{}", name.substr(14)));
            if (!row || !*row || (*row)->version != 1)
                losses.push_back("the household of " + name + " is not in the data bank");
        }
        return {};
    });
    if (!looked)
        losses.push_back("the hub cannot be read: " + looked.error().text());
    return losses;
}

} // namespace tashilgar::tests
