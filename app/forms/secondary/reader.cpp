#include "app/forms/secondary/reader.h"

#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/secondary/list_dom.h"
#include "app/forms/secondary/table.h"

namespace tashilgar::forms::secondary {
namespace {

SecondaryInstance instanceOf(std::unique_ptr<Table> table)
{
    const xpath::NodeRef root = table->rootNode();
    return {std::shared_ptr<const xpath::Dom>(std::move(table)), root};
}

SecondaryInstance instanceOf(base::xml::Document document)
{
    auto dom = std::make_shared<DocumentDom>(std::make_shared<base::xml::Document>(std::move(document)));
    const xpath::NodeRef root = dom->rootNode();
    return {std::move(dom), root};
}

} // namespace

base::Result<SecondaryInstance> readSecondary(std::string_view bytes, std::string_view uri)
{
    const std::string name = base::toLowerAscii(uri);
    const auto bad
        = [&](const base::Error& error) { return base::Error(kBadResource, error.text(), std::string(uri)); };
    const auto ofTable = [](std::unique_ptr<Table> table) { return instanceOf(std::move(table)); };
    if (name.starts_with("jr://file-csv/") || name.ends_with(".csv"))
        return readCsv(bytes).map(ofTable).map_error(bad);
    if (name.ends_with(".geojson"))
        return readGeoJson(bytes).map(ofTable).map_error(bad);
    return base::xml::read(bytes)
        .map([](base::xml::Document document) { return instanceOf(std::move(document)); })
        .map_error(bad);
}

SecondaryInstance keptSecondary(std::shared_ptr<ListTable> table)
{
    auto dom = std::make_shared<ListDom>(std::move(table));
    const xpath::NodeRef root = dom->rootNode();
    return {std::move(dom), root};
}

SecondaryInstance emptySecondary() { return instanceOf(Table::Builder().take()); }

} // namespace tashilgar::forms::secondary
