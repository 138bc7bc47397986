#pragma once

#include "sync/hub/api/hub.h"

/// One function for each resource: adds its routes.
namespace tashilgar::hub::api {

void addDescription(http::Router& router);
/// After all others: it answers where nobody else does.
void addOtherVersions(http::Router& router, Hub& hub);
void addProbe(http::Router& router, Hub& hub);
void addEnrol(http::Router& router, Hub& hub);
void addBatches(http::Router& router, Hub& hub);
void addReceipts(http::Router& router, Hub& hub);
void addBlobs(http::Router& router, Hub& hub);
void addChanges(http::Router& router, Hub& hub);
void addExports(http::Router& router, Hub& hub);

} // namespace tashilgar::hub::api
