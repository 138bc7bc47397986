#pragma once

#include "app/base/error.h"

#include <QString>

namespace tashilgar::viewmodels {

/// What a person is told when something did not work: what happened, whether the data is safe, what to do. In the
/// interface language, in ordinary words; the code of the error is at the end when nothing better is known.
QString tellOf(const base::Error& error);

/// The same from a code alone, as rows keep it ("base.disk-full"); \p sentence is shown when the code is not known here.
QString tellOf(std::string_view code, std::string_view sentence = {});

} // namespace tashilgar::viewmodels
