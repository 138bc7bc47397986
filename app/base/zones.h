#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace tashilgar::base {

/// A moment as a wall clock shows it.
struct LocalTime {
    int year = 1970;
    int month = 1; ///< 1-12
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

/// Days from 1970-01-01 of the proleptic Gregorian calendar, and back.
std::int64_t daysFromCivil(int year, int month, int day);
void civilFromDays(std::int64_t days, int& year, int& month, int& day);
int daysInMonth(int year, int month);

/// The rules of one IANA time zone. Immutable; any thread may use it.
class Zone {
public:
    /// Fails with kNotFound: "Asia/Tehran" is one, "Tehran" is not.
    static Result<std::shared_ptr<const Zone>> named(std::string_view name);
    /// The machine's own zone (TZ, else /etc/localtime), UTC when it cannot be told.
    static std::shared_ptr<const Zone> system();

    virtual ~Zone() = default;
    virtual std::string name() const = 0;
    /// East of Greenwich is positive.
    virtual std::chrono::seconds offsetAt(Instant moment) const = 0;
    LocalTime toLocal(Instant moment) const;
    /// Where a clock change repeats an hour the earlier moment is meant; where it skips one, the hour after the gap.
    virtual Instant toInstant(const LocalTime& local) const = 0;
};

/// ISO 8601 with milliseconds and the offset in force: 2026-11-22T09:05:00.000+03:30.
std::string toIsoWithOffset(Instant moment, const Zone& zone);
/// ISO 8601 in UTC: 2026-11-22T05:35:00.000Z.
std::string toIsoUtc(Instant moment);
/// As HTTP writes it: Mon, 30 Nov 2026 20:15:00 GMT. Spec: RFC 9110, section 5.6.7
std::string toHttpDate(Instant moment);
/// Reads a date, or a date and time with or without zone (none means \p zone). Fails with kMalformed.
Result<Instant> parseIso(std::string_view text, const Zone& zone);

} // namespace tashilgar::base
