#include "sync/hub/exports/referral_list.h"

#include "app/base/csv.h"
#include "app/base/jalali.h"
#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/base/xml/writer.h"
#include "app/base/zones.h"
#include "sync/hub/exports/geometry.h"
#include "sync/hub/exports/row_texts.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tashilgar::hub::exports {
namespace {

namespace xml = base::xml;

constexpr std::array<std::string_view, 16> kHeadings = {"ردیف", "شماره", "نوع", "محله", "بلوک", "نشانی", "مختصات", "اندازه", "شدت",
    "خانه‌ها", "عکس", "تاریخ ثبت", "مهلت", "شماره نامه", "پاسخ", "تاریخ پاسخ"};

/// All values of elements named \p name, anywhere in \p document, joined.
void collect(const xml::Document& document, xml::NodeIndex node, std::string_view name, std::string& joined)
{
    for (xml::NodeIndex child = document.firstElement(node); child != xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == name && document.firstElement(child) == xml::kNoNode) {
            const std::string value = document.stringValue(child);
            if (!value.empty())
                joined += (joined.empty() ? "" : " ") + value;
        }
        collect(document, child, name, joined);
    }
}

std::string valuesNamed(const xml::Document& document, std::string_view name)
{
    std::string joined;
    collect(document, xml::Document::root(), name, joined);
    return joined;
}

void describePlace(const std::string& text, ReferralRow& row)
{
    const auto points = readGeometry(text);
    if (!points)
        return;
    row.coordinates = fmt::format("{:.5f}, {:.5f}", points->front().latitude, points->front().longitude);
    if (isShape(*points))
        row.size = fmt::format("{:.0f} متر مربع", areaSquareMetres(*points));
    else if (points->size() > 1)
        row.size = fmt::format("{:.0f} متر", lengthMetres(*points));
}

/// What only the records say: the first one describes the issue, later ones may bear letters.
base::Result<void> describeFromRecords(storage::Reader& reader, const std::string& key, ReferralRow& row)
{
    const auto steps = reader.stepsAfter(base::ListName("issues"), key, 0);
    if (!steps)
        return base::fail(steps.error());
    for (const storage::RowStep& step : *steps) {
        if (step.instance.empty())
            continue;
        const auto newest = reader.newestVersionOf(step.instance);
        if (!newest)
            return base::fail(newest.error());
        const auto text = reader.recordXml(*newest);
        if (!text)
            return base::fail(text.error());
        const auto document = xml::read(text->value_or(""));
        if (!document)
            continue;
        if (row.landmark.empty())
            row.landmark = valuesNamed(*document, "address");
        if (row.homes.empty())
            row.homes = valuesNamed(*document, "people_hit");
        if (row.photos.empty())
            row.photos = valuesNamed(*document, "ph");
        if (const std::string letter = valuesNamed(*document, "letter_no"); !letter.empty())
            row.letterNo = letter;
    }
    return {};
}

/// "2026-11-01" as "۱۴۰۵/۰۸/۱۰"; anything else as it is, in Persian digits.
std::string persianDate(const std::string& iso)
{
    int year = 0, month = 0, day = 0;
    const auto part = [&](std::size_t from, std::size_t length, int& to) {
        return iso.size() >= from + length
            && std::from_chars(iso.data() + from, iso.data() + from + length, to).ptr == iso.data() + from + length;
    };
    if (!part(0, 4, year) || !part(5, 2, month) || !part(8, 2, day))
        return base::persianDigits(iso);
    const base::JalaliDate date = base::jalaliFromDays(base::daysFromCivil(year, month, day));
    return base::persianDigits(fmt::format("{:04}/{:02}/{:02}", date.year, date.month, date.day));
}

base::CsvRow cellsOf(const ReferralRow& row, std::size_t number)
{
    return {std::to_string(number), row.issueNo, row.type, row.neighbourhood, row.block, row.landmark, row.coordinates, row.size,
        row.severity, row.homes, row.photos, row.opened, row.due, row.letterNo, "", ""};
}

/// Codes and coordinates keep their own direction inside a line that runs from right to left.
std::string isolated(const std::string& text) { return "<bdi>" + xml::escapeText(text) + "</bdi>"; }

} // namespace

