#include "app/forms/encryption.h"
#include "app/base/xml/reader.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace tashilgar;
using namespace tashilgar::tests;
using namespace tashilgar::forms;

// Spec: https://getodk.github.io/xforms-spec/encryption. What is written here is opened with openssl's own commands.

namespace {

/// A folder with a key pair in it, and openssl to be asked there.
class Office {
public:
    Office() { run("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem && openssl pkey -in key.pem -pubout -outform DER -out public.der"); }

    void run(const std::string& command) const
    {
        INFO(command);
        REQUIRE(std::system(("cd '" + m_folder.path().string() + "' && { " + command + "; } 2>errors").c_str()) == 0);
    }
    void put(const std::string& name, base::ByteView bytes) const
    {
        std::ofstream(m_folder.path() / name, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    std::string get(const std::string& name) const
    {
        std::stringstream text;
        text << std::ifstream(m_folder.path() / name, std::ios::binary).rdbuf();
        return text.str();
    }
    std::string publicKey() const { return base::toBase64(base::bytesOf(get("public.der"))); }

    /// What the private key opens.
    std::string unwrapped(const std::string& base64) const
    {
        put("wrapped", *base::fromBase64(base64));
        run("openssl pkeyutl -decrypt -inkey key.pem -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256"
            " -pkeyopt rsa_mgf1_md:sha256 -in wrapped -out unwrapped");
        return get("unwrapped");
    }
    std::string md5(const std::string& text) const
    {
        put("text", base::bytesOf(text));
        run("openssl dgst -md5 -binary -out sum text");
        return get("sum");
    }
    /// The n-th file of a record, without its padding. CFB in openssl's command does not take padding off.
    std::string opened(const EncryptedFile& file, const std::string& key, std::string vector, std::size_t n) const
    {
        for (std::size_t i = 0; i <= n; ++i)
            vector[i % 16] = static_cast<char>(vector[i % 16] + 1);
        put("file.enc", file.bytes);
        run("openssl enc -d -aes-256-cfb -K " + base::toHex(base::bytesOf(key)) + " -iv " + base::toHex(base::bytesOf(vector))
            + " -in file.enc -out file");
        std::string plain = get("file");
        REQUIRE(plain.size() % 16 == 0);
        const auto padding = static_cast<std::size_t>(plain.back());
        REQUIRE((padding >= 1 && padding <= 16));
        CHECK(plain.substr(plain.size() - padding) == std::string(padding, static_cast<char>(padding)));
        return plain.substr(0, plain.size() - padding);
    }

private:
    TemporaryFolder m_folder;
};

std::string keyed(const std::string& key)
{
    return form("Secret", bind("/data/meta/instanceID").preload("uid"), input("/data/a"),
        action("<submission base64RsaPublicKey=\"" + key + "\"/>"));
}

} // namespace

TEST_CASE("whoever holds the private key of a form opens its records, and nobody needs more than openssl", "[forms][encryption]")
{
    const Office office;
    Scenario scenario(keyed(office.publicKey()));
    scenario.answer("/data/a", "سرّی");
    const auto finalised = scenario.finalize();
    const std::string photo(1000, 'x'), sound(32, '\0');

    FakeRandom random(7);
    auto encryptor = SubmissionEncryptor::begin(scenario.form(), finalised.instanceId, random);
    REQUIRE(encryptor);
    const auto first = encryptor->addMedia("photo.jpg", base::bytesOf(photo));
    const auto second = encryptor->addMedia("sound.m4a", base::bytesOf(sound));
    const auto sealed = encryptor->finish(finalised.xml);
    REQUIRE((first && second && sealed));

    const auto manifest = base::xml::read(sealed->manifest);
    REQUIRE(manifest);
    const auto root = manifest->documentElement();
    const auto textOf = [&](std::string_view name) {
        return manifest->stringValue(manifest->child(root, "http://opendatakit.org/submissions", name));
    };
    CHECK(manifest->is(root, "http://opendatakit.org/submissions", "data"));
    CHECK(manifest->attribute(root, "id") == "test");
    CHECK(manifest->attribute(root, "version") == "1");
    CHECK(manifest->attribute(root, "encrypted") == "yes");
    CHECK(manifest->stringValue(manifest->child(root, "http://openrosa.org/xforms", "meta")) == finalised.instanceId);
    CHECK(textOf("encryptedXmlFile") == "submission.xml.enc");
    CHECK_THAT(sealed->manifest,
        ContainsSubstring("<media><file>photo.jpg.enc</file></media><media><file>sound.m4a.enc</file></media>"));
    CHECK_THAT(sealed->manifest, !ContainsSubstring("سرّی"));

    const std::string key = office.unwrapped(textOf("base64EncryptedKey"));
    REQUIRE(key.size() == 32);
    const std::string vector = office.md5(finalised.instanceId + key);
    CHECK(office.opened(*first, key, vector, 0) == photo);
    CHECK(office.opened(*second, key, vector, 1) == sound);
    CHECK(office.opened(sealed->submission, key, vector, 2) == finalised.xml);

    // the signature covers names, order and contents
    const auto hex = [&](const std::string& text) { return base::toHex(base::bytesOf(office.md5(text))); };
    const std::string lines = "test\n1\n" + textOf("base64EncryptedKey") + "\n" + finalised.instanceId + "\nphoto.jpg::" + hex(photo)
        + "\nsound.m4a::" + hex(sound) + "\nsubmission.xml::" + hex(finalised.xml) + "\n";
    CHECK(office.unwrapped(textOf("base64EncryptedElementSignature")) == office.md5(lines));
}

TEST_CASE("each record has a key of its own", "[forms][encryption]")
{
    const Office office;
    const auto form = Scenario::loaded(keyed(office.publicKey()));
    FakeRandom random;
    const auto key = [&] {
        auto encryptor = SubmissionEncryptor::begin(*form, "uuid:1", random);
        REQUIRE(encryptor);
        const auto manifest = base::xml::read(encryptor->finish("<data/>")->manifest);
        return office.unwrapped(manifest->stringValue(
            manifest->child(manifest->documentElement(), "http://opendatakit.org/submissions", "base64EncryptedKey")));
    };
    const std::string first = key();
    CHECK(first != key());
}

TEST_CASE("a form without a key, a broken key and a record without id are refused", "[forms][encryption]")
{
    FakeRandom random;
    const auto refused = [&](const std::string& xml, std::string_view id) {
        const auto begun = SubmissionEncryptor::begin(*Scenario::loaded(xml), id, random);
        return !begun && begun.error().code == kCannotEncrypt;
    };
    CHECK(refused(form("Open", input("/data/a")), "uuid:1"));
    CHECK(refused(keyed("bm8ga2V5"), "uuid:1"));
    CHECK(refused(keyed("?"), "uuid:1"));
    const Office office;
    CHECK(refused(keyed(office.publicKey()), ""));
}
