#include "app/viewmodels/error_text.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>

#include <filesystem>
#include <set>

using namespace tashilgar;
using viewmodels::tellOf;

TEST_CASE("what went wrong is told without the word for it", "[viewmodels][errors]")
{
    const QString told = tellOf(base::Error(base::kDiskFull, "no space left on device", "/data/records"));
    CHECK(told.contains(QStringLiteral("no room left")));
    CHECK_FALSE(told.contains(QStringLiteral("/data")));
}

TEST_CASE("an unknown code is given as something to say over the telephone", "[viewmodels][errors]")
{
    CHECK(tellOf("forms.something-new").contains(QStringLiteral("forms.something-new")));
    CHECK(tellOf("new-refusal", "the sentence of the hub") == QStringLiteral("the sentence of the hub"));
}

// What can only be met by a programmer, or is turned into another before a person sees it.
static const std::set<std::string> kNeverSeen{"base.busy", "base.xml-not-well-formed", "client.answer-too-large", "client.cursor-unknown",
    "client.not-enrolled", "client.not-there", "client.offset-wrong", "client.request-refused", "client.token-refused",
    "client.incoming-differs", "forms.broken-sheets", "forms.foreign-instance", "forms.foreign-submission", "forms.not-a-workbook",
    "platform.unknown-position-source", "platform.vault-unavailable", "protocol.batch-malformed",
    "protocol.batch-too-large", "protocol.receipt-untrusted", "sqlite.busy", "sqlite.constraint", "sqlite.failed",
    "store.copy-foreign", "store.copy-gone", "store.copy-unread", "store.hash-differs",
    // Of the hub's side, or answered by sending once more without.
    "client.dictionary-unknown", "protocol.dictionary-unknown", "protocol.batch-version-unknown",
    // Bundles are exported and imported by command line.
    "client.no-bundles", "protocol.bundle-malformed", "protocol.bundle-foreign", "protocol.receipt-file-untrusted"};

TEST_CASE("each code of the tablet's floors has a sentence, or stands on the list of those nobody meets", "[viewmodels][errors]")
{
    static const QRegularExpression code(R"re(ErrorCode k\w+\{ ?"([a-z.-]+)")re");
    int found = 0;
    for (const char* folder : {"app/base", "app/forms", "app/sqlite", "app/store", "app/fieldwork", "sync/client", "sync/protocol", "platform"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(TASHILGAR_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".h")
                continue;
            QFile file(entry.path());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto matches = code.globalMatch(source); matches.hasNext();) {
                const std::string name = matches.next().captured(1).toStdString();
                ++found;
                INFO(name);
                CHECK((kNeverSeen.contains(name) || !tellOf(name).contains(QString::fromStdString(name))));
            }
        }
    }
    CHECK(found > 30);
}
