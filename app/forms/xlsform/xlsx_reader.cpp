#include "app/forms/xlsform/xlsx_reader.h"

#include "app/base/text.h"
#include "app/forms/convert.h"
#include "app/forms/xlsform/number_format.h"
#include "app/forms/xlsform/zip_archive.h"

#include <charconv>
#include <expat.h>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace tashilgar::forms::xlsform {

namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// Deeper than any part of a spreadsheet.
constexpr int kMaxDepth = 64;

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Expat over one part of the archive. Derived readers see elements by local name; the few vocabularies of a workbook do
/// not collide there.
class PartReader {
public:
    virtual ~PartReader() = default;

    base::Result<void> run(ZipArchive& archive, const std::string& part)
    {
        m_part = part;
        const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate("UTF-8"), XML_ParserFree);
        m_parser = parser.get();
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, &PartReader::onStart, &PartReader::onEnd);
        XML_SetCharacterDataHandler(m_parser, &PartReader::onText);
        XML_SetStartDoctypeDeclHandler(m_parser, &PartReader::onDoctype);
        bool wellFormed = true;
        TASHILGAR_TRY(archive.read(part, [&](std::string_view block) {
            wellFormed = XML_Parse(m_parser, block.data(), static_cast<int>(block.size()), 0) == XML_STATUS_OK;
            return wellFormed;
        }));
        if (wellFormed)
            wellFormed = XML_Parse(m_parser, "", 0, 1) == XML_STATUS_OK;
        if (m_error)
            return base::fail(*m_error);
        if (!wellFormed)
            return base::fail(kNotAWorkbook, "a part of the workbook is damaged", part);
        return {};
    }

protected:
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;

    void stop(base::Error error)
    {
        if (!m_error)
            m_error = std::move(error);
        XML_StopParser(m_parser, XML_FALSE);
    }

private:
    static void onStart(void* self, const XML_Char* name, const XML_Char** attributes)
    {
        auto* reader = static_cast<PartReader*>(self);
        if (++reader->m_depth > kMaxDepth) {
            reader->stop({kNotAWorkbook, "a part of the workbook is nested deeper than a spreadsheet is", reader->m_part});
            return;
        }
        Attributes map;
        for (; *attributes; attributes += 2)
            map.emplace(attributes[0], attributes[1]);
        reader->start(localName(name), map);
    }
    static void onEnd(void* self, const XML_Char* name)
    {
        auto* reader = static_cast<PartReader*>(self);
        --reader->m_depth;
        reader->end(localName(name));
    }
    static void onText(void* self, const XML_Char* text, int length)
    {
        static_cast<PartReader*>(self)->text(std::string_view(text, static_cast<std::size_t>(length)));
    }
    static void onDoctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        auto* reader = static_cast<PartReader*>(self);
        reader->stop({kNotAWorkbook, "a part of the workbook declares a document type, which no spreadsheet program writes",
                      reader->m_part});
    }

    XML_Parser m_parser = nullptr;
    std::string m_part;
    std::optional<base::Error> m_error;
    int m_depth = 0;
};

std::string attribute(const Attributes& attributes, std::string_view local)
{
    for (const auto& [name, value] : attributes) {
        if (localName(name) == local)
            return value;
    }
    return {};
}

/// Relationship id -> part.
class RelationsReader final : public PartReader {
public:
    std::map<std::string, std::string> targets;

protected:
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "Relationship")
            targets[attribute(attributes, "Id")] = attribute(attributes, "Target");
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

