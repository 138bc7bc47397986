#include "sync/hub/domain/enrolment.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"
#include "tests/sync/kill/process.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// The program `tashilgar-hub` over the folder of a hub that serves at this moment.
struct Program {
    OfficeHub& office;
    TemporaryFolder folder;
    std::string said;

    int run(const std::vector<std::string>& asked)
    {
        std::vector<std::string> arguments;
        arguments.push_back(TASHILGAR_BINARY_DIR "/bin/tashilgar-hub");
        std::ranges::copy(asked, std::back_inserter(arguments));
        arguments.push_back("--data");
        arguments.push_back(office.data().folder.string());
        Process process(arguments, folder / "out");
        const auto status = process.waitFor(std::chrono::minutes(2));
        said = process.said() + process.complained();
        return status.value_or(-1);
    }
};

std::string codeOf(const HttpAnswer& answer)
{
    const auto problem = protocol::decodeProblem(answer.body);
    return problem ? problem->code : std::string("none");
}

} // namespace

TEST_CASE("a tablet that was lost is signed off while the hub serves, and others are not", "[hub][commands]")
{
    OfficeHub office;
    Tablet lost(office, "n.karimi");
    Tablet kept(office, "n.karimi");
    Program program{office, {}, {}};
    CHECK(program.run({"devices"}) == 0);
    CHECK(program.said.find(lost.enrolled.device.value() + " n.karimi") != std::string::npos);
    CHECK(program.said.find("signed off") == std::string::npos);

    CHECK(program.run({"revoke", "--device", lost.enrolled.device.value()}) == 0);
    const auto answer = lost.ask("GET", protocol::kChangesPath);
    CHECK(answer.status == 401);
    CHECK(codeOf(answer) == protocol::problem::kDeviceRevoked);
    CHECK(kept.ask("GET", protocol::kChangesPath).status == 200);
    CHECK(program.run({"devices", "--json"}) == 0);
    CHECK(program.said.find(R"("revokedAt":"20)") != std::string::npos);
}

TEST_CASE("a person who leaves is signed off with all tablets, and with the invitation they have not used", "[hub][commands]")
{
    OfficeHub office;
    Tablet one(office, "n.karimi");
    Tablet two(office, "n.karimi");
    Tablet other(office, "z.ahmadi");
    office.clock.set(base::SystemClock().now()); // the program's own time
    const std::string code = office.invite("n.karimi");
    const std::string othersCode = office.invite("z.ahmadi");
    Program program{office, {}, {}};
    CHECK(program.run({"revoke", "--username", "n.karimi"}) == 0);
    CHECK(program.said.find("signed off 2 tablets") != std::string::npos);
    CHECK(one.ask("GET", protocol::kChangesPath).status == 401);
    CHECK(two.ask("GET", protocol::kChangesPath).status == 401);
    CHECK(other.ask("GET", protocol::kChangesPath).status == 200);
    office.clock.set(base::SystemClock().now());
    const auto enrol = [&](const std::string& with) {
        base::SystemRandom random;
        HttpClient client(office.port(), false);
        return client.request("POST", protocol::kEnrolPath, {},
            protocol::encode(protocol::EnrolRequest::make(with, "t", protocol::SigningKey::random(random))));
    };
    CHECK(codeOf(enrol(code)) == protocol::problem::kCodeExpired);
    CHECK(enrol(othersCode).status == 200);
}

TEST_CASE("who signs off what is not there, or names both or neither, is told so", "[hub][commands]")
{
    OfficeHub office;
    Program program{office, {}, {}};
    CHECK(program.run({"revoke", "--device", "none"}) == 1);
    CHECK(program.said.find("no such tablet") != std::string::npos);
    CHECK(program.run({"revoke", "--username", "nobody"}) == 1);
    CHECK(program.run({"revoke"}) == 2);
    CHECK(program.run({"revoke", "--device", "a", "--username", "b"}) == 2);
}

TEST_CASE("a second program that would serve the same folder says why not", "[hub][commands]")
{
    OfficeHub office;
    Program program{office, {}, {}};
    CHECK(program.run({"serve"}) == 1);
    CHECK(program.said.find("serves this folder already") != std::string::npos);
}

TEST_CASE("an export goes on past a file that cannot be written, and past a body with an odd name", "[hub][commands]")
{
    OfficeHub office;
    auto programme = smallProgramme();
    programme.forms.clear();
    const std::string odd = fmt::format("{:b>300}/../x", "");
    programme.lists = {{"issues", "name,label,neighbourhood,body,status,__version\ni1,چاله,JFR," + odd + ",open,1\n"
                                  "i2,چاله,JFR,abfa,open,1\n"}};
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    Program program{office, {}, {}};
    const auto out = program.folder / "exported";
    std::filesystem::create_directories(out / "list-bodies.csv"); // a folder stands where a file should go
    CHECK(program.run({"export", "--out", out.string()}) == 1);
    CHECK(program.said.find("list-bodies.csv") != std::string::npos);
    for (const char* name : {"house.csv", "list-households.csv", "households.geojson", "referral-abfa.csv", "referral-abfa.html", "summary.json"})
        CHECK(std::filesystem::exists(out / name));
    CHECK(std::filesystem::exists(out / ("referral-" + std::string(91, 'b') + ".csv")));
}

TEST_CASE("a slip in the name of the data folder makes no hub that no tablet knows", "[hub][commands]")
{
    const TemporaryFolder folder;
    const std::string program = TASHILGAR_BINARY_DIR "/bin/tashilgar-hub";
    const std::string slip = (folder / "nope").string();
    const auto asked = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), program);
        arguments.insert(arguments.end(), {"--data", slip});
        Process process(arguments, folder / "out");
        CHECK(process.waitFor(std::chrono::minutes(2)) == 1);
        CHECK_FALSE(std::filesystem::exists(slip));
        return process.complained();
    };
    for (const std::vector<std::string>& command : {std::vector<std::string>{"devices"}, {"records"}, {"summary"}, {"serve"},
             {"enrol", "--username", "n.karimi"}, {"export", "--out", (folder / "export").string()}})
        CHECK(asked(command).find("there is no hub in this folder") != std::string::npos);
    CHECK(asked({"import", "--programme", (folder / "nowhere").string()}).find("nowhere/programme.json") != std::string::npos);
}

TEST_CASE("enrol names who there is, and takes addresses only", "[hub][commands]")
{
    OfficeHub office;
    Program program{office, {}, {}};
    CHECK(program.run({"enrol", "--username", "n.karim", "--address", "127.0.0.1:8443"}) == 1);
    CHECK(program.said.find("n.karimi") != std::string::npos);
    for (const char* address : {"nonsense", "127.0.0.1", "127.0.0.1:", ":8443", "127.0.0.1:99999", "a b:1"}) {
        CHECK(program.run({"enrol", "--username", "n.karimi", "--address", address}) == 1);
        CHECK(program.said.find("host:port") != std::string::npos);
    }
    CHECK(program.run({"enrol", "--username", "n.karimi", "--address", "127.0.0.1:8443"}) == 0);
}

TEST_CASE("an export in a language that no form speaks says which ones they speak", "[hub][commands]")
{
    OfficeHub office;
    Program program{office, {}, {}};
    CHECK(program.run({"export", "--out", (program.folder / "export").string(), "--labels", "--language", "xx"}) == 1);
    CHECK(program.said.find("no form speaks this language") != std::string::npos);
}
