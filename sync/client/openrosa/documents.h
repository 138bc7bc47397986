#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The documents of the OpenRosa interfaces, read strictly: whatever is not what it should be is no answer of a server.
namespace tashilgar::client::openrosa {

/// Spec: https://docs.getodk.org/openrosa-form-list/
struct ListedForm {
    base::FormVersion form;
    std::string title;
    std::string hash; ///< "md5:…"; may be empty
    std::string downloadUrl;
    std::string manifestUrl; ///< may be empty
};
/// Fails with base::kMalformed. Entries without an id or an address are left out.
base::Result<std::vector<ListedForm>> readFormList(std::string_view xml);

/// Spec: https://docs.getodk.org/openrosa-form-list/#the-manifest-document
struct ListedFile {
    std::string name;
    std::string hash; ///< "md5:…" of the bytes; of an entity list, a mark that changes when the list does
    std::string downloadUrl;
    bool entityList = false;
};
/// Fails with base::kMalformed, also for a name that leads out of the form's folder.
base::Result<std::vector<ListedFile>> readManifest(std::string_view xml);

/// What a server says of a submission.
struct Said {
    std::string message; ///< for people; may be empty
};
/// Nothing when \p body is no OpenRosaResponse: then it is not the server's word.
/// Spec: https://docs.getodk.org/openrosa-http/
std::optional<Said> readAnswer(std::string_view body);

} // namespace tashilgar::client::openrosa
