#include "app/forms/xlsform/survey.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"
#include "app/forms/xlsform/question_parameters.h"
#include "app/forms/xlsform/survey_additions.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

constexpr std::string_view kMediaKinds[] = {"image", "big-image", "audio", "video"};
/// Deeper than any form is nested; what walks the tree calls itself once a level.
constexpr std::size_t kMaxNesting = 64;
/// Ten times the largest survey we have seen.
constexpr std::size_t kMaxRows = 20'000;
constexpr std::string_view kFileKinds[] = {".csv", ".xml", ".geojson"};

/// Reads row after row and keeps what is open.
class SurveyReader {
public:
    SurveyReader(Choices& choices, const Choices& externalChoices, const Choices& osm, const Settings& settings,
                 Messages& messages)
        : m_choices(choices)
        , m_external(externalChoices)
        , m_osm(osm)
        , m_settings(settings)
        , m_messages(messages)
    {
    }

    std::unique_ptr<Item> run(const Table& survey)
    {
        auto root = std::make_unique<Item>();
        root->kind = ItemKind::Root;
        root->name = m_settings.rootName;
        m_open.push_back({root.get(), TypeKind::Unknown, {}, {}});
        for (const Row& row : survey.rows) {
            if (m_tooMuch || &row == survey.rows.data() + kMaxRows) {
                if (!m_tooMuch)
                    m_messages.error(row.place(), "too-long", say("the survey has more than {} rows", kMaxRows),
                                     say("Part it into several forms."));
                addMeta(*root, std::move(m_audit), m_settings);
                return root;
            }
            if (!meansYes(row.text("disabled")))
                readRow(row);
        }
        for (std::size_t i = m_open.size(); i > 1; --i) {
            const Open& open = m_open[i - 1];
            m_messages.error(open.item->row.place("type"), "never-closed",
                             say("\"{}\" begins here and never ends", open.item->name),
                             say("Add a row of type {} after its last question.",
                                         open.item->kind == ItemKind::Repeat ? "end repeat" : "end group"));
        }
        addMeta(*root, std::move(m_audit), m_settings);
        return root;
    }

private:
    struct Open {
        Item* item;
        TypeKind kind;
        std::string loopList;
        TableList table;
    };

    Item& parent() { return *m_open.back().item; }

    void readRow(const Row& row)
    {
        const std::string& cell = row.text("type");
        if (cell.empty()) {
            if (row.has("name") || row.has("label"))
                m_messages.error(row.place("type"), "no-type", say("this row has no type"), say("Name one, such as text or select_one yes_no."));
            return;
        }
        TypeCell type = readType(cell);
        switch (type.kind) {
        case TypeKind::Unknown: {
            const std::string_view meant = nearestType(cell);
            m_messages.error(row.place("type"), "unknown-type", say("\"{}\" is no type of question", cell),
                             meant.empty() ? say("See the list of types at xlsform.org.") : say("Did you mean \"{}\"?", meant));
            return;
        }
        case TypeKind::BeginGroup:
        case TypeKind::BeginRepeat:
        case TypeKind::BeginLoop:
            begin(row, type);
            return;
        case TypeKind::EndGroup:
        case TypeKind::EndRepeat:
        case TypeKind::EndLoop:
            end(row, type.kind);
            return;
        case TypeKind::Question:
        case TypeKind::Select:
        case TypeKind::Osm:
        case TypeKind::CsvExternal:
        case TypeKind::XmlExternal:
            question(row, type);
            return;
        }
    }

