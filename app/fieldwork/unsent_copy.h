#pragma once

#include "app/store/second_copy.h"

namespace tashilgar::fieldwork {

/// What a page tells of the second copy of unsent records and drafts; the copying itself is store::SecondCopy.
using CopyReport = store::SecondCopy::Report;
using Restored = store::Restored;

} // namespace tashilgar::fieldwork