/// Sheet names with their relationship ids, in order, and which day is day 0.
class WorkbookReader final : public PartReader {
public:
    std::vector<std::pair<std::string, std::string>> sheets;
    bool from1904 = false;

protected:
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "sheet") {
            const auto relation = attributes.find("r:id");
            sheets.emplace_back(attribute(attributes, "name"), relation != attributes.end() ? relation->second
                                                                                          : attribute(attributes, "id"));
        } else if (name == "workbookPr") {
            const std::string flag = attribute(attributes, "date1904");
            from1904 = flag == "1" || flag == "true";
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

/// Style index of a cell -> how its number is shown.
class StylesReader final : public PartReader {
public:
    std::vector<NumberFormat> formats;

protected:
    void start(std::string_view name, const Attributes& attributes) override
    {
        const auto number = [&](std::string_view key) { return std::atoi(attribute(attributes, key).c_str()); };
        if (name == "numFmt") {
            m_custom[number("numFmtId")] = formatOf(attribute(attributes, "formatCode"));
        } else if (name == "cellXfs") {
            m_inCells = true;
        } else if (name == "xf" && m_inCells) {
            const int id = number("numFmtId");
            const auto custom = m_custom.find(id);
            formats.push_back(custom != m_custom.end() ? custom->second : builtInFormat(id));
        }
    }
    void end(std::string_view name) override
    {
        if (name == "cellXfs")
            m_inCells = false;
    }
    void text(std::string_view) override {}

private:
    std::map<int, NumberFormat> m_custom;
    bool m_inCells = false;
};

/// The table of shared strings. Phonetic guides (rPh) are no part of a text.
class SharedStringsReader final : public PartReader {
public:
    explicit SharedStringsReader(const SheetLimits& limits)
        : m_limits(limits)
    {
    }
    std::vector<std::string> strings;

protected:
    void start(std::string_view name, const Attributes&) override
    {
        if (name == "si")
            m_text.clear();
        else if (name == "t")
            m_inText = true;
        else if (name == "rPh")
            m_inGuide = true;
    }
    void end(std::string_view name) override
    {
        if (name == "si") {
            if (strings.size() >= m_limits.maxCells)
                stop({base::kTooLarge, "the workbook holds more texts than a form needs"});
            else
                strings.push_back(std::move(m_text));
            m_text.clear();
        } else if (name == "t") {
            m_inText = false;
        } else if (name == "rPh") {
            m_inGuide = false;
        }
    }
    void text(std::string_view text) override
    {
        if (m_inText && !m_inGuide)
            m_text += text;
    }

private:
    const SheetLimits& m_limits;
    std::string m_text;
    bool m_inText = false;
    bool m_inGuide = false;
};

/// "BC12" -> row 12, column 55, both counted from 1; zeros for what is missing.
std::pair<std::size_t, std::size_t> cellAddress(std::string_view reference)
{
    std::size_t column = 0;
    std::size_t row = 0;
    for (const char c : reference) {
        if (c >= 'A' && c <= 'Z' && column < 1'000'000)
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        else if (c >= '0' && c <= '9' && row < 100'000'000)
            row = row * 10 + static_cast<std::size_t>(c - '0');
    }
    return {row, column};
}

class WorksheetReader final : public PartReader {
public:
    WorksheetReader(Sheet& sheet, const SheetLimits& limits, const std::vector<std::string>& strings,
                    const std::vector<NumberFormat>& formats, bool from1904, std::size_t& cells)
        : m_sheet(sheet)
        , m_limits(limits)
        , m_strings(strings)
        , m_formats(formats)
        , m_from1904(from1904)
        , m_cells(cells)
    {
    }

protected:
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "row") {
            const auto [row, column] = cellAddress(attribute(attributes, "r"));
            m_row = row > 0 ? row : m_row + 1;
            m_column = 0;
        } else if (name == "c") {
            const auto [row, column] = cellAddress(attribute(attributes, "r"));
            m_row = row > 0 ? row : m_row;
            m_column = column > 0 ? column : m_column + 1;
            m_type = attribute(attributes, "t");
            m_style = static_cast<std::size_t>(std::max(0, std::atoi(attribute(attributes, "s").c_str())));
            m_value.clear();
        } else if (name == "mergeCell") {
            if (m_sheet.merged.size() < m_limits.maxMerged)
                m_sheet.merged.push_back(attribute(attributes, "ref"));
        } else if (name == "v" || name == "t") {
            m_inValue = true;
        } else if (name == "rPh") {
            m_inGuide = true;
        }
    }
    void end(std::string_view name) override
    {
        if (name == "v" || name == "t")
            m_inValue = false;
        else if (name == "rPh")
            m_inGuide = false;
        else if (name == "c")
            put();
    }
    void text(std::string_view text) override
    {
        if (m_inValue && !m_inGuide)
            m_value += text;
    }

