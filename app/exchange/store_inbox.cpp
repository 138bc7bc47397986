#include "app/exchange/store_inbox.h"

#include "app/base/text.h"

namespace tashilgar::exchange {

using base::Result;

namespace {

/// Names of lists that are no entity lists, one a line: the wire tells it once, when a list begins, the store asks with
/// each row.
constexpr std::string_view kPlainLists = "exchange.plain-lists";

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

/// On the wire the key stands for the column `name`; of a plain list the store keeps every column as it was.
store::ListRow rowOf(const protocol::ListRow& row, bool plain)
{
    store::ListRow made{row.key, plain ? 0 : row.version, store::ListValues(row.values.begin(), row.values.end())};
    if (plain && !row.values.contains("name"))
        made.values.emplace_back("name", row.key);
    return made;
}

store::FormAnnouncement announcementOf(const protocol::FormPublished& form)
{
    store::FormAnnouncement announcement{form.form, form.title, form.sha256, form.size, {}};
    for (const protocol::MediaFile& file : form.media)
        announcement.media.push_back({file.name, file.sha256, file.size});
    return announcement;
}

store::ProgrammeNote noteOf(const protocol::ProgrammeChanged& programme)
{
    store::ProgrammeNote note{programme.name, {}};
    for (const protocol::Person& person : programme.people)
        note.people.push_back({person.username, person.name, person.role});
    return note;
}

} // namespace

/// One content on its way into the attachment files. A broken one is dropped and begun anew.
class StoreInbox::Incoming final : public client::IncomingBlob {
public:
    Incoming(store::AttachmentFiles& files, std::string sha256)
        : m_files(&files)
        , m_sha256(std::move(sha256))
    {
    }

    std::uint64_t received() const override { return m_received; }

    Result<void> append(base::ByteView bytes) override
    {
        TASHILGAR_TRY(begin());
        if (auto written = m_writer->write(bytes); !written) {
            drop();
            return base::fail(std::move(written).error());
        }
        m_received += bytes.size();
        return {};
    }

    Result<void> finish() override
    {
        TASHILGAR_TRY(begin());
        const auto content = m_writer->finish(m_sha256);
        drop();
        if (!content && content.error().code == store::kHashDiffers)
            return base::fail(client::kIncomingDiffers, "the hub sent another file than it announced");
        if (!content)
            return base::fail(content.error());
        return {};
    }

private:
    Result<void> begin()
    {
        if (m_writer)
            return {};
        auto writer = m_files->begin();
        if (!writer)
            return base::fail(std::move(writer).error());
        m_writer = std::move(*writer);
        return {};
    }
    void drop()
    {
        m_writer.reset();
        m_received = 0;
    }

    store::AttachmentFiles* m_files;
    std::string m_sha256;
    std::unique_ptr<store::AttachmentFiles::Writer> m_writer;
    std::uint64_t m_received = 0;
};

StoreInbox::StoreInbox(store::Store& store)
    : m_store(&store)
{
}

StoreInbox::~StoreInbox() = default;

Result<std::string> StoreInbox::cursor() { return m_store->arrivals().cursor(); }

Result<std::set<std::string>> StoreInbox::plainLists()
{
    const auto kept = m_store->settings().value(kPlainLists);
    if (!kept)
        return base::fail(kept.error());
    const std::string lines = kept->value_or(std::string());
    std::set<std::string> names;
    for (const std::string_view name : base::split(lines, '\n')) {
        if (!name.empty())
            names.emplace(name);
    }
    return names;
}

Result<void> StoreInbox::apply(const protocol::ChangePage& page)
{
    auto plain = plainLists();
    if (!plain)
        return base::fail(std::move(plain).error());
    const std::set<std::string> before = *plain;

    store::ArrivingPage arriving;
    arriving.cursor = page.cursor;
    arriving.more = page.more;
    const auto take = Overloaded{
        [&](const protocol::FormPublished& form) { arriving.forms.push_back(announcementOf(form)); },
        [&](const protocol::FormRetired& form) { arriving.retired.push_back(form.form); },
        [&](const protocol::ListReset& list) {
            if (list.entities)
                plain->erase(list.list.value());
            else
                plain->insert(list.list.value());
            arriving.lists.push_back({list.list, true, list.columns, {}, {}});
        },
        [&](const protocol::ListRows& rows) {
            store::ListChange change{rows.list, false, {}, {}, rows.remove};
            for (const protocol::ListRow& row : rows.upsert)
                change.upsert.push_back(rowOf(row, plain->contains(rows.list.value())));
            arriving.lists.push_back(std::move(change));
        },
        [&](const protocol::ProgrammeChanged& programme) { arriving.programme = noteOf(programme); },
    };
    for (const protocol::Change& change : page.changes)
        std::visit(take, change);

    // Before the page: when the power goes between the two, the page comes again and says the same.
    if (*plain != before) {
        std::string names;
        for (const std::string& name : *plain)
            names += name + '\n';
        TASHILGAR_TRY(m_store->settings().setValue(kPlainLists, names));
    }
    return m_store->arrivals().apply(arriving);
}

Result<void> StoreInbox::restart() { return m_store->arrivals().restart(); }

Result<std::vector<client::MissingBlob>> StoreInbox::missingBlobs()
{
    auto missing = m_store->arrivals().missing();
    if (!missing)
        return base::fail(std::move(missing).error());
    std::vector<client::MissingBlob> blobs;
    for (store::MissingContent& content : *missing)
        blobs.push_back({std::move(content.sha256), content.size, std::move(content.name)});
    return blobs;
}

Result<client::IncomingBlob*> StoreInbox::receive(const client::MissingBlob& blob)
{
    auto& incoming = m_incoming[blob.sha256];
    if (!incoming)
        incoming = std::make_unique<Incoming>(m_store->attachments(), blob.sha256);
    return incoming.get();
}

Result<std::uint32_t> StoreInbox::installComplete()
{
    // What is finished is a file by now; what is not goes on in the next round.
    std::erase_if(m_incoming, [](const auto& at) { return at.second->received() == 0; });
    return m_store->arrivals().installComplete();
}

} // namespace tashilgar::exchange
