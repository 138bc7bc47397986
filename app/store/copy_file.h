#pragma once

#include "app/base/files.h"
#include "app/base/seal.h"
#include "app/store/draft_box.h"
#include "app/store/submission_box.h"

#include <filesystem>
#include <functional>
#include <string>

namespace tashilgar::store {

// The files of a second copy. Private to this folder; the format stands in DESIGN.md.

inline constexpr std::string_view kAboutFile = "about";
inline constexpr std::string_view kPartEnding = ".part";

/// Names tell nothing of what they name to whoever has no key.
std::string copyName(char kind, std::string_view what, const base::SecretKey& key, std::optional<std::int64_t> moment = {});
std::string copyKeyId(const base::SecretKey& key);

/// Hands the plain bytes over in pieces.
using CopySource = std::function<base::Result<void>(const std::function<base::Result<void>(base::ByteView)>&)>;
/// Writes, syncs, reads back, names: whole or not at all.
base::Result<void> writeCopy(base::Files& files, const std::filesystem::path& path, const base::SecretKey& key, const CopySource& source);
/// Fails with base::kSealBroken for a file that is cut, changed or of another key.
base::Result<void> readCopy(base::Files& files, const std::filesystem::path& path, const base::SecretKey& key,
    const std::function<base::Result<void>(base::ByteView)>& take);

base::Bytes packRecord(const Submission& record, const base::InstanceId& corrects);
base::Bytes packDraft(const Draft& draft);
/// Nothing for bytes of another version.
std::optional<NewSubmission> unpackRecord(base::ByteView packed);
std::optional<Draft> unpackDraft(base::ByteView packed);

/// The instanceID that the draft began with; empty where its snapshot tells none.
base::InstanceId instanceOf(const Draft& draft);

} // namespace tashilgar::store
