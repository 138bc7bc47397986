#pragma once

#include "app/forms/engine/session.h"

#include <string>

namespace tashilgar::forms::serialise {

/// The relevant answers that carry an odk:tag, as one short line: "prefix tag value tag value". The delimiter is the
/// root's odk:delimiter, else a blank; in values it and the backslash stand behind a backslash.
/// Spec: https://getodk.github.io/xforms-spec/#compact-record-representation-(for-sms)
std::string writeCompact(const engine::Session& session);

} // namespace tashilgar::forms::serialise