private:
    void put()
    {
        if (m_value.empty())
            return;
        if (m_column == 0 || m_column > m_limits.maxColumns || m_row == 0 || m_row > m_limits.maxRows) {
            stop({base::kTooLarge, "the sheet has more rows, columns or cells than a form needs", m_sheet.name});
            return;
        }
        std::string value = cellText();
        if (m_sheet.rows.size() < m_row)
            m_sheet.rows.resize(m_row);
        auto& row = m_sheet.rows[m_row - 1];
        if (row.size() < m_column) {
            m_cells += m_column - row.size();
            if (m_cells > m_limits.maxCells) {
                stop({base::kTooLarge, "the workbook has more cells than a form needs", m_sheet.name});
                return;
            }
            row.resize(m_column);
        }
        row[m_column - 1] = std::move(value);
    }
    std::string cellText() const
    {
        if (m_type == "s") {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            return error == std::errc() && index < m_strings.size() ? m_strings[index] : std::string();
        }
        if (m_type == "b")
            return m_value == "1" || m_value == "true" ? "TRUE" : "FALSE";
        if (m_type == "e") // an error such as #REF! is no text of the author's
            return {};
        if (m_type.empty() || m_type == "n")
            return numberText(m_value, m_style < m_formats.size() ? m_formats[m_style] : NumberFormat::Plain, m_from1904);
        return m_value; // inlineStr, str, d
    }

    Sheet& m_sheet;
    const SheetLimits& m_limits;
    const std::vector<std::string>& m_strings;
    const std::vector<NumberFormat>& m_formats;
    bool m_from1904;
    std::size_t& m_cells;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_style = 0;
    std::string m_type;
    std::string m_value;
    bool m_inValue = false;
    bool m_inGuide = false;
};

/// The part a relationship of xl/workbook.xml points at.
std::string partOf(std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    return "xl/" + std::string(target);
}

} // namespace

base::Result<Workbook> readXlsx(ZipArchive& archive, const SheetLimits& limits)
{
    if (!archive.has("xl/workbook.xml"))
        return base::fail(kNotAWorkbook, "this zip file holds no spreadsheet");
    WorkbookReader book;
    TASHILGAR_TRY(book.run(archive, "xl/workbook.xml"));
    if (book.sheets.size() > limits.maxSheets)
        return base::fail(base::kTooLarge, "the workbook has more sheets than a form needs");
    RelationsReader relations;
    if (archive.has("xl/_rels/workbook.xml.rels"))
        TASHILGAR_TRY(relations.run(archive, "xl/_rels/workbook.xml.rels"));
    StylesReader styles;
    if (archive.has("xl/styles.xml"))
        TASHILGAR_TRY(styles.run(archive, "xl/styles.xml"));
    SharedStringsReader strings(limits);
    if (archive.has("xl/sharedStrings.xml"))
        TASHILGAR_TRY(strings.run(archive, "xl/sharedStrings.xml"));

    Workbook workbook;
    std::size_t cells = 0;
    for (const auto& [name, relation] : book.sheets) {
        const std::string part = partOf(relations.targets[relation]);
        if (!archive.has(part) || part.find("chartsheets/") != std::string::npos)
            continue;
        Sheet sheet{name, {}};
        TASHILGAR_TRY(
            WorksheetReader(sheet, limits, strings.strings, styles.formats, book.from1904, cells).run(archive, part));
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace tashilgar::forms::xlsform
