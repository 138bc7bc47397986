#pragma once

#include "app/base/xml/document.h"

namespace tashilgar::base::xml {

struct WriteOptions {
    bool declaration = false; ///< <?xml version="1.0" encoding="UTF-8"?>
    bool indent = false;      ///< only where an element has no text beside its elements
};

/// The text of \p node and all below it, UTF-8. Prefixes are written as they are held; a name whose prefix is not declared
/// in scope gets its declaration there.
std::string write(const Document& document, NodeIndex node = Document::root(), const WriteOptions& options = {});

/// Escaped for element content, and for an attribute in double quotes.
std::string escapeText(std::string_view text);
std::string escapeAttribute(std::string_view text);

} // namespace tashilgar::base::xml
