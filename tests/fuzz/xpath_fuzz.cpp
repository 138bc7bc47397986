#include "app/base/xml/reader.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/secondary/table.h"
#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/functions/registry.h"

using namespace tashilgar;
namespace xpath = forms::xpath;

namespace {

class FuzzHost final : public xpath::Host {
public:
    xpath::NodeRef instance(std::string_view id) const override
    {
        return id == "t" ? m_table->rootNode() : xpath::NodeRef();
    }
    base::Instant now() const override { return {}; }
    base::Random& random() const override { return m_random; }
    const base::Zone& zone() const override { return *m_zone; }

private:
    std::unique_ptr<forms::secondary::Table> m_table
        = *forms::secondary::readCsv("name,label,n\na,one,1\nb,two,2\na,three,2026-11-22\n");
    mutable base::SystemRandom m_random;
    std::shared_ptr<const base::Zone> m_zone = *base::Zone::named("Asia/Tehran");
};

} // namespace

/// Whatever is compiled can be evaluated, and its worth turned into text and number.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzHost host;
    static const forms::secondary::DocumentDom dom(std::make_shared<base::xml::Document>(
        *base::xml::read("<d a='1'><n>1</n><n>x<d/>y</n><!--c--><r><n>3</n></r><r><n/></r><g>0 0;0 1;1 1;0 0</g></d>")));
    const auto expression = xpath::Expression::compile({reinterpret_cast<const char*>(data), size}, {},
        xpath::FunctionRegistry::standard(), xpath::Expression::Faults::WhenReached);
    if (!expression)
        return 0;
    xpath::EvaluationContext context;
    context.host = &host;
    context.root = dom.rootNode();
    context.node = dom.firstChild(dom.firstChild(dom.rootNode().id).id);
    (void)xpath::evaluateText(*expression, context);
    (void)xpath::evaluateNumber(*expression, context);
    (void)xpath::evaluateNodes(*expression, context);
    return 0;
}
