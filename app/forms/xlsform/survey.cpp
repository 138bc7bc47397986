#include "app/forms/xlsform/survey.h"

#include "app/base/text.h"
#include "app/forms/xlsform/expression.h"
#include "app/forms/xlsform/question_parameters.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

constexpr std::string_view kMediaKinds[] = {"image", "big-image", "audio", "video"};
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
        m_open.push_back({root.get(), TypeKind::Unknown, {}, {}, 0});
        for (const Row& row : survey.rows) {
            if (!meansYes(row.text("disabled")))
                readRow(row);
        }
        for (std::size_t i = m_open.size(); i > 1; --i) {
            const Open& open = m_open[i - 1];
            m_messages.error(open.item->row.place("type"), "never-closed",
                             fmt::format("\"{}\" begins here and never ends", open.item->name),
                             fmt::format("Add a row of type {} after its last question.",
                                         open.item->kind == ItemKind::Repeat ? "end repeat" : "end group"));
        }
        addMeta(*root);
        return root;
    }

private:
    struct Open {
        Item* item;
        TypeKind kind;
        std::string loopList;
        std::string tableList; ///< the list of the first select of a table-list
        int tableState = 0;    ///< 0 none, 1 waiting for the first select, 2 running
    };

    Item& parent() { return *m_open.back().item; }

    void readRow(const Row& row)
    {
        const std::string& cell = row.text("type");
        if (cell.empty()) {
            if (row.has("name") || row.has("label"))
                m_messages.error(row.place("type"), "no-type", "this row has no type", "Name one, such as text or select_one yes_no.");
            return;
        }
        TypeCell type = readType(cell);
        switch (type.kind) {
        case TypeKind::Unknown: {
            const std::string_view meant = nearestType(cell);
            m_messages.error(row.place("type"), "unknown-type", fmt::format("\"{}\" is no type of question", cell),
                             meant.empty() ? "See the list of types at xlsform.org." : fmt::format("Did you mean \"{}\"?", meant));
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
        item->appearance = row.text("control:appearance");
        for (const std::string_view kind : kMediaKinds) {
            Texts texts = row.texts(fmt::format("media:{}", kind));
            if (!texts.empty())
                item->media.emplace_back(kind, std::move(texts));
        }
        for (const auto& cell : row.cells()) {
            const std::string& key = row.column(cell).key;
            if (key.starts_with("bind:jr:"))
                continue;
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
            m_messages.error(row.place("name"), "no-name", "this row has no name", "Give it one; answers are stored under it.");
            return false;
        }
        if (!isName(name)) {
            m_messages.error(row.place("name"), "name-syntax", fmt::format("\"{}\" cannot be a name", name),
                             "Begin with a letter or an underscore; letters, digits, hyphens, underscores and points may follow.");
            return false;
        }
        if (name == "meta") {
            m_messages.error(row.place("name"), "name-reserved", "\"meta\" is the form's own", "Choose another name.");
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
        Open open{item.get(), type.kind, type.list, {}, 0};
        if (type.kind == TypeKind::BeginLoop && !m_choices.find(type.list))
            m_messages.error(row.place("type"), "unknown-list", fmt::format("the loop runs over \"{}\", which is no list", type.list),
                             "Add the list to the choices sheet.");
        if (item->kind == ItemKind::Repeat)
            addCounter(*item);
        else
            beginTableList(*item, open);
        parent().add(std::move(item));
        m_open.push_back(std::move(open));
    }

    /// A count that is no plain reference is calculated in a row of its own, beside the repeat.
    void addCounter(Item& repeat)
    {
        if (repeat.repeatCount.empty() || !soleReference(repeat.repeatCount).empty())
            return;
        auto counter = std::make_unique<Item>();
        counter->name = repeat.name + "_count";
        counter->type = findQuestionType("calculate");
        counter->dataType = "string";
        counter->row = repeat.row.withoutCells();
        counter->calculation = repeat.repeatCount;
        counter->bind.push_back({"readonly", "true()"});
        repeat.repeatCount = "${" + counter->name + "}";
        parent().add(std::move(counter));
    }

    /// "table-list" becomes a page of selects under one row of labels.
    void beginTableList(Item& group, Open& open)
    {
        constexpr std::string_view kTableList = "table-list";
        const std::size_t at = group.appearance.find(kTableList);
        if (at == std::string::npos)
            return;
        group.appearance.replace(at, kTableList.size(), "field-list");
        open.tableState = 1;
        if (group.label.empty() && group.hint.empty())
            return;
        auto note = std::make_unique<Item>();
        note->name = fmt::format("generated_table_list_label_{}", group.row.number());
        note->type = findQuestionType("note");
        note->dataType = "string";
        note->bind.push_back({"readonly", "true()"});
        note->label = std::exchange(group.label, {});
        note->hint = std::exchange(group.hint, {});
        group.add(std::move(note));
    }

    void end(const Row& row, TypeKind kind)
    {
        const TypeKind begins = kind == TypeKind::EndRepeat ? TypeKind::BeginRepeat
            : kind == TypeKind::EndLoop                     ? TypeKind::BeginLoop
                                                            : TypeKind::BeginGroup;
        if (row.has("bind:entities:saveto"))
            m_messages.error(row.place("bind:entities:saveto"), "save-to-container", "a group or repeat cannot be saved to an entity",
                             "Move save_to to a question.");
        if (m_open.size() == 1 || m_open.back().kind != begins) {
            m_messages.error(row.place("type"), "ends-nothing",
                             m_open.size() == 1
                                 ? fmt::format("\"{}\" ends something that never began", row.text("type"))
                                 : fmt::format("\"{}\" ends here, but \"{}\" of row {} is still open", row.text("type"),
                                               m_open.back().item->name, m_open.back().item->row.number()),
                             "Pair every begin row with the end row of its own kind.");
            return;
        }
        Open open = std::move(m_open.back());
        m_open.pop_back();
        if (row.has("name") && row.text("name") != open.item->name)
            m_messages.warn(row.place("name"), "end-name",
                            fmt::format("this row ends \"{}\", not \"{}\"", open.item->name, row.text("name")),
                            "Take the name away, or correct it.");
        if (open.kind == TypeKind::BeginLoop)
            unrollLoop(*open.item, open.loopList);
    }

    /// A loop is a group for each choice of its list, each with all questions of the loop.
    void unrollLoop(Item& loop, const std::string& listName)
    {
        const ChoiceList* list = m_choices.find(listName);
        if (!list)
            return;
        std::vector<std::unique_ptr<Item>> pattern = std::exchange(loop.children, {});
        for (const Choice& choice : list->choices) {
            auto group = std::make_unique<Item>();
            group->kind = ItemKind::Group;
            group->name = choice.name;
            group->label = choice.label;
            Item& added = loop.add(std::move(group));
            for (const auto& item : pattern)
                copyInto(added, *item, choice);
        }
    }
    static void copyInto(Item& to, const Item& from, const Choice& choice)
    {
        auto copy = std::make_unique<Item>();
        copy->kind = from.kind;
        copy->name = from.name;
        copy->type = from.type;
        copy->dataType = from.dataType;
        copy->row = from.row;
        copy->media = from.media;
        copy->bind = from.bind;
        copy->control = from.control;
        copy->instance = from.instance;
        copy->defaultValue = from.defaultValue;
        copy->calculation = from.calculation;
        copy->triggers = from.triggers;
        copy->repeatCount = from.repeatCount;
        copy->choices = from.choices;
        copy->osmTags = from.osmTags;
        copy->parameters = from.parameters;
        copy->appearance = from.appearance;
        copy->constraintMessage = from.constraintMessage;
        copy->requiredMessage = from.requiredMessage;
        const auto fill = [&](const Texts& texts) {
            Texts filled = texts;
            for (auto& [language, text] : filled) {
                std::string label = choice.name;
                for (const auto& [choiceLanguage, choiceText] : choice.label) {
                    if (choiceLanguage == language || choice.label.size() == 1)
                        label = choiceText;
                }
                for (const auto& [mark, value] : {std::pair{std::string_view("%(label)s"), label},
                                                  std::pair{std::string_view("%(name)s"), choice.name}}) {
                    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
                        text.replace(at, mark.size(), value);
                }
            }
            return filled;
        };
        copy->label = fill(from.label);
        copy->hint = fill(from.hint);
        copy->guidance = fill(from.guidance);
        Item& added = to.add(std::move(copy));
        for (const auto& child : from.children)
            copyInto(added, *child, choice);
    }

    void question(const Row& row, const TypeCell& type)
    {
        auto item = itemOf(row);
        item->type = type.question;
        item->dataType = type.question->dataType;
        const std::string_view typeName = type.question->name;
        if (typeName == "audit") {
            if (!item->name.empty() && item->name != "audit")
                m_messages.error(row.place("name"), "audit-name", "the audit row must be named audit", "Name it audit.");
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
                m_messages.error(row.place("type"), "audit-twice", "a form has one audit row", "Take this one away.");
            m_audit = std::move(item);
            return;
        }
        if (m_open.back().tableState > 0 && type.kind == TypeKind::Select)
            joinTable(*item);
        const bool orOther = type.orOther;
        Item& added = parent().add(std::move(item));
        if (orOther)
            addOther(added);
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
            m_messages.error(item.row.place("trigger"), "trigger-syntax", "the trigger is no list of references",
                             "Write ${name}, or several with a comma between two.");
    }

    void readChoices(Item& item, const TypeCell& type)
    {
        ChoiceSource& source = item.choices;
        source.filter = item.row.text("choice_filter");
        source.external = type.external;
        const Place place = item.row.place("type");
        if (type.list.empty()) {
            m_messages.error(place, "no-list", "this select names no list", "Write the list's name after the type: select_one yes_no.");
            return;
        }
        if (type.fromFile) {
            readFile(item, type.list);
            return;
        }
        if (type.list.starts_with("${")) {
            source.repeatQuestion = soleReference(type.list);
            if (source.repeatQuestion.empty())
                m_messages.error(place, "reference-syntax", fmt::format("\"{}\" is no reference", type.list), "Write ${name}.");
            return;
        }
        source.list = type.list;
        source.inlineItems = callsSearch(item.appearance);
        const Choices& sheet = type.external ? m_external : m_choices;
        const std::string_view sheetName = type.external ? "external_choices" : "choices";
        if (type.external && source.filter.empty())
            m_messages.error(item.row.place("choice_filter"), "no-filter", "a select_one_external needs a choice_filter",
                             "Write one, or use select_one.");
        if (!sheet.hasSheet()) {
            m_messages.error(place, "no-choices", fmt::format("the list \"{}\" needs a sheet {}", type.list, sheetName),
                             fmt::format("Add a sheet named {} with list_name, name and label.", sheetName));
        } else if (!sheet.find(type.list)) {
            const std::string_view meant = nearest(type.list, sheet.names());
            m_messages.error(place, "unknown-list", fmt::format("the sheet {} has no list \"{}\"", sheetName, type.list),
                             meant.empty() ? "Add its choices." : fmt::format("Did you mean \"{}\"?", meant));
        }
    }

    void readFile(Item& item, const std::string& file)
    {
        ChoiceSource& source = item.choices;
        source.file = file;
        const auto kind = std::find_if(std::begin(kFileKinds), std::end(kFileKinds),
                                       [&](std::string_view k) { return file.ends_with(k) && file.size() > k.size(); });
        if (kind == std::end(kFileKinds)) {
            m_messages.error(item.row.place("type"), "file-kind", fmt::format("\"{}\" is no file of choices", file),
                             "Use a file whose name ends in .csv, .xml or .geojson.");
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
            m_messages.error(item.row.place("type"), "unknown-list", fmt::format("the sheet osm has no list \"{}\"", type.list),
                             "Add its tags.");
        }
    }

    /// What single types demand of their row.
    void checkKind(const Item& item)
    {
        const std::string_view type = item.type->name;
        if (type == "background-geopoint" && item.triggers.empty())
            m_messages.error(item.row.place("trigger"), "no-trigger", "a background-geopoint needs a trigger",
                             "Name the question whose answer it waits for: ${name}.");
        if (type == "background-geopoint" && !item.calculation.empty())
            m_messages.error(item.row.place("bind:calculate"), "calculated-geopoint", "a background-geopoint cannot be calculated",
                             "Take the calculation away.");
        if (type == "calculate" && item.calculation.empty() && item.triggers.empty() && !isDynamicDefault(item.defaultValue, item.dataType)
            && item.defaultValue.empty())
            m_messages.error(item.row.place("bind:calculate"), "no-calculation", fmt::format("\"{}\" calculates nothing", item.name),
                             "Write its calculation, or a default.");
        if ((type == "subscriberid" || type == "simserial"))
            m_messages.warn(item.row.place("type"), "old-metadata", fmt::format("{} is empty on devices of today", type),
                            "Take it away.");
        const bool hasControl = item.type->control != Control::None;
        if (hasControl && !item.hasText() && item.calculation.empty() && item.triggers.empty()
            && !isDynamicDefault(item.defaultValue, item.dataType))
            m_messages.error(item.row.place("label"), "no-label", fmt::format("\"{}\" has no label and no hint", item.name),
                             "Say what is asked.");
    }

    /// The first select of a table brings a row that shows the labels; all others hide theirs.
    void joinTable(Item& item)
    {
        Open& open = m_open.back();
        if (open.tableState == 1) {
            open.tableState = 2;
            open.tableList = item.choices.list;
            auto labels = std::make_unique<Item>();
            labels->name = fmt::format("reserved_name_for_field_list_labels_{}", item.row.number());
            labels->type = item.type;
            labels->dataType = item.dataType;
            labels->choices = item.choices;
            labels->appearance = "label";
            parent().add(std::move(labels));
        } else if (open.tableList != item.choices.list) {
            m_messages.error(item.row.place("type"), "table-list",
                             fmt::format("a table-list holds selects of one list, here \"{}\"", open.tableList),
                             "Use the same list, or another group.");
        }
        if (item.appearance.empty())
            item.appearance = "list-nolabel";
    }

    void addOther(Item& select)
    {
        ChoiceSource& source = select.choices;
        if (!source.filter.empty() || !source.file.empty() || !source.repeatQuestion.empty()) {
            m_messages.error(select.row.place("type"), "or-other", "or_other cannot stand with a filter, a file or a repeat",
                             "Add the choice \"other\" and a text question by hand.");
            return;
        }
        if (ChoiceList* list = m_choices.find(source.list)) {
            const bool hasOther = std::any_of(list->choices.begin(), list->choices.end(), [](const Choice& c) { return c.name == "other"; });
            if (!hasOther) {
                Choice other;
                other.name = "other";
                std::vector<std::string> languages;
                for (const Choice& choice : list->choices) {
                    for (const auto& [language, text] : choice.label) {
                        if (std::find(languages.begin(), languages.end(), language) == languages.end())
                            languages.push_back(language);
                    }
                }
                if (languages.empty())
                    languages.emplace_back();
                if (languages.size() > 1 || !languages.front().empty())
                    m_messages.warn(select.row.place("type"), "or-other-translations",
                                    "or_other adds an English \"Other\" in every language",
                                    "Add the choice \"other\" with its translations, and a text question, by hand.");
                for (const std::string& language : languages)
                    other.label.emplace_back(language, "Other");
                list->choices.push_back(std::move(other));
            }
        }
        auto text = std::make_unique<Item>();
        text->name = select.name + "_other";
        text->type = findQuestionType("text");
        text->dataType = "string";
        text->label.emplace_back("", "Specify other.");
        text->bind.push_back({"relevant", fmt::format("selected(../{}, 'other')", select.name)});
        parent().add(std::move(text));
    }

    /// instanceID and its neighbours, as the last part of the form.
    void addMeta(Item& root)
    {
        auto meta = std::make_unique<Item>();
        meta->kind = ItemKind::Meta;
        meta->name = "meta";
        const auto child = [&](std::string name) -> Item& {
            auto item = std::make_unique<Item>();
            item->name = std::move(name);
            item->dataType = "string";
            return meta->add(std::move(item));
        };
        if (m_audit)
            meta->add(std::move(m_audit));
        if (!m_settings.omitInstanceId) {
            Item& id = child("instanceID");
            id.bind.push_back({"readonly", "true()"});
            id.bind.push_back({"jr:preload", m_settings.instanceId});
        }
        if (!m_settings.instanceName.empty())
            child("instanceName").calculation = m_settings.instanceName;
        if (!meta->children.empty())
            root.add(std::move(meta));
    }

    Choices& m_choices;
    const Choices& m_external;
    const Choices& m_osm;
    const Settings& m_settings;
    Messages& m_messages;
    std::vector<Open> m_open;
    std::unique_ptr<Item> m_audit;
};

} // namespace

std::unique_ptr<Item> readSurvey(const Table& survey, Choices& choices, const Choices& externalChoices, const Choices& osm,
                                 const Settings& settings, Messages& messages)
{
    return SurveyReader(choices, externalChoices, osm, settings, messages).run(survey);
}

} // namespace tashilgar::forms::xlsform