    std::unique_ptr<Item> itemOf(const Row& row)
    {
        auto item = std::make_unique<Item>();
        item->row = row;
        item->name = row.text("name");
        item->label = row.texts("label");
        item->hint = row.texts("hint");
        item->guidance = row.texts("guidance_hint");
        item->constraintMessage = row.texts("bind:jr:constraintMsg");
        item->requiredMessage = row.texts("bind:jr:requiredMsg");
        item->noAppError = row.texts("bind:jr:noAppErrorString");
        item->expectedMessage = row.texts("bind:tsh:expectedMsg");
        item->appearance = row.text("control:appearance");
        for (const std::string_view kind : kMediaKinds) {
            Texts texts = row.texts(fmt::format("media:{}", kind));
            if (!texts.empty())
                item->media.emplace_back(kind, std::move(texts));
        }
        for (const auto& cell : row.cells()) {
            const std::string& key = row.column(cell).key;
            if (key == "bind:jr:constraintMsg" || key == "bind:jr:requiredMsg" || key == "bind:jr:noAppErrorString"
                || key == "bind:tsh:expectedMsg")
                continue; // texts, read above
            if (key == "bind:calculate")
                item->calculation = cell.text;
            else if (key.starts_with("bind:"))
                item->bind.push_back({key.substr(5), truthOf(cell.text)});
            else if (key == "control:jr:count")
                item->repeatCount = cell.text;
            else if (key.starts_with("control:") && key != "control:appearance")
                item->control.push_back({key.substr(8), cell.text});
            else if (key.starts_with("instance:"))
                item->instance.push_back({key.substr(9), cell.text});
        }
        return item;
    }
    /// "yes" stands for true() in every column that holds an expression.
    static std::string truthOf(const std::string& text)
    {
        return meansYes(text) ? "true()" : meansNo(text) ? "false()" : text;
    }

    bool checkName(const Row& row, std::string_view name)
    {
        if (name.empty()) {
            m_messages.error(row.place("name"), "no-name", say("this row has no name"), say("Give it one; answers are stored under it."));
            return false;
        }
        if (!isName(name)) {
            m_messages.error(row.place("name"), "name-syntax", say("\"{}\" cannot be a name", name),
                             say("Begin with a letter or an underscore; letters, digits, hyphens, underscores and points may follow."));
            return false;
        }
        if (name == "meta") {
            m_messages.error(row.place("name"), "name-reserved", say("\"meta\" is the form's own"), say("Choose another name."));
            return false;
        }
        return true;
    }

    void begin(const Row& row, const TypeCell& type)
    {
        auto item = itemOf(row);
        item->kind = type.kind == TypeKind::BeginRepeat ? ItemKind::Repeat : ItemKind::Group;
        if (!checkName(row, item->name) && item->name.empty())
            item->name = fmt::format("unnamed_{}", row.number());
        if (m_open.size() > kMaxNesting) {
            m_tooMuch = true;
            m_messages.error(row.place("type"), "too-deep", say("groups lie in groups more than {} deep", kMaxNesting),
                             say("End the groups that are meant to be side by side; what follows was not read."));
            return;
        }
        Open open{item.get(), type.kind, type.list, {}};
        if (type.kind == TypeKind::BeginLoop && !m_choices.find(type.list))
            m_messages.error(row.place("type"), "unknown-list", say("the loop runs over \"{}\", which is no list", type.list),
                             say("Add the list to the choices sheet."));
        if (item->kind == ItemKind::Repeat)
            addRepeatCounter(*item, parent());
        else
            open.table.begin(*item);
        parent().add(std::move(item));
        m_open.push_back(std::move(open));
    }

    void end(const Row& row, TypeKind kind)
    {
        const TypeKind begins = kind == TypeKind::EndRepeat ? TypeKind::BeginRepeat
            : kind == TypeKind::EndLoop                     ? TypeKind::BeginLoop
                                                            : TypeKind::BeginGroup;
        if (row.has("bind:entities:saveto"))
            m_messages.error(row.place("bind:entities:saveto"), "save-to-container", say("a group or repeat cannot be saved to an entity"),
                             say("Move save_to to a question."));
        if (m_open.size() == 1 || m_open.back().kind != begins) {
            m_messages.error(row.place("type"), "ends-nothing",
                             m_open.size() == 1
                                 ? say("\"{}\" ends something that never began", row.text("type"))
                                 : say("\"{}\" ends here, but \"{}\" of row {} is still open", row.text("type"),
                                               m_open.back().item->name, m_open.back().item->row.number()),
                             say("Pair every begin row with the end row of its own kind."));
            return;
        }
        Open open = std::move(m_open.back());
        m_open.pop_back();
        if (row.has("name") && row.text("name") != open.item->name)
            m_messages.warn(row.place("name"), "end-name",
                            say("this row ends \"{}\", not \"{}\"", open.item->name, row.text("name")),
                            say("Take the name away, or correct it."));
        const ChoiceList* looped = open.kind == TypeKind::BeginLoop ? m_choices.find(open.loopList) : nullptr;
        if (!looped)
            return;
        std::size_t pattern = 0;
        walk(*open.item, [&](const Item&) { ++pattern; });
        if (pattern * looped->choices.size() > kMaxRows)
            m_messages.error(open.item->row.place("type"), "too-long", say("the loop \"{}\" would make more than {} rows", open.item->name, kMaxRows),
                             say("Loop over a shorter list."));
        else
            unrollLoop(*open.item, *looped);
    }

