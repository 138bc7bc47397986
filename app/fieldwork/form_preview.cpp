#include "app/fieldwork/form_preview.h"

#include "app/forms/check.h"
#include "app/store/store.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::fieldwork {
namespace {

/// What a form brings lies in memory while it is filled; more than this no tablet carries.
constexpr std::uint64_t kLargestMedium = 256u * 1024 * 1024;

/// "1795325700 512": when a file was changed and how large it is; empty for one that is not there.
std::string stateOf(const std::filesystem::path& file)
{
    std::error_code gone;
    const auto changed = std::filesystem::last_write_time(file, gone);
    const std::uint64_t size = gone ? 0 : std::filesystem::file_size(file, gone);
    return gone ? std::string() : fmt::format("{} {}", changed.time_since_epoch().count(), size);
}

/// The sheets of a folder, in the order of their names; what else spreadsheets leave there for a moment is not theirs.
std::vector<std::filesystem::path> sheetsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> sheets;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (it->path().extension() == ".csv" && !it->path().filename().string().starts_with('.'))
            sheets.push_back(it->path());
    }
    std::sort(sheets.begin(), sheets.end());
    return sheets;
}

/// Of the files that \p form asks for, each once: the last part of their jr:// addresses.
std::vector<std::string> fileNames(const forms::Form& form)
{
    std::vector<std::string> names;
    for (const std::string& uri : form.resources()) {
        const std::string name = uri.substr(uri.rfind('/') + 1);
        if (!uri.starts_with("jr://instance/") && !name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    return names;
}

std::filesystem::path named(const std::filesystem::path& file, std::string_view ending)
{
    std::filesystem::path other = file;
    other += ending;
    return other;
}

} // namespace

FormPreview::FormPreview(FormLibrary& library, std::filesystem::path file)
    : m_library(&library)
{
    std::error_code failed;
    m_file = std::filesystem::absolute(file, failed).lexically_normal();
    if (!m_file.has_filename()) // "sheets/"
        m_file = m_file.parent_path();
    m_folders = {named(m_file, "-media"), named(m_file.parent_path() / m_file.stem(), "-media"), m_file, m_file.parent_path()};
}

std::string FormPreview::state() const
{
    std::string own = ownState();
    return own.empty() ? own : own + broughtState();
}

std::string FormPreview::ownState() const
{
    std::error_code failed;
    std::string state;
    if (std::filesystem::is_directory(m_file, failed)) {
        for (const std::filesystem::path& sheet : sheetsIn(m_file))
            state += sheet.filename().string() + ' ' + stateOf(sheet) + '\n';
    } else if (const std::uint64_t size = std::filesystem::file_size(m_file, failed); !failed && size > 0) {
        state = stateOf(m_file) + '\n';
    }
    return state;
}

std::string FormPreview::broughtState() const
{
    std::string state;
    for (const std::string& name : m_names) {
        const auto file = fileNamed(name);
        state += file ? file->string() + ' ' + stateOf(*file) + '\n' : "\n";
    }
    return state;
}

std::optional<std::filesystem::path> FormPreview::fileNamed(const std::string& name) const
{
    std::error_code failed;
    for (const std::filesystem::path& folder : m_folders) {
        if (std::filesystem::is_regular_file(folder / name, failed))
            return folder / name;
    }
    return std::nullopt;
}

base::Result<std::shared_ptr<const forms::Form>> FormPreview::read(
    std::string& xml, forms::MessageLanguage language, forms::Diagnostics& diagnostics) const
{
    auto text = forms::formXml(m_file, diagnostics, language);
    if (!text) {
        if (!forms::hasErrors(diagnostics)) {
            diagnostics.push_back({forms::Severity::Error, "file", m_file.filename().string(),
                forms::sentenceOf({text.error().code, text.error().sentence}, language), {}});
        }
        return base::fail(std::move(text).error());
    }
    xml = std::move(*text);
    forms::Diagnostics found;
    auto form = forms::Form::load(xml, found);
    const bool seen = forms::isXForm(m_file); // lines of a form that nobody has seen are none
    for (forms::Diagnostic& diagnostic : found) {
        if (language == forms::MessageLanguage::Persian)
            diagnostic = forms::inLanguage(std::move(diagnostic), "fa");
        if (!seen)
            diagnostic.line = 0;
        diagnostics.push_back(std::move(diagnostic));
    }
    return form;
}

base::Result<store::FormMedia> FormPreview::keep(const std::string& name, const std::filesystem::path& file)
{
    const std::string state = stateOf(file);
    if (const auto kept = m_kept.find(file); kept != m_kept.end() && kept->second.first == state)
        return kept->second.second;
    const auto content = m_library->surroundings().store->attachments().addFile(file, kLargestMedium);
    if (!content)
        return base::fail(content.error());
    const store::FormMedia medium{name, content->sha256, content->size};
    m_kept.insert_or_assign(file, std::pair(state, medium));
    return medium;
}

std::vector<store::FormMedia> FormPreview::media(forms::Diagnostics& diagnostics)
{
    std::vector<store::FormMedia> media;
    for (const std::string& name : m_names) {
        const auto file = fileNamed(name);
        if (!file) // opens as an empty list, or without its picture
            continue;
        auto medium = keep(name, *file);
        if (medium)
            media.push_back(std::move(*medium));
        else
            diagnostics.push_back({forms::Severity::Warning, "file", name, medium.error().sentence, {}});
    }
    return media;
}

base::Result<base::FormVersion> FormPreview::install(forms::MessageLanguage language, forms::Diagnostics& diagnostics)
{
    std::string xml;
    const std::string own = ownState(); // before a byte is read: what changes meanwhile is noticed afterwards
    const auto form = read(xml, language, diagnostics);
    if (form)
        m_names = fileNames(**form);
    m_stateRead = own.empty() ? own : own + broughtState();
    if (!form)
        return base::fail(form.error());

    store::Store& store = *m_library->surroundings().store;
    const base::FormVersion& written = (*form)->version();
    const base::FormVersion version{written.form, fmt::format("{} #{}", written.version, ++m_count)};
    const auto document = store.attachments().add(base::bytesOf(xml));
    if (!document)
        return base::fail(document.error());
    TASHILGAR_TRY(store.forms().install(
        {version, (*form)->title(), document->sha256, document->size, media(diagnostics)}));
    m_library->adopt(version, *form);
    if (m_installed) {
        m_library->forget(*m_installed);
        TASHILGAR_TRY(store.forms().retire(*m_installed));
    }
    m_installed = version;
    return version;
}

} // namespace tashilgar::fieldwork
