#include "sync/hub/http/multipart.h"

#include "tests/support/catch.h"

#include <fmt/format.h>
#include <vector>

using namespace tashilgar;
using namespace tashilgar::hub::http;

namespace {

/// What was taken, as text: "name|file name|type|content".
class Notes final : public PartTaker {
public:
    base::Result<void> begin(const PartHead& head) override
    {
        m_open = fmt::format("{}|{}|{}|", head.name, head.isFile ? head.fileName : "-", head.mediaType);
        return {};
    }
    base::Result<void> take(base::ByteView bytes) override
    {
        m_open += base::textOf(bytes);
        return m_open.find("refuse") == std::string::npos ? base::Result<void>() : base::fail(base::kTooLarge, "refused");
    }
    base::Result<void> end() override
    {
        parts.push_back(m_open);
        return {};
    }
    std::vector<std::string> parts;

private:
    std::string m_open;
};

constexpr std::string_view kType = "multipart/form-data; boundary=\"a b\"";

/// Reads \p body in pieces of \p size bytes.
base::Result<std::vector<std::string>> read(
    std::string_view body, std::size_t size = 1000, std::string_view type = kType, const MultipartLimits& limits = {})
{
    auto reader = MultipartReader::begin(type, limits);
    if (!reader)
        return base::fail(reader.error());
    Notes notes;
    for (std::size_t at = 0; at < body.size(); at += size)
        TASHILGAR_TRY(reader->feed(base::bytesOf(body.substr(at, size)), notes));
    TASHILGAR_TRY(reader->finish());
    return notes.parts;
}

bool isBroken(const base::Result<std::vector<std::string>>& result) { return !result && result.error().code == kMultipartBroken; }

std::string part(std::string_view disposition, std::string_view content = "x")
{
    return fmt::format("--a b\r\nContent-Disposition: {}\r\n\r\n{}\r\n--a b--\r\n", disposition, content);
}

} // namespace

TEST_CASE("parts are the same in whatever pieces they come", "[hub][multipart]")
{
    const std::string body = "--a b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"r.xml\"\r\n"
                             "Content-Type: Text/XML; charset=utf-8\r\n\r\n<data/>\r\n"
                             "--a b \t\r\ncontent-disposition:form-data;name=photo.jpg;filename=photo.jpg\r\n\r\n"
                             "\r\n--a c\r\n--a \r\n\r\n-\r\n"
                             "--a b\r\nContent-Disposition: form-data; name=\"*isIncomplete*\"\r\n\r\nyes\r\n"
                             "--a b\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
                             "--a b\r\nContent-Disposition: form-data; name=\"nothing\"\r\n\r\n--a b--\r\nepilogue";
    for (std::size_t size = 1; size < 90; ++size) {
        INFO(size);
        const auto parts = read(body, size);
        REQUIRE(parts);
        CHECK(*parts == std::vector<std::string>{"xml_submission_file|r.xml|text/xml|<data/>",
                            "photo.jpg|photo.jpg||\r\n--a c\r\n--a \r\n\r\n-", "*isIncomplete*|-||yes", "empty|-||", "nothing|-||"});
    }
}

TEST_CASE("a body that ends early, or goes on where it may not, is broken", "[hub][multipart]")
{
    const std::string body = part("form-data; name=\"a\"");
    for (std::size_t size = 0; size + 4 < body.size(); ++size) {
        INFO(size);
        CHECK(isBroken(read(body.substr(0, size), 7)));
    }
    CHECK(isBroken(read("--a bc\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--a b--\r\n")));
    CHECK(isBroken(read("--a b\r\n\r\nx\r\n--a b--\r\n")));
    CHECK(isBroken(read("--a b\r\nno header\r\n\r\nx\r\n--a b--\r\n")));
    CHECK(isBroken(read(part("attachment; name=\"a\""))));
    CHECK(isBroken(read(part("form-data"))));
    CHECK(isBroken(read(part("form-data; name=\"\""))));
    CHECK(isBroken(read(part("form-data; name=\"not ended"))));
    CHECK(isBroken(read(part("form-data; name=a\r\nContent-Disposition: form-data; name=b"))));
    CHECK(isBroken(read(part("form-data; name=a\r\nContent-Transfer-Encoding: base64"))));
    CHECK(read(part("form-data; name=a\r\nContent-Transfer-Encoding: Binary")));
}

TEST_CASE("a request that is no multipart/form-data with a boundary is broken", "[hub][multipart]")
{
    for (const std::string_view type : {"", "text/xml", "multipart/mixed; boundary=a", "multipart/form-data", "multipart/form-data; boundary=",
             "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"a\x01\"",
             "multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789x"})
        CHECK(isBroken(read("", 1, type)));
    CHECK(read("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--x--", 3, "Multipart/Form-Data; charset=utf-8; boundary=x"));
}

TEST_CASE("names are read as browsers, OkHttp and old clients write them", "[hub][multipart]")
{
    const auto named = [](std::string_view disposition) {
        const auto parts = read(part(disposition));
        return parts ? parts->front() : parts.error().sentence;
    };
    CHECK(named("form-data; name=\"a%22b%0D%0Ac\"") == "a\"b\r\nc|-||x");
    CHECK(named("form-data; name=\"a\\\"b\"; filename=\"C:\\photos\\x.jpg\"") == "a\"b|C:\\photos\\x.jpg||x");
    CHECK(named("form-data; filename=\"; name=no\"; name=yes") == "yes|; name=no||x");
    CHECK(named("form-data; name=a; filename*=UTF-8''b.jpg") == "a|-||x");
    CHECK(named("form-data; name=\"عکس.jpg\"; filename=\"\"") == "عکس.jpg|||x");
}

TEST_CASE("what a sender may cost is bounded before anybody looks at it", "[hub][multipart]")
{
    MultipartLimits limits;
    limits.maxParts = 3;
    limits.maxPartHeader = 100;
    limits.maxName = 20;
    limits.maxPreamble = 10;
    std::string many;
    for (int i = 0; i < 4; ++i)
        many += "--a b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
    CHECK(isBroken(read(many + "--a b--", 1000, kType, limits)));
    CHECK(isBroken(read("--a b\r\nX: " + std::string(1'000'000, 'x'), 1000, kType, limits)));
    CHECK(isBroken(read("--a b" + std::string(1'000'000, ' '), 1000, kType, limits)));
    CHECK(isBroken(read(part("form-data; name=" + std::string(21, 'x')), 1000, kType, limits)));
    CHECK(isBroken(read("a long preamble\r\n" + part("form-data; name=a"), 3, kType, limits)));
    CHECK(read("short\r\n" + part("form-data; name=a"), 3, kType, limits));
}

TEST_CASE("what the taker fails with ends the reading", "[hub][multipart]")
{
    const auto result = read(part("form-data; name=a", "refuse"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::kTooLarge);
}
