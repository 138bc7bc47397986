#pragma once

#include "sync/hub/domain/enrolment.h"

#include <string>
#include <string_view>

namespace tashilgar::hub::domain {

/// A way in for ODK Collect and its kin: a token that stands in the address, given to one person of the programme. What
/// comes by it is that person's, as if it came from a tablet of theirs.
struct NewAppUser {
    base::DeviceId id;
    std::string token; ///< said once; only its hash is kept
};

/// \p name is what people call it: "phone of Mrs Karimi". Fails with kPersonUnknown. signOff() ends it.
base::Result<NewAppUser> addAppUser(
    storage::Writer& writer, std::string_view username, std::string_view name, base::Instant now, base::Random& random);

/// Those that were ever made, the revoked ones too.
base::Result<std::vector<storage::Device>> appUsers(storage::Reader& reader);

} // namespace tashilgar::hub::domain
