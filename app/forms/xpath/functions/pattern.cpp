#include "app/forms/xpath/functions/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tashilgar::forms::xpath {
namespace {

// Some tens of milliseconds on a tablet: far beyond what honest patterns need for an answer.
constexpr std::uint32_t kMatchLimit = 500'000;
constexpr std::uint32_t kDepthLimit = 10'000;
constexpr std::uint32_t kHeapLimitKibibytes = 16 * 1024;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* it) const
    {
        Free(it);
    }
};

} // namespace

struct Pattern::Code {
    std::unique_ptr<pcre2_code, Freed<pcre2_code_free>> code;
    std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>> limits;
};

Pattern::~Pattern() = default;

std::shared_ptr<const Pattern> Pattern::compile(std::string_view pattern)
{
    if (pattern.size() > kMaxLength)
        return nullptr;
    int error = 0;
    PCRE2_SIZE errorAt = 0;
    auto code = std::make_unique<Code>();
    code->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
        PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY, &error,
        &errorAt, nullptr));
    code->limits.reset(pcre2_match_context_create(nullptr));
    if (!code->code || !code->limits)
        return nullptr;
    pcre2_set_match_limit(code->limits.get(), kMatchLimit);
    pcre2_set_depth_limit(code->limits.get(), kDepthLimit);
    pcre2_set_heap_limit(code->limits.get(), kHeapLimitKibibytes);
    std::shared_ptr<Pattern> made(new Pattern);
    made->m_code = std::move(code);
    return made;
}

std::optional<bool> Pattern::matches(std::string_view text) const
{
    const std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>> data(
        pcre2_match_data_create_from_pattern(m_code->code.get(), nullptr));
    if (!data)
        return std::nullopt;
    const int outcome = pcre2_match(m_code->code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0,
        data.get(), m_code->limits.get());
    switch (outcome) {
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_NOMEMORY: return std::nullopt;
    default: return outcome >= 0;
    }
}

} // namespace tashilgar::forms::xpath
