#pragma once

#include "sync/client/transport.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/change.h"
#include "sync/protocol/message.h"
#include "sync/protocol/receipt.h"
#include "tests/support/world.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// A hub in memory that answers as sync/protocol/DESIGN.md says, and counts what it got.
class FakeHub {
public:
    explicit FakeHub(std::uint64_t seed = 7);

    client::Response answer(const client::Request& request);

    struct Stored {
        protocol::BatchRecord record;
        std::string device;
    };
    protocol::SigningKey key;
    std::string id;
    std::string pin;
    std::string code = "ABCDE12345";
    std::map<base::InstanceId, Stored> records;
    std::map<std::string, base::Bytes> blobs;
    std::vector<protocol::ChangePage> pages; ///< asked for by "", "1", "2" …
    int recordsTaken = 0; ///< times that a record was stored for the first time
    int blobsTaken = 0;

    // Ill will
    std::vector<protocol::FormDictionary> dictionaries; ///< of the forms it knows
    std::set<std::string> chokesOn;    ///< instances whose batch fails with 500
    std::set<std::string> troubledBy;  ///< instances that are answered with trouble of the hub, alone
    std::set<std::string> unknownForms;
    std::uint64_t largestBlob = 100'000'000;
    bool revoked = false;
    bool full = false;
    bool forgesReceipts = false;

private:
    struct Upload {
        std::string sha256;
        std::uint64_t length = 0;
        base::Bytes bytes;
    };
    client::Response enrol(const client::Request& request);
    client::Response batch(const client::Request& request);
    client::Response receipts(const client::Request& request);
    client::Response createBlob(const client::Request& request);
    client::Response upload(const client::Request& request, const std::string& sha256);
    client::Response changes(const client::Request& request);
    client::Response fetchBlob(const client::Request& request, const std::string& sha256);
    protocol::Receipt receiptOf(const Stored& stored, protocol::ReceiptState state) const;

    FakeRandom m_random;
    std::string m_token;
    std::string m_enrolledKey;
    std::map<std::string, Upload> m_uploads;
};

client::Response plainAnswer(int status, std::vector<client::Header> headers = {}, std::string_view body = {});

} // namespace tashilgar::tests
