#include "sync/hub/exports/geojson.h"

#include "app/base/csv.h"
#include "sync/hub/exports/geometry.h"
#include "sync/hub/exports/row_texts.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tashilgar::hub::exports {
namespace {

namespace json = boost::json;

constexpr std::size_t kPage = 1000;
constexpr std::string_view kGeometry = "geometry";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

json::array position(const GeoPoint& point) { return {point.longitude, point.latitude}; }

json::object geometryOf(const std::vector<GeoPoint>& points)
{
    if (points.size() == 1)
        return {{"type", "Point"}, {"coordinates", position(points.front())}};
    json::array line;
    for (const GeoPoint& point : points)
        line.push_back(position(point));
    if (isShape(points) && !isCounterclockwise(points))
        std::ranges::reverse(line);
    if (isShape(points))
        return {{"type", "Polygon"}, {"coordinates", json::array{std::move(line)}}};
    return {{"type", "LineString"}, {"coordinates", std::move(line)}};
}

/// Pages of a list's rows, one snapshot each.
class RowPages {
public:
    RowPages(storage::Storage& storage, base::ListName list)
        : m_storage(storage)
        , m_list(std::move(list))
    {
    }
    base::Result<std::vector<storage::Row>> next()
    {
        std::vector<storage::Row> page;
        TASHILGAR_TRY(m_storage.read([&](storage::Reader& reader) -> base::Result<void> {
            auto rows = reader.rows(m_list, m_after, kPage);
            if (!rows)
                return base::fail(rows.error());
            page = std::move(*rows);
            return {};
        }));
        if (!page.empty())
            m_after = page.back().number;
        return page;
    }

private:
    storage::Storage& m_storage;
    base::ListName m_list;
    std::int64_t m_after = 0;
};

class ListGeoJson final : public TextSource {
public:
    ListGeoJson(storage::Storage& storage, base::ListName list)
        : m_pages(storage, std::move(list))
    {
    }

    base::Result<std::string> next() override
    {
        if (m_ended)
            return std::string();
        std::string text;
        if (!m_begun)
            text = "{\"type\":\"FeatureCollection\",\"features\":[";
        m_begun = true;
        for (;;) {
            const auto page = m_pages.next();
            if (!page)
                return base::fail(page.error());
            if (page->empty()) {
                m_ended = true;
                return text + "\n]}\n";
            }
            for (const storage::Row& row : *page)
                append(text, row);
            if (!text.empty())
                return text;
        }
    }

private:
    void append(std::string& text, const storage::Row& row)
    {
        const auto written = row.values.find(std::string(kGeometry));
        const auto points = written == row.values.end() ? std::nullopt : readGeometry(written->second);
        if (!points)
            return;
        json::object properties{{"name", row.key}, {"__version", row.version}};
        for (const auto& [column, value] : row.values) {
            if (column != kGeometry)
                properties[column] = value;
        }
        text += m_first ? "\n" : ",\n";
        m_first = false;
        text += json::serialize(json::object{{"type", "Feature"}, {"id", row.key}, {"geometry", geometryOf(*points)},
            {"properties", std::move(properties)}});
    }

    RowPages m_pages;
    bool m_begun = false;
    bool m_first = true;
    bool m_ended = false;
};

class ListCsv final : public TextSource {
public:
    ListCsv(storage::Storage& storage, storage::List list)
        : m_list(std::move(list))
        , m_pages(storage, m_list.name)
    {
    }

    base::Result<std::string> next() override
    {
        std::string text;
        if (!m_begun) {
            m_begun = true;
            text = kByteOrderMark;
            base::CsvRow header = m_list.columns;
            if (m_list.entities)
                header.push_back("__version");
            for (std::string& name : header)
                name = harmlessCell(std::move(name));
            base::appendCsvRow(text, header);
            return text;
        }
        const auto page = m_pages.next();
        if (!page)
            return base::fail(page.error());
        for (const storage::Row& row : *page) {
            base::CsvRow cells;
            for (const std::string& column : m_list.columns) {
                const auto value = row.values.find(column);
                cells.push_back(harmlessCell(column == "name" ? row.key : value == row.values.end() ? std::string() : value->second));
            }
            if (m_list.entities)
                cells.push_back(std::to_string(row.version));
            base::appendCsvRow(text, cells);
        }
        return text;
    }

private:
    storage::List m_list;
    RowPages m_pages;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<TextSource> listGeoJson(storage::Storage& storage, const base::ListName& list)
{
    return std::make_unique<ListGeoJson>(storage, list);
}

std::unique_ptr<TextSource> listCsv(storage::Storage& storage, const storage::List& list)
{
    return std::make_unique<ListCsv>(storage, list);
}

} // namespace tashilgar::hub::exports
