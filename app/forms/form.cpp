#include "app/forms/form.h"

#include "app/forms/engine/compiled_form.h"
#include "app/forms/parse/form_parser.h"

namespace tashilgar::forms {

Form::Form(std::unique_ptr<engine::CompiledForm> compiled)
    : m_compiled(std::move(compiled))
{
}

Form::~Form() = default;

base::Result<std::shared_ptr<const Form>> Form::load(std::string_view xml, Diagnostics& diagnostics)
{
    const auto broken = [&] {
        const Diagnostic* first = nullptr;
        for (const Diagnostic& d : diagnostics) {
            if (d.severity == Severity::Error && !first)
                first = &d;
        }
        return base::fail(kBrokenForm, first ? first->sentence : "this form cannot be filled", first ? first->place : "");
    };
    Diagnostics found;
    auto parsed = parse::parseForm(xml, found);
    const bool sound = parsed && !hasErrors(found);
    std::unique_ptr<engine::CompiledForm> compiled;
    // expressions are checked as well where the structure has faults, as long as there is something to check them against
    if (parsed && !parsed->nodes.empty())
        compiled = engine::compileForm(std::make_shared<const model::Definition>(std::move(*parsed)), found);
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    if (!sound || !compiled || hasErrors(found))
        return broken();
    return std::shared_ptr<const Form>(new Form(std::move(compiled)));
}

const base::FormVersion& Form::version() const { return m_compiled->version; }
const std::string& Form::title() const { return m_compiled->definition->title; }
const std::vector<std::string>& Form::languages() const { return m_compiled->definition->itext.languages; }

const std::string& Form::defaultLanguage() const
{
    static const std::string kNone;
    const model::Itext& itext = m_compiled->definition->itext;
    return itext.defaultLanguage < itext.languages.size() ? itext.languages[itext.defaultLanguage] : kNone;
}

const std::vector<std::string>& Form::resources() const { return m_compiled->resources; }
const std::vector<std::string>& Form::entityListsWritten() const { return m_compiled->entityLists; }

} // namespace tashilgar::forms