base::Result<std::vector<ReferralList>> referralLists(storage::Reader& reader)
{
    const auto bodies = labelsOf(reader, "bodies");
    const auto types = labelsOf(reader, "issue_types");
    const auto neighbourhoods = labelsOf(reader, "neighbourhoods");
    const auto blocks = labelsOf(reader, "blocks");
    for (const auto* labels : {&bodies, &types, &neighbourhoods, &blocks}) {
        if (!*labels)
            return base::fail(labels->error());
    }
    std::map<std::string, ReferralList> lists;
    std::vector<std::pair<std::string, std::string>> keys; ///< of issues, in the order of their rows, with their bodies
    TASHILGAR_TRY(eachRow(reader, "issues", [&](const storage::Row& issue) {
        const std::string body = valueOf(issue, "body");
        if (body.empty() || !isOpenIssue(valueOf(issue, "status")))
            return;
        ReferralRow row;
        row.issueNo = valueOf(issue, "issue_no");
        // A commitment has no type; its label says what was promised.
        row.type = valueOf(issue, "issue_type").empty() ? valueOf(issue, "label") : labelOr(*types, valueOf(issue, "issue_type"));
        row.neighbourhood = labelOr(*neighbourhoods, valueOf(issue, "neighbourhood"));
        row.block = labelOr(*blocks, valueOf(issue, "block"));
        row.severity = valueOf(issue, "severity");
        row.opened = valueOf(issue, "opened");
        row.due = valueOf(issue, "due");
        describePlace(valueOf(issue, "geometry"), row);
        lists[body].rows.push_back(std::move(row));
        keys.emplace_back(body, issue.key);
    }));
    std::map<std::string, std::size_t> reached;
    for (const auto& [body, key] : keys)
        TASHILGAR_TRY(describeFromRecords(reader, key, lists[body].rows[reached[body]++]));
    std::vector<ReferralList> all;
    for (auto& [body, list] : lists) {
        list.body = body;
        list.bodyLabel = labelOr(*bodies, body);
        all.push_back(std::move(list));
    }
    return all;
}

std::string referralCsv(const ReferralList& list)
{
    std::string text = "\xEF\xBB\xBF";
    base::appendCsvRow(text, base::CsvRow(kHeadings.begin(), kHeadings.end()));
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        base::CsvRow cells = cellsOf(list.rows[i], i + 1);
        for (std::string& cell : cells)
            cell = harmlessCell(std::move(cell));
        base::appendCsvRow(text, cells);
    }
    return text;
}

std::string referralHtml(const ReferralList& list, const std::string& programme, base::Instant now)
{
    const std::string today = persianDate(base::toIsoUtc(now).substr(0, 10));
    std::string html = fmt::format(R"(<!DOCTYPE html>
<html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>فهرست ارجاع - {0}</title>
<style>
@page {{ size: A4 landscape; margin: 12mm; }}
body {{ font-family: Vazirmatn, sans-serif; font-size: 9pt; }}
h1 {{ font-size: 14pt; margin: 0; }}
table {{ border-collapse: collapse; width: 100%; margin-top: 4mm; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th, td {{ border: 0.3mm solid #444; padding: 1mm; text-align: start; vertical-align: top; }}
td.blank {{ min-width: 25mm; }}
</style></head><body>
<h1>فهرست ارجاع به {0}</h1><p>{1} · {2} · {3} مورد</p>
<table><thead><tr>)",
        xml::escapeText(list.bodyLabel), xml::escapeText(programme), today, base::persianDigits(std::to_string(list.rows.size())));
    for (const std::string_view heading : kHeadings)
        html += fmt::format("<th>{}</th>", heading);
    html += "</tr></thead><tbody>\n";
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        ReferralRow row = list.rows[i];
        for (std::string* number : {&row.size, &row.severity, &row.homes})
            *number = base::persianDigits(*number);
        row.opened = persianDate(row.opened);
        row.due = persianDate(row.due);
        base::CsvRow cells = cellsOf(row, i + 1);
        cells[0] = base::persianDigits(cells[0]);
        html += "<tr>";
        for (std::size_t c = 0; c + 2 < cells.size(); ++c)
            html += "<td>" + isolated(cells[c]) + "</td>";
        html += "<td class=\"blank\"></td><td class=\"blank\"></td></tr>\n";
    }
    return html + "</tbody></table></body></html>\n";
}

} // namespace tashilgar::hub::exports
