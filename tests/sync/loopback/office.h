#pragma once

#include "app/base/hash.h"
#include "sync/client/engine.h"
#include "sync/client/enrolment.h"
#include "sync/protocol/invitation.h"
#include "tests/sync/loopback/memory_tablet.h"
#include "tests/sync/loopback/scripted_wire.h"

namespace tashilgar::tests {

/// One tablet and one hub with a scripted wire between them.
struct Office {
    FakeClock clock;
    FakeHub hub;
    ScriptedWire wire{hub, clock};
    MemoryTablet tablet;
    client::Engine engine{wire, tablet, tablet, tablet, clock};

    client::Offer offer() const
    {
        protocol::Invitation invitation{hub.code, {"10.0.0.1:8443"}, hub.pin, "Office"};
        return client::Offer::read(invitation.text()).value();
    }
    void enrol() { client::Enrolment(wire, tablet).enrol(offer(), "tablet 1").value(); }
    client::Status round() { return engine.round({}, {}); }

    /// Rounds until nothing is left to do; how many that took, 0 when \p limit were not enough.
    int roundsUntilDone(int limit)
    {
        for (int count = 1; count <= limit; ++count) {
            if (round().reason == client::Reason::NothingToDo)
                return count;
        }
        return 0;
    }

    std::string blob(const std::string& text)
    {
        const std::string sha256 = base::Sha256::hexOf(base::bytesOf(text));
        const base::ByteView view = base::bytesOf(text);
        hub.blobs[sha256].assign(view.begin(), view.end());
        return sha256;
    }

    /// Four records with five files (one in several pieces, one shared), two pages of changes, one form with media.
    void fill()
    {
        const std::string large(300'000, 'L');
        tablet.add("uuid:1", "<visit>1</visit>");
        tablet.add("uuid:2", "<visit>2</visit>", {"small photo", large});
        tablet.add("uuid:3", "<visit>3</visit>", {"small photo", "another"});
        tablet.add("uuid:4", "<visit>4</visit>", {""});

        const std::string xml = "<h:html>visit</h:html>";
        const std::string media(200'000, 'M');
        const base::ListName list("households");
        hub.pages.push_back({"", true,
            {protocol::FormPublished{{base::FormId("visit"), "1"}, "Visit", blob(xml), xml.size(),
                 {{"sign.png", blob(media), media.size()}}},
                protocol::ListReset{list, {"name", "label"}, true},
                protocol::ListRows{list, {{"h1", 1, {{"label", "one"}}}, {"h2", 1, {{"label", "two"}}}}, {}}}});
        hub.pages.push_back({"", false, {protocol::ListRows{list, {{"h1", 2, {{"label", "ONE"}}}}, {"h2"}}}});
    }
};

} // namespace tashilgar::tests
