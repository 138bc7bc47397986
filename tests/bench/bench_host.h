#pragma once

#include "app/forms/entry.h"
#include "app/forms/resources.h"
#include "app/forms/xpath/context.h"
#include "tests/support/world.h"

#include <cstdlib>
#include <map>

namespace tashilgar::bench {

/// The surroundings of a lone expression.
class BenchHost final : public forms::xpath::Host {
public:
    std::map<std::string, forms::xpath::NodeRef, std::less<>> instances;

    forms::xpath::NodeRef instance(std::string_view id) const override
    {
        const auto found = instances.find(id);
        return found == instances.end() ? forms::xpath::NodeRef() : found->second;
    }
    base::Instant now() const override { return m_clock.now(); }
    base::Random& random() const override { return m_random; }
    const base::Zone& zone() const override { return *m_zone; }

private:
    tests::FakeClock m_clock;
    mutable tests::FakeRandom m_random;
    std::shared_ptr<const base::Zone> m_zone = *base::Zone::named("Asia/Tehran");
};

/// An entry of a form that must be right.
class Filled {
public:
    explicit Filled(std::string_view xml)
    {
        forms::Diagnostics diagnostics;
        auto form = forms::Form::load(xml, diagnostics);
        if (!form)
            std::abort();
        forms::EntryHost host;
        host.resources = &m_resources;
        host.clock = &m_clock;
        host.random = &m_random;
        host.zone = *base::Zone::named("Asia/Tehran");
        auto opened = forms::Entry::open(*form, host);
        if (!opened)
            std::abort();
        entry = std::move(*opened);
    }
    std::unique_ptr<forms::Entry> entry;

private:
    forms::NoResources m_resources;
    tests::FakeClock m_clock;
    tests::FakeRandom m_random;
};

} // namespace tashilgar::bench
