#pragma once

#include "app/base/result.h"
#include "app/forms/secondary/document_dom.h"
#include "app/forms/xpath/context.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::cli {

/// The surroundings of an expression in `tashil form eval`: a document, which may be an XForm, and a fixed world.
class EvalHost final : public forms::xpath::Host {
public:
    /// Without \p now the machine's clock. \p dom outlives this.
    EvalHost(const forms::secondary::DocumentDom& dom, std::optional<base::Instant> now,
        std::shared_ptr<const base::Zone> zone, std::string language);

    forms::xpath::NodeRef instance(std::string_view id) const override;
    base::Instant now() const override { return m_now; }
    base::Random& random() const override { return m_random; }
    const base::Zone& zone() const override { return *m_zone; }
    std::string_view language() const override { return m_language; }
    std::optional<std::string> itext(std::string_view id) const override;

private:
    base::xml::NodeIndex translation() const;

    const forms::secondary::DocumentDom& m_dom;
    base::xml::NodeIndex m_model;
    base::Instant m_now;
    mutable base::SystemRandom m_random;
    std::shared_ptr<const base::Zone> m_zone;
    std::string m_language;
};

} // namespace tashilgar::cli
