#include "app/base/text.h"
#include "tests/fieldwork/workplace.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

using namespace tashilgar;
using fieldwork::Filling;
using tests::Workplace;

namespace {

// The six forms as the build converts them, the demonstration programme's lists, and one prepared working day
// (tests/data/walk/README.md), played through the store without a screen.

const std::filesystem::path kForms = std::filesystem::path(TASHILGAR_BINARY_DIR) / "forms";
const std::filesystem::path kLists = std::filesystem::path(TASHILGAR_SOURCE_DIR) / "assets/demo";
const std::filesystem::path kWalk = std::filesystem::path(TASHILGAR_TEST_DATA) / "walk";

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::vector<std::string>> cellsOf(const std::string& csv)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (csv[i] == '"') {
            if (quoted && i + 1 < csv.size() && csv[i + 1] == '"')
                rows.back().back() += csv[i++];
            else
                quoted = !quoted;
        } else if (!quoted && csv[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && csv[i] == '\n') {
            rows.emplace_back(1);
        } else if (csv[i] != '\r') {
            rows.back().back() += csv[i];
        }
    }
    rows.pop_back();
    return rows;
}

void pullLists(Workplace& place)
{
    store::ArrivingPage page;
    page.cursor = "demo";
    for (const auto& file : std::filesystem::directory_iterator(kLists)) {
        if (file.path().extension() != ".csv")
            continue;
        auto rows = cellsOf(textOf(file.path()));
        store::ListChange change{base::ListName(file.path().stem().string()), true, {}, {}, {}};
        const std::vector<std::string> header = rows.front();
        const bool entity = header.back() == "__version";
        change.columns.assign(header.begin(), header.end() - (entity ? 1 : 0));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            store::ListRow row{rows[i].front(), entity ? std::stoll(rows[i].back()) : 0, {}};
            for (std::size_t column = 0; column < change.columns.size(); ++column)
                row.values.emplace_back(change.columns[column], rows[i][column]);
            change.upsert.push_back(std::move(row));
        }
        page.lists.push_back(std::move(change));
    }
    REQUIRE(place.store->arrivals().apply(page));
}

void pullForms(Workplace& place)
{
    for (const char* form : {"tsh_household", "tsh_issue", "tsh_asset", "tsh_meeting", "tsh_followup"}) {
        const std::string xml = textOf(kForms / (std::string(form) + ".xml"));
        forms::Diagnostics diagnostics;
        const auto loaded = forms::Form::load(xml, diagnostics);
        REQUIRE(loaded);
        place.install((*loaded)->version(), (*loaded)->title(), xml);
    }
}

std::string withoutMinutes(std::string xml)
{
    constexpr std::string_view kBegin = "<minutes>", kEnd = "</minutes>";
    if (const std::size_t at = xml.find(kBegin); at != std::string::npos)
        xml.erase(at, xml.find(kEnd, at) + kEnd.size() - at);
    return xml;
}

/// Plays one file of the walk. After every \p restartEvery steps the process dies and the draft is opened again, which
/// must change nothing.
class Player {
public:
    Player(Workplace& place, int restartEvery)
        : m_place(place)
        , m_restartEvery(restartEvery)
    {
    }

    base::InstanceId play(const std::string& name)
    {
        std::istringstream lines(textOf(kWalk / (name + ".jsonl")));
        int number = 0;
        for (std::string line; std::getline(lines, line);) {
            INFO(name << ".jsonl, line " << ++number << ": " << line);
            take(boost::json::parse(line).as_object());
            m_place.clock.advance(std::chrono::seconds(6));
            if (m_filling && ++m_steps % m_restartEvery == 0)
                restart();
        }
        return m_finished;
    }

private:
    static std::string text(const boost::json::object& step, std::string_view field)
    {
        return std::string(step.at(field).as_string());
    }

