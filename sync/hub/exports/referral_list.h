#pragma once

#include "app/base/clock.h"
#include "sync/hub/storage/storage.h"

#include <string>
#include <vector>

namespace tashilgar::hub::exports {

/// One open issue as a responsible body wants to read it. Names no reporter. (DOMAIN 7.3)
struct ReferralRow {
    std::string issueNo;
    std::string type;
    std::string neighbourhood;
    std::string block;
    std::string landmark;
    std::string coordinates; ///< "34.3451, 47.0903"
    std::string size;        ///< "۱۲ متر" or "۴۰ متر مربع"; empty for a point
    std::string severity;
    std::string homes;
    std::string photos; ///< file names
    std::string opened; ///< ISO dates
    std::string due;
    std::string letterNo;
};

/// What one body is asked to answer.
struct ReferralList {
    std::string body;
    std::string bodyLabel;
    std::vector<ReferralRow> rows;
};

/// One list for each body with open issues, by the bodies' keys. What the data bank does not hold of an issue (landmark,
/// homes, photos, the last letter) is read from the records that made and followed it.
base::Result<std::vector<ReferralList>> referralLists(storage::Reader& reader);

/// With the blank columns for answer and date; with a byte order mark.
std::string referralCsv(const ReferralList& list);
/// A page to print: A4 across, right to left, Persian digits, Jalali dates.
std::string referralHtml(const ReferralList& list, const std::string& programme, base::Instant now);

} // namespace tashilgar::hub::exports
