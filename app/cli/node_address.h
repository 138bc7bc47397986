#pragma once

#include "app/base/result.h"
#include "app/forms/secondary/document_dom.h"

#include <string>
#include <string_view>

namespace tashilgar::cli {

/// The node of a document at an address such as "/*[1]/*[2]/text()[1]", "/*[1]/@id" or "/*[1]/namespace::p" (DESIGN.md,
/// 5). Fails with base::kNotFound.
base::Result<forms::xpath::NodeRef> nodeAt(const forms::secondary::DocumentDom& dom, std::string_view address);
/// The other way round.
std::string addressOf(forms::xpath::NodeRef node);

} // namespace tashilgar::cli