    void take(const boost::json::object& step)
    {
        const std::string op = text(step, "op");
        if (op == "open") {
            open(text(step, "form"));
        } else if (op == "answer") {
            expectDone(m_filling->answer(text(step, "ref"), filled(text(step, "ref"), text(step, "value"))));
        } else if (op == "position") {
            expectDone(m_filling->answer(text(step, "ref"), "34.3451 47.0901 1310 4.0"));
        } else if (op == "attach") {
            const std::string file = text(step, "file");
            expectDone(m_filling->attach(text(step, "ref"), m_place.file(file, textOf(kWalk / file))));
        } else if (op == "repeat.add") {
            expectDone(m_filling->addRepeat(text(step, "ref")));
        } else if (op == "expect") {
            CHECK(m_filling->entry().view(text(step, "ref"))->value == text(step, "value"));
        } else if (op == "finish") {
            finish();
        } else {
            FAIL("unknown step " + op);
        }
    }

    template <class T>
    static void expectDone(const base::Result<T>& done)
    {
        if (!done)
            FAIL(done.error().text());
    }

    void open(const std::string& form)
    {
        const auto fillable = m_place.library->forms();
        for (const fieldwork::FillableForm& one : *fillable) {
            if (one.id.form.value() != form)
                continue;
            auto filling = Filling::start(*m_place.library, one.id);
            expectDone(filling);
            m_filling = std::move(*filling);
        }
        REQUIRE(m_filling);
    }

    void finish()
    {
        for (const forms::ValidationFinding& finding : m_filling->entry().validate())
            UNSCOPED_INFO(finding.ref << ": " << finding.message);
        const auto id = m_filling->finish();
        expectDone(id);
        m_finished = *id;
        m_filling.reset();
    }

    void restart()
    {
        if (!*m_place.store->drafts().count())
            return;
        std::string before = m_filling->entry().snapshot();
        const base::DraftId draft = m_filling->draft();
        const bool leaves = m_steps % (2 * m_restartEvery) == 0;
        if (leaves)
            REQUIRE(m_filling->leave());
        m_filling.reset();
        m_place.restart();
        m_filling = m_place.resume(draft);
        std::string after = m_filling->entry().snapshot();
        if (leaves) { // opening a snapshot brings the minutes so far up to its own time
            before = withoutMinutes(std::move(before));
            after = withoutMinutes(std::move(after));
        }
        REQUIRE(after == before);
    }

    /// `{today}`, `{today+N}` and `{choice:TEXT}` as the walk's README says.
    std::string filled(const std::string& ref, std::string value) const
    {
        if (value.starts_with("{choice:")) {
            const std::string wanted = base::foldForSearch(value.substr(8, value.size() - 9));
            const auto view = m_filling->entry().view(ref);
            REQUIRE(view);
            for (const forms::Choice& choice : view->choices) {
                if (base::foldForSearch(choice.label).find(wanted) != std::string::npos)
                    return choice.value;
            }
            FAIL("no choice is called " + value);
        }
        if (value.starts_with("{today")) {
            const int days = value.size() > 7 ? std::stoi(value.substr(6)) : 0;
            const auto zone = m_place.library->surroundings().zone;
            const base::LocalTime local = zone->toLocal(m_place.clock.now() + std::chrono::hours(24 * days));
            return fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day);
        }
        return value;
    }

    Workplace& m_place;
    int m_restartEvery;
    int m_steps = 0;
    std::unique_ptr<Filling> m_filling;
    base::InstanceId m_finished;
};

} // namespace

TEST_CASE("a whole working day is filled and finished, with the process dying all day long", "[fieldwork][walk]")
{
    Workplace place;
    pullLists(place);
    pullForms(place);
    for (const char* name : {"household", "issue", "capacity", "obstacle", "meeting", "followup"}) {
        const int restartEvery = std::string_view(name) == "meeting" ? 60 : 7;
        const base::InstanceId id = Player(place, restartEvery).play(name);
        const auto record = place.store->submissions().read(id);
        REQUIRE(record);
        CHECK_FALSE(record->summary.name.empty());
        const auto isLog = [](const store::AttachedFile& file) { return file.name == "audit.csv"; };
        CHECK(std::count_if(record->files.begin(), record->files.end(), isLog) == 1); // each of them asks for it
        CHECK((std::string_view(name) != "household" || record->files.size() == 2)); // and its photo
    }
    CHECK(place.store->submissions().list()->size() == 6);
    CHECK(place.store->submissions().counts()->waiting == 6);
    CHECK(*place.store->drafts().count() == 0);
    CHECK(*place.store->lists().count(base::ListName("issues")) > cellsOf(textOf(kLists / "issues.csv")).size() - 1);
}
