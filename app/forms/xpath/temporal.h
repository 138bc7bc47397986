#pragma once

#include "app/base/clock.h"
#include "app/base/zones.h"

#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::forms::xpath {

/// Dates and moments as text, and as days. A number that stands for a date counts the local days since 1970-01-01, one
/// that stands for a moment the days since 1970-01-01T00:00 UTC; a date without time is the midnight of the zone.
/// Spec: https://getodk.github.io/xforms-spec/#date-strings

/// Cheap: could \p text be a date or a date with time, and nothing else?
bool looksTemporal(std::string_view text);
/// "2026-11-22", with or without "T09:05", seconds, fraction, "Z" or an offset; nothing for any other text or a day
/// that does not exist.
std::optional<base::Instant> momentOf(std::string_view text, const base::Zone& zone);
double daysOf(base::Instant moment);
/// The days from 1970-01-01 to the day that \p moment falls on in \p zone: what a date is worth as a number.
double wholeDaysOf(base::Instant moment, const base::Zone& zone);
/// The other way round: "2026-11-22". Nothing for NaN and what lies beyond the years 0 to 9999; broken days are cut.
std::optional<std::string> isoDateOfDays(double days);
/// Nothing for NaN, infinities and what lies beyond the years 0 to 9999.
std::optional<base::Instant> momentOfDays(double days);
/// The date alone when it is midnight in \p zone, else with time and offset.
std::string isoOf(base::Instant moment, const base::Zone& zone);
std::string isoDateOf(base::Instant moment, const base::Zone& zone);

} // namespace tashilgar::forms::xpath
