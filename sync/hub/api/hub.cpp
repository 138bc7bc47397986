#include "sync/hub/api/hub.h"

#include "sync/hub/api/openrosa/door.h"
#include "sync/hub/api/resources.h"

namespace tashilgar::hub::api {

http::Router routes(Hub& hub)
{
    http::Router router;
    addDescription(router);
    addProbe(router, hub);
    addEnrol(router, hub);
    addBatches(router, hub);
    addReceipts(router, hub);
    addBlobs(router, hub);
    addChanges(router, hub);
    addExports(router, hub);
    openrosa::addForms(router, hub);
    openrosa::addSubmission(router, hub);
    addOtherVersions(router, hub);
    return router;
}

} // namespace tashilgar::hub::api
