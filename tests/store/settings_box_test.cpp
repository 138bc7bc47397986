#include "tests/support/temporary_store.h"

using namespace tashilgar;
using tests::TemporaryStore;

TEST_CASE("an enrolment comes back whole, and its token can be forgotten", "[store][settings]")
{
    TemporaryStore store;
    CHECK_FALSE(*store->settings().enrolment());
    store::Enrolment enrolment;
    enrolment.hub = base::HubId("hub-1");
    enrolment.addresses = {"https://192.168.1.10:8443", "https://hub.local:8443"};
    enrolment.pin = "ab";
    enrolment.device = base::DeviceId("device-1");
    enrolment.token = "secret-token";
    enrolment.personName = "مریم";
    enrolment.enrolledAt = store.clock.now();
    REQUIRE(store->settings().enrol(enrolment));
    store.reopen();
    const auto read = store->settings().enrolment();
    REQUIRE(read);
    REQUIRE(*read);
    CHECK((*read)->addresses == enrolment.addresses);
    CHECK((*read)->token == "secret-token");
    CHECK((*read)->device == enrolment.device);
    CHECK((*read)->personName == "مریم");
    CHECK((*read)->enrolledAt == enrolment.enrolledAt);

    REQUIRE(store->settings().setAddresses({"https://10.0.0.1:8443"}));
    REQUIRE(store->settings().forgetToken());
    const auto later = store->settings().enrolment();
    CHECK((*later)->token.empty());
    CHECK((*later)->addresses.size() == 1);
    CHECK((*later)->pin == "ab");
}

TEST_CASE("choices and people are kept by name", "[store][settings]")
{
    TemporaryStore store;
    CHECK_FALSE(*store->settings().value("language"));
    REQUIRE(store->settings().setValue("language", "fa"));
    REQUIRE(store->settings().setValue("language", "en"));
    CHECK(*store->settings().values() == std::map<std::string, std::string>{{"language", "en"}});
    REQUIRE(store->settings().setPeople("محله", {{"u2", "زهرا", "supervisor"}, {"u1", "علی", "facilitator"}}));
    REQUIRE(store->settings().setPeople("محله", {{"u2", "زهرا", "expert"}}));
    REQUIRE(store->settings().people()->size() == 1);
    CHECK(store->settings().people()->front().role == "expert");
}