    void question(const Row& row, const TypeCell& type)
    {
        auto item = itemOf(row);
        item->type = type.question;
        item->dataType = type.question->dataType;
        const std::string_view typeName = type.question->name;
        if (typeName == "audit") {
            if (!item->name.empty() && item->name != "audit")
                m_messages.error(row.place("name"), "audit-name", say("the audit row must be named audit"), say("Name it audit."));
            item->name = "audit";
        } else if (!checkName(row, item->name)) {
            if (item->name.empty())
                return;
        }
        item->parameters = Parameters::read(row, m_messages);
        readTriggers(*item);
        item->defaultValue = row.text("default");
        if (type.question->readOnly && !item->bindOf("readonly"))
            item->bind.push_back({"readonly", "true()"});
        if (!type.question->constraint.empty() && !item->bindOf("constraint"))
            item->bind.push_back({"constraint", std::string(type.question->constraint)});
        if (type.kind == TypeKind::Select)
            readChoices(*item, type);
        if (type.kind == TypeKind::Osm)
            readOsm(*item, type);
        applyParameters(*item, m_choices, m_messages);
        checkKind(*item);

        if (typeName == "audit") {
            if (m_audit)
                m_messages.error(row.place("type"), "audit-twice", say("a form has one audit row"), say("Take this one away."));
            m_audit = std::move(item);
            return;
        }
        if (type.kind == TypeKind::Select)
            m_open.back().table.join(*item, parent(), m_messages);
        const bool orOther = type.orOther;
        Item& added = parent().add(std::move(item));
        if (orOther)
            addOther(added, parent(), m_choices, m_messages);
    }

    void readTriggers(Item& item)
    {
        std::string_view cell = item.row.text("trigger");
        const std::vector<Reference> references = findReferences(cell);
        std::size_t at = 0;
        bool wellFormed = !cell.empty() || references.empty();
        for (std::size_t i = 0; i < references.size(); ++i) {
            const std::string_view between = base::trim(cell.substr(at, references[i].begin - at));
            const bool onlyCommas = between.find_first_not_of(", \t") == std::string_view::npos;
            wellFormed = wellFormed && onlyCommas && (i == 0 ? between.empty() : !between.empty());
            at = references[i].end;
            item.triggers.push_back(references[i].name);
        }
        if (cell.substr(at).find_first_not_of(", \t") != std::string_view::npos)
            wellFormed = false;
        if (!wellFormed)
            m_messages.error(item.row.place("trigger"), "trigger-syntax", say("the trigger is no list of references"),
                             say("Write ${name}, or several with a comma between two."));
    }

    void readChoices(Item& item, const TypeCell& type)
    {
        ChoiceSource& source = item.choices;
        source.filter = item.row.text("choice_filter");
        source.external = type.external;
        const Place place = item.row.place("type");
        if (type.list.empty()) {
            m_messages.error(place, "no-list", say("this select names no list"), say("Write the list's name after the type: select_one yes_no."));
            return;
        }
        if (type.fromFile) {
            readFile(item, type.list);
            return;
        }
        if (type.list.starts_with("${")) {
            source.repeatQuestion = soleReference(type.list);
            if (source.repeatQuestion.empty())
                m_messages.error(place, "reference-syntax", say("\"{}\" is no reference", type.list), say("Write ${name}."));
            return;
        }
        source.list = type.list;
        source.inlineItems = callsSearch(item.appearance);
        const Choices& sheet = type.external ? m_external : m_choices;
        const std::string_view sheetName = type.external ? "external_choices" : "choices";
        if (type.external && source.filter.empty())
            m_messages.error(item.row.place("choice_filter"), "no-filter", say("a select_one_external needs a choice_filter"),
                             say("Write one, or use select_one."));
        if (!sheet.hasSheet()) {
            m_messages.error(place, "no-choices", say("the list \"{}\" needs a sheet {}", type.list, sheetName),
                             say("Add a sheet named {} with list_name, name and label.", sheetName));
        } else if (!sheet.find(type.list)) {
            const std::string_view meant = m_messages.mayGuess() ? nearest(type.list, sheet.names()) : std::string_view();
            m_messages.error(place, "unknown-list", say("the sheet {} has no list \"{}\"", sheetName, type.list),
                             meant.empty() ? say("Add its choices.") : say("Did you mean \"{}\"?", meant));
        }
    }

