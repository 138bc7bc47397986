#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

struct SubmissionSummary;

/// What a record is found by, beside its form, time and state; taken from its answers by whoever finalises it.
struct RecordWords {
    std::string neighbourhood; ///< codes, as the answers have them
    std::string block;
    std::string door;
    std::string words; ///< as written; the store folds them
    std::string personal; ///< likewise, of answers marked personal: forgotten when the receipt comes
};

/// The lists a record stands in. Waiting has those with files on the way too.
enum class RecordList { Waiting = 1, Sent = 3, Returned = 4 };

/// What a list of records shows; what is empty does not narrow it.
struct RecordFilter {
    std::optional<RecordList> list;
    base::FormId form;
    std::optional<base::Instant> from; ///< made at that moment or later
    std::optional<base::Instant> until; ///< made before it
    std::string neighbourhood;
    std::string block;
    std::string door; ///< the beginning of a door's code
    std::string words; ///< each is the beginning of a word of the record, whatever the letters' forms and digits

    bool narrows() const { return !neighbourhood.empty() || !block.empty() || !door.empty() || !words.empty() || from || until; }
    friend bool operator==(const RecordFilter&, const RecordFilter&) = default;
};

/// A record in a list: its number, which grows with each record that is kept, and when it was made.
struct RecordKey {
    std::int64_t row = 0;
    base::Instant madeAt;
    friend bool operator==(const RecordKey&, const RecordKey&) = default;
};

/// A place that records were made at.
struct RecordPlace {
    std::string neighbourhood;
    std::string block;
    friend bool operator==(const RecordPlace&, const RecordPlace&) = default;
};

/// Finds finalised records among very many. Lists are read a page at a time, each from where the last one ended, and cost as
/// much as the page; totals stand in rows of their own. One of the parts of Store, which owns it and says which thread.
class RecordIndex {
public:
    explicit RecordIndex(sqlite::Database& records);

    /// Newest first: at most \p limit, those before \p after where it is given.
    base::Result<std::vector<RecordKey>> keys(
        const RecordFilter& filter, const std::optional<RecordKey>& after, std::uint32_t limit);
    /// In the order of \p rows; those that are gone are left out.
    base::Result<std::vector<SubmissionSummary>> summaries(std::span<const std::int64_t> rows);
    base::Result<std::vector<RecordPlace>> places();

    struct Totals {
        std::uint32_t waiting = 0; ///< with files on the way or without
        std::uint32_t sent = 0;
        std::uint32_t returned = 0;
        std::uint32_t all() const { return waiting + sent + returned; }
    };
    /// Of one form, or of all.
    base::Result<Totals> totals(const base::FormId& form = {});

    /// Records whose words are not here yet: of a store from before there was a search. Newest first.
    base::Result<std::vector<base::InstanceId>> withoutWords(std::uint32_t limit);
    /// All or none; those that are gone are passed over.
    base::Result<void> setWords(std::span<const std::pair<base::InstanceId, RecordWords>> words);

private:
    sqlite::Database* m_records;
};

// Within a transaction of the caller ------------------------------------------------------------------------------------
/// The words of the record \p row, and nothing personal where \p receipt (its number) says that it has one.
base::Result<void> keepRecordWords(
    sqlite::Database& records, std::int64_t row, const RecordWords& words, std::string_view receipt);
/// The receipt came: its number finds the record from now on, personal answers do not.
base::Result<void> clearPersonalWords(sqlite::Database& records, std::int64_t row, std::string_view receipt);

} // namespace tashilgar::store
