#pragma once

#include "app/base/result.h"
#include "sync/protocol/change.h"

#include <string_view>
#include <vector>

namespace tashilgar::client::openrosa {

/// An entity list as a server gives it, a CSV file, as the changes a hub would send: a beginning and its rows.
/// Columns that begin with two underscores are the server's own; of these only __version is read.
/// Fails with base::kMalformed. Spec: https://docs.getodk.org/central-api-entity-management/
base::Result<std::vector<protocol::Change>> changesOfTable(const base::ListName& list, std::string_view csv);

} // namespace tashilgar::client::openrosa
