#pragma once

#include "app/sqlite/statement.h"
#include "app/store/submission_box.h"

#include <string_view>

namespace tashilgar::store {

/// Columns of a summary, in the order of summaryOf(). Private to this folder.
inline constexpr std::string_view kSummaries
    = "SELECT s.instance_id, s.form_id, s.version, coalesce(f.title, s.form_id), s.name, s.made_at, s.sha256, "
      "octet_length(s.xml), o.state, o.attempts, o.last_attempt_at, o.reason_code, o.reason, "
      "r.signed_text, r.signature, r.key_id, r.hub_name, r.hub_time, r.received_at, "
      "EXISTS (SELECT 1 FROM submission AS n WHERE n.corrects = s.instance_id AND n.corrects <> ''), "
      "(SELECT count(*) FROM submission_file AS a WHERE a.submission = s.row), "
      "(SELECT coalesce(sum(a.size), 0) FROM submission_file AS a WHERE a.submission = s.row), "
      "(SELECT count(*) FROM submission_file AS a JOIN upload AS u ON u.sha256 = a.sha256 "
      " WHERE a.submission = s.row AND u.arrived_at IS NULL AND a.delivered = 0), s.row "
      "FROM submission AS s LEFT JOIN outbox AS o ON o.submission = s.row LEFT JOIN receipt AS r ON r.submission = "
      "s.row "
      "LEFT JOIN form AS f ON f.form_id = s.form_id AND f.version = s.version ";

SubmissionSummary summaryOf(const sqlite::Statement& row);

} // namespace tashilgar::store
