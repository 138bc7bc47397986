#pragma once

#include "app/exchange/store_account_book.h"
#include "app/exchange/store_inbox.h"
#include "app/exchange/store_ledger.h"
#include "app/exchange/store_outbox.h"
#include "sync/client/openrosa/openrosa_rounds.h"
#include "tests/support/temporary_store.h"
#include "tests/sync/openrosa/odk_server.h"

namespace tashilgar::tests {

/// A tablet with its real store, and an ODK server: what the app and `tashil sync` put together, without a socket.
struct Village {
    OdkServer server;
    TemporaryStore tablet;
    exchange::StoreAccountBook book{*tablet, tablet.clock, tablet.random};
    exchange::StoreOutbox outbox{*tablet, tablet.clock};
    exchange::StoreLedger ledger{*tablet, tablet.clock};
    exchange::StoreInbox inbox{*tablet};
    client::openrosa::OpenRosaRounds rounds{server, book, outbox, ledger, inbox, tablet.clock, tablet.random};

    Village()
    {
        server.forms["visit"] = {"1", "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", {{"map.png", "PNG"}}, {}, true};
    }

    std::string address(const std::string& scheme = "https") const { return scheme + "://central.example.org" + server.base; }
    base::Result<client::Account> join(const std::string& address, const std::string& username = {}, const std::string& password = {})
    {
        const auto known = client::openrosa::Server::read(address, username, password);
        if (!known)
            return base::fail(known.error());
        return client::openrosa::join(server, book, tablet.clock, tablet.random, *known, "tablet 3");
    }
    void joined() { REQUIRE(join(address())); }

    static std::string xmlOf(const std::string& instance, const std::string& answer = "1", const std::string& form = "visit")
    {
        return "<data id=\"" + form + "\" version=\"1\"><door>" + answer + "</door><meta><instanceID>" + instance
            + "</instanceID></meta></data>";
    }
    void finalise(const std::string& instance, const std::vector<std::string>& files = {}, const std::string& form = "visit")
    {
        store::NewSubmission record;
        record.id = base::InstanceId(instance);
        record.form = {base::FormId(form), "1"};
        record.xml = xmlOf(instance, "1", form);
        for (const std::string& bytes : files) {
            const auto kept = tablet->attachments().add(base::bytesOf(bytes));
            REQUIRE(kept);
            record.files.push_back({"photo" + std::to_string(record.files.size()) + ".jpg", kept->sha256, kept->size, "image/jpeg"});
        }
        REQUIRE(tablet->submissions().finalise(record));
    }
    client::Status round() { return rounds.round({}, {}); }
    store::SubmissionSummary summary(const std::string& instance)
    {
        const auto found = tablet->submissions().summary(base::InstanceId(instance));
        REQUIRE(found);
        return *found;
    }
    std::size_t posts() const
    {
        return static_cast<std::size_t>(std::ranges::count(server.seen, client::Method::Post, &client::Request::method));
    }
};

} // namespace tashilgar::tests
