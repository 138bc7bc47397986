#include "platform/linux/secret_service_key_vault.h"

#include <libsecret/secret.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tashilgar::platform
{
namespace
{

const SecretSchema* schema()
{
    static const SecretSchema kSchema{ "ir.tashilgar.Key", SECRET_SCHEMA_NONE,
        { { "owner", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "name", SECRET_SCHEMA_ATTRIBUTE_STRING }, { nullptr, {} } }, 0,
        nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr };
    return &kSchema;
}

/// Cancels a call of GLib that takes longer than kPatience.
class Patience
{
public:
    Patience()
        : m_cancellable(g_cancellable_new())
        , m_watch([this] {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait_for(lock, SecretServiceKeyVault::kPatience, [this] { return m_over; }))
                g_cancellable_cancel(m_cancellable);
        })
    {
    }
    ~Patience()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_wake.notify_all();
        m_watch.join();
        g_object_unref(m_cancellable);
    }
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;
    GCancellable* get() const { return m_cancellable; }

private:
    GCancellable* m_cancellable;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_over = false;
    std::thread m_watch;
};

/// Takes the error and frees it. GLib's sentence tells what is wrong with the service, never a secret.
tl::unexpected<base::Error> unavailable(GError* error)
{
    std::string why = error ? error->message : "it did not answer";
    g_clear_error(&error);
    return base::fail(kVaultUnavailable, "the keyring of this session does not open: " + why);
}

/// Whether the item is in the keyring, locked or not. A keyring that stayed locked answers a lookup with nothing and no
/// error, as if the item did not exist.
bool isThere(const std::string& owner, std::string_view name, GCancellable* cancellable, GError** error)
{
    GHashTable* attributes
        = secret_attributes_build(schema(), "owner", owner.c_str(), "name", std::string(name).c_str(), nullptr);
    GList* items = secret_service_search_sync(nullptr, schema(), attributes, SECRET_SEARCH_NONE, cancellable, error);
    g_hash_table_unref(attributes);
    const bool found = items != nullptr;
    g_list_free_full(items, g_object_unref);
    return found;
}

} // namespace

SecretServiceKeyVault::SecretServiceKeyVault(std::string owner)
    : m_owner(std::move(owner))
{
}

base::Result<std::unique_ptr<KeyVault>> SecretServiceKeyVault::open(std::string owner)
{
    const Patience patience;
    GError* error = nullptr;
    // LOAD_COLLECTIONS makes a service without the default collection fail here, and not at the first write.
    const auto flags = static_cast<SecretServiceFlags>(SECRET_SERVICE_OPEN_SESSION | SECRET_SERVICE_LOAD_COLLECTIONS);
    SecretService* service = secret_service_get_sync(flags, patience.get(), &error);
    if (!service)
        return unavailable(error);
    SecretCollection* collection = secret_collection_for_alias_sync(
        service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, patience.get(), &error);
    g_object_unref(service);
    if (!collection)
        return unavailable(error);
    g_object_unref(collection);
    return std::unique_ptr<KeyVault>(new SecretServiceKeyVault(std::move(owner)));
}

base::Result<base::Bytes> SecretServiceKeyVault::read(std::string_view name)
{
    const Patience patience;
    GError* error = nullptr;
    gchar* found = secret_password_lookup_sync(
        schema(), patience.get(), &error, "owner", m_owner.c_str(), "name", std::string(name).c_str(), nullptr);
    if (error)
        return unavailable(error);
    if (!found && isThere(m_owner, name, patience.get(), &error))
        return base::fail(kVaultUnavailable, "the keyring of this session is locked");
    if (error)
        return unavailable(error);
    if (!found)
        return base::fail(base::kNotFound, "nothing rests in the keyring under this name", std::string(name));
    auto bytes = base::fromBase64(found);
    secret_password_free(found);
    if (!bytes)
        return base::fail(base::kMalformed, "what rests in the keyring is not ours", std::string(name));
    return std::move(*bytes);
}

base::Result<void> SecretServiceKeyVault::write(std::string_view name, base::ByteView secret)
{
    const Patience patience;
    GError* error = nullptr;
    const std::string label = "Tashilgar: " + std::string(name);
    if (!secret_password_store_sync(schema(), SECRET_COLLECTION_DEFAULT, label.c_str(), base::toBase64(secret).c_str(),
            patience.get(), &error, "owner", m_owner.c_str(), "name", std::string(name).c_str(), nullptr))
        return unavailable(error);
    return {};
}

base::Result<void> SecretServiceKeyVault::remove(std::string_view name)
{
    const Patience patience;
    GError* error = nullptr;
    secret_password_clear_sync(
        schema(), patience.get(), &error, "owner", m_owner.c_str(), "name", std::string(name).c_str(), nullptr);
    if (error)
        return unavailable(error);
    return {};
}

} // namespace tashilgar::platform
