#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client::openrosa {

/// What of a server's forms and lists is on this tablet: the server's hashes beside ours. It is what stands in the Inbox as
/// the cursor, so that it changes in one transaction with what it tells of.
struct ShelfNote {
    struct File {
        std::string hash; ///< the server's
        std::string sha256;
        std::uint64_t size = 0;
        friend bool operator==(const File&, const File&) = default;
    };
    struct Form {
        std::string title;
        File xml;
        std::map<std::string, File> media; ///< by name
        friend bool operator==(const Form&, const Form&) = default;
    };
    std::map<base::FormVersion, Form> forms;
    std::map<std::string, std::string> lists; ///< name of an entity list, the server's mark
    friend bool operator==(const ShelfNote&, const ShelfNote&) = default;

    std::string write() const;
    /// Nothing is known where \p text is none of ours: an empty one, or the cursor of a hub.
    static ShelfNote read(std::string_view text);
};

} // namespace tashilgar::client::openrosa
