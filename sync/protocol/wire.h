#pragma once

#include <cstddef>
#include <string_view>

/// Names and limits both ends agree on; sync/protocol/DESIGN.md says what travels under them.
namespace tashilgar::protocol {

inline constexpr std::string_view kProbePath = "/sync/v1/probe";
inline constexpr std::string_view kEnrolPath = "/sync/v1/enrol";
inline constexpr std::string_view kBatchesPath = "/sync/v1/batches";
inline constexpr std::string_view kReceiptsPath = "/sync/v1/receipts";
inline constexpr std::string_view kBlobsPath = "/sync/v1/blobs";
inline constexpr std::string_view kChangesPath = "/sync/v1/changes";

/// Answers a probe with the hub's id.
inline constexpr std::string_view kHubHeader = "Tashilgar-Hub";
inline constexpr std::string_view kJsonType = "application/json";
inline constexpr std::string_view kBatchType = "application/vnd.tashilgar.batch";
inline constexpr std::string_view kOffsetType = "application/offset+octet-stream"; ///< of tus 1.0

/// A batch: what a tablet with 2 GB and a hub with 4 GB can hold twice. The largest record always fits into an empty one.
inline constexpr std::size_t kMaxBatchCompressed = 8u * 1024 * 1024;
inline constexpr std::size_t kMaxBatchPlain = 64u * 1024 * 1024;
inline constexpr std::size_t kMaxBatchRecords = 1000;
inline constexpr std::size_t kMaxRecordHeader = 256u * 1024;
inline constexpr std::size_t kMaxRecordXml = 4u * 1024 * 1024;
inline constexpr std::size_t kMaxBlobsOfRecord = 1000;
/// Requests and answers in JSON, but for changes.
inline constexpr std::size_t kMaxJson = 1024u * 1024;
/// One page of changes, plain.
inline constexpr std::size_t kMaxChangePage = 32u * 1024 * 1024;
/// How many changes a page holds when the tablet names no number, and at most.
inline constexpr std::size_t kDefaultChanges = 1000;
inline constexpr std::size_t kMaxChanges = 5000;

} // namespace tashilgar::protocol
