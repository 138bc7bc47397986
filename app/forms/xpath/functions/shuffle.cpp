#include "app/forms/xpath/functions/shuffle.h"

#include "app/base/hash.h"

#include <cmath>
#include <vector>

namespace tashilgar::forms::xpath {
namespace {

/// "Minimal standard" generator. Spec: Park and Miller, Communications of the ACM 31 (1988), page 1192
class ParkMiller {
public:
    explicit ParkMiller(std::int64_t seed)
        : m_state(seed % kModulus)
    {
        if (m_state <= 0)
            m_state += kModulus - 1;
    }
    /// From 0 up to, but without, 1.
    double next()
    {
        m_state = m_state * kFactor % kModulus;
        return static_cast<double>(m_state - 1) / static_cast<double>(kModulus - 1);
    }

private:
    static constexpr std::int64_t kModulus = 2147483647;
    static constexpr std::int64_t kFactor = 16807;
    std::int64_t m_state;
};

std::int64_t integerOf(double number)
{
    // What lies beyond 64 bits is as good as any.
    constexpr double kLimit = 9.2e18;
    if (std::isnan(number) || std::isinf(number))
        return 0;
    return static_cast<std::int64_t>(std::fmin(std::fmax(std::trunc(number), -kLimit), kLimit));
}

} // namespace

NodeSet shuffled(NodeSet nodes, std::int64_t seed)
{
    ParkMiller generator(seed);
    std::vector<NodeRef> order;
    order.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto j = static_cast<std::size_t>(std::floor(generator.next() * static_cast<double>(i + 1)));
        order.push_back(nodes[i]);
        if (j != i)
            std::swap(order[i], order[j]);
    }
    nodes.clear();
    for (const NodeRef node : order)
        nodes.append(node);
    return nodes;
}

std::int64_t seedOf(const Value& seed)
{
    if (seed.isNumber() || seed.isBoolean())
        return integerOf(seed.toNumber());
    const std::string text = seed.toText();
    const double number = numberOfText(text);
    if (!std::isnan(number))
        return integerOf(number);
    const base::Sha256::Digest digest = base::Sha256::of(base::bytesOf(text));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof bits; ++i)
        bits = bits << 8 | std::to_integer<std::uint64_t>(digest[i]);
    return static_cast<std::int64_t>(bits);
}

std::int64_t randomSeed(base::Random& random)
{
    std::int64_t seed = 0;
    random.fill(std::as_writable_bytes(std::span(&seed, 1)));
    return seed;
}

} // namespace tashilgar::forms::xpath