    void readFile(Item& item, const std::string& file)
    {
        ChoiceSource& source = item.choices;
        source.file = file;
        const auto kind = std::find_if(std::begin(kFileKinds), std::end(kFileKinds),
                                       [&](std::string_view k) { return file.ends_with(k) && file.size() > k.size(); });
        if (kind == std::end(kFileKinds)) {
            m_messages.error(item.row.place("type"), "file-kind", say("\"{}\" is no file of choices", file),
                             say("Use a file whose name ends in .csv, .xml or .geojson."));
            return;
        }
        source.list = file.substr(0, file.size() - kind->size());
        if (*kind == ".geojson") {
            source.valueRef = "id";
            source.labelRef = "title";
        }
    }

    void readOsm(Item& item, const TypeCell& type)
    {
        if (type.list.empty())
            return;
        if (const ChoiceList* list = m_osm.find(type.list)) {
            for (const Choice& choice : list->choices)
                item.osmTags.emplace_back(choice.name, choice.label.empty() ? choice.name : choice.label.front().second);
        } else {
            m_messages.error(item.row.place("type"), "unknown-list", say("the sheet osm has no list \"{}\"", type.list),
                             say("Add its tags."));
        }
    }

    /// What single types demand of their row.
    void checkKind(const Item& item)
    {
        const std::string_view type = item.type->name;
        if (type == "background-geopoint" && item.triggers.empty())
            m_messages.error(item.row.place("trigger"), "no-trigger", say("a background-geopoint needs a trigger"),
                             say("Name the question whose answer it waits for: ${name}."));
        if (type == "background-geopoint" && !item.calculation.empty())
            m_messages.error(item.row.place("bind:calculate"), "calculated-geopoint", say("a background-geopoint cannot be calculated"),
                             say("Take the calculation away."));
        if (type == "calculate" && item.calculation.empty() && item.triggers.empty() && !isDynamicDefault(item.defaultValue, item.dataType)
            && item.defaultValue.empty())
            m_messages.error(item.row.place("bind:calculate"), "no-calculation", say("\"{}\" calculates nothing", item.name),
                             say("Write its calculation, or a default."));
        if ((type == "subscriberid" || type == "simserial"))
            m_messages.warn(item.row.place("type"), "old-metadata", say("{} is empty on devices of today", type),
                            say("Take it away."));
        const bool hasControl = item.type->control != Control::None;
        if (hasControl && !item.hasText() && item.appearance != "label" && item.calculation.empty() && item.triggers.empty()
            && !isDynamicDefault(item.defaultValue, item.dataType))
            m_messages.error(item.row.place("label"), "no-label", say("\"{}\" has no label and no hint", item.name),
                             say("Say what is asked."));
    }

    Choices& m_choices;
    const Choices& m_external;
    const Choices& m_osm;
    const Settings& m_settings;
    Messages& m_messages;
    std::vector<Open> m_open;
    std::unique_ptr<Item> m_audit;
    bool m_tooMuch = false; ///< reading has stopped
};

} // namespace

std::unique_ptr<Item> readSurvey(const Table& survey, Choices& choices, const Choices& externalChoices, const Choices& osm,
                                 const Settings& settings, Messages& messages)
{
    return SurveyReader(choices, externalChoices, osm, settings, messages).run(survey);
}

} // namespace tashilgar::forms::xlsform
