#include "sync/hub/domain/change_feed.h"

#include "app/base/hash.h"
#include "app/base/text.h"

#include <charconv>

namespace tashilgar::hub::domain {
namespace {

using protocol::Change;
using protocol::ListRows;
using storage::LoggedChange;
using Kind = LoggedChange::Kind;

// Where a page ends though it holds fewer changes than were asked for: what a weak link loses at most when it is cut.
constexpr std::size_t kPageBytes = 2u * 1024 * 1024;

/// What the numbers of a cursor mean something for: this hub, and this area.
std::string tagOf(const base::HubId& hub, const Caller& caller)
{
    std::string text = hub.value() + "\n";
    if (caller.neighbourhoods) {
        for (const std::string& code : *caller.neighbourhoods)
            text += code + "\n";
    } else {
        text += "*";
    }
    return base::Sha256::hexOf(base::bytesOf(text)).substr(0, 12);
}

base::Result<std::int64_t> placeOf(std::string_view cursor, const std::string& tag, std::int64_t last)
{
    if (cursor.empty())
        return 0;
    std::int64_t place = 0;
    const char* end = cursor.data() + cursor.size();
    const auto [rest, error] = std::from_chars(cursor.data(), end, place);
    if (error != std::errc() || rest == end || *rest != '.' || std::string_view(rest + 1, end) != tag || place < 0 || place > last)
        return base::fail(kCursorUnknown, "the tablet's place in the list of changes is not known here; it must begin again");
    return place;
}

/// The open group of rows of \p list that upserts or removes, begun anew where the last change is another.
ListRows& rowsOf(std::vector<Change>& changes, const base::ListName& list, bool removes)
{
    if (!changes.empty()) {
        // Removing and adding stay apart: a row that left and came back must be there in the end.
        if (auto* rows = std::get_if<ListRows>(&changes.back()); rows && rows->list == list && rows->upsert.empty() == removes)
            return *rows;
    }
    changes.emplace_back(ListRows{list, {}, {}});
    return std::get<ListRows>(changes.back());
}

std::size_t sizeOf(const LoggedChange& change)
{
    std::size_t size = 100 + change.row.key.size();
    for (const auto& [name, value] : change.row.values)
        size += name.size() + value.size() + 8;
    return size;
}

} // namespace

base::Result<protocol::ChangePage> changesFor(
    storage::Reader& reader, const Caller& caller, const base::HubId& hub, std::string_view cursor, std::size_t limit)
{
    const auto last = reader.lastChange();
    if (!last)
        return base::fail(last.error());
    const std::string tag = tagOf(hub, caller);
    const auto place = placeOf(cursor, tag, *last);
    if (!place)
        return base::fail(place.error());
    auto logged = reader.changesAfter(*place, caller.neighbourhoods, limit);
    if (!logged)
        return base::fail(logged.error());

    protocol::ChangePage page;
    std::int64_t reached = *place;
    std::size_t bytes = 0;
    std::size_t given = 0;
    for (LoggedChange& change : *logged) {
        bytes += sizeOf(change);
        if (given > 0 && bytes > kPageBytes)
            break;
        ++given;
        reached = change.number;
        switch (change.kind) {
        case Kind::Form:
            page.changes.emplace_back(protocol::FormPublished{change.form.form, change.form.title, change.form.sha256,
                change.form.size, std::move(change.form.media)});
            break;
        case Kind::Retired:
            page.changes.emplace_back(protocol::FormRetired{change.form.form});
            break;
        case Kind::Reset:
            page.changes.emplace_back(
                protocol::ListReset{change.list.name, std::move(change.list.columns), change.list.entities});
            break;
        case Kind::Row:
            rowsOf(page.changes, change.list.name, false)
                .upsert.push_back({change.row.key, change.row.version, std::move(change.row.values)});
            break;
        case Kind::RowGone:
            rowsOf(page.changes, change.list.name, true).remove.push_back(change.row.key);
            break;
        case Kind::Programme: {
            const auto programme = reader.programme();
            const auto people = reader.people();
            if (!programme || !people)
                return base::fail(programme ? people.error() : programme.error());
            page.changes.emplace_back(protocol::ProgrammeChanged{programme->name, *people});
            break;
        }
        }
    }
    page.more = given < logged->size() || given == limit;
    // At the end of the log the cursor stands behind what was not for this tablet, too.
    page.cursor = fmt::format("{}.{}", page.more ? reached : *last, tag);
    return page;
}

} // namespace tashilgar::hub::domain
