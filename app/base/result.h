#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace tashilgar::base {

/// Either what was asked for, or why not. Passed up until somebody can act on it.
template <class T>
using Result = tl::expected<T, Error>;

/// The failing half of a Result: `return fail(kNotFound, "no such form", id);`
inline tl::unexpected<Error> fail(ErrorCode code, std::string sentence, std::string place = {})
{
    return tl::unexpected<Error>(Error(code, std::move(sentence), std::move(place)));
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace tashilgar::base

/// Leaves the enclosing function with the error of \p expression, if it has one.
#define TASHILGAR_TRY(expression)                                                                                      \
    if (auto tashilgarTried = (expression); !tashilgarTried)                                                           \
    return ::tashilgar::base::fail(std::move(tashilgarTried).error())
