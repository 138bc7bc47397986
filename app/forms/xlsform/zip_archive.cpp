#include "app/forms/xlsform/zip_archive.h"

#include "app/forms/convert.h"

#include <algorithm>
#include <array>
#include <zip.h>

namespace tashilgar::forms::xlsform {

namespace {

/// More parts than any spreadsheet program writes for a survey.
constexpr zip_int64_t kMaxParts = 10'000;
constexpr std::size_t kBlockBytes = 64 * 1024;

bool leavesTheArchive(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos
        || (name.size() > 1 && name[1] == ':'))
        return true;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find('/', start), name.size());
        if (name.substr(start, end - start) == "..")
            return true;
        start = end + 1;
    }
    return false;
}

} // namespace

struct ZipArchive::State {
    zip_t* archive = nullptr;
    std::vector<std::string> names;
    std::size_t budget = 0;

    ~State()
    {
        if (archive)
            zip_discard(archive);
    }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

base::Result<ZipArchive> ZipArchive::open(base::ByteView bytes, std::size_t unpackedBudget)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto state = std::make_unique<State>();
    state->budget = unpackedBudget;
    if (source) {
        state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!state->archive)
            zip_source_free(source);
    }
    zip_error_fini(&error);
    if (!state->archive)
        return base::fail(kNotAWorkbook, "this file is no spreadsheet: it could not be opened as .xlsx or .zip");

    const zip_int64_t count = zip_get_num_entries(state->archive, 0);
    if (count > kMaxParts)
        return base::fail(kNotAWorkbook, "this file holds more parts than a spreadsheet has");
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(state->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (!name || leavesTheArchive(name))
            return base::fail(kNotAWorkbook, "this file names a part outside itself; it was not made by a spreadsheet program",
                              name ? name : "");
        state->names.emplace_back(name);
    }
    return ZipArchive(std::move(state));
}

const std::vector<std::string>& ZipArchive::names() const { return m_state->names; }

bool ZipArchive::has(std::string_view name) const
{
    return std::find(m_state->names.begin(), m_state->names.end(), name) != m_state->names.end();
}

base::Result<void> ZipArchive::read(std::string_view name, const std::function<bool(std::string_view)>& take)
{
    const auto found = std::find(m_state->names.begin(), m_state->names.end(), name);
    if (found == m_state->names.end())
        return base::fail(base::kNotFound, "the workbook lacks a part", std::string(name));
    const auto index = static_cast<zip_uint64_t>(found - m_state->names.begin());
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(m_state->archive, index, 0), zip_fclose);
    if (!file)
        return base::fail(kNotAWorkbook, "a part of the workbook cannot be unpacked; save it again without a password",
                          std::string(name));
    std::array<char, kBlockBytes> block;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0)
            return base::fail(kNotAWorkbook, "a part of the workbook is damaged", std::string(name));
        if (got == 0)
            return {};
        if (static_cast<std::size_t>(got) > m_state->budget)
            return base::fail(base::kTooLarge, "the workbook unpacks to more than a form needs", std::string(name));
        m_state->budget -= static_cast<std::size_t>(got);
        if (!take(std::string_view(block.data(), static_cast<std::size_t>(got))))
            return {};
    }
}

base::Result<std::string> ZipArchive::readAll(std::string_view name)
{
    std::string text;
    TASHILGAR_TRY(read(name, [&](std::string_view block) {
        text += block;
        return true;
    }));
    return text;
}

} // namespace tashilgar::forms::xlsform
