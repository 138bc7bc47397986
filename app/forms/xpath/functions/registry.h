#pragma once

#include "app/forms/xpath/expression.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tashilgar::forms::xpath {

class Call;

/// One function of the library.
struct Function {
    /// What the compiler must know of a function before it is called.
    enum Trait : std::uint32_t {
        Pure = 0,                ///< the same arguments give the same worth: folded when they are constant
        ReadsHost = 1u << 0,     ///< zone, property, instance: not folded
        Volatile = 1u << 1,      ///< differs from call to call
        ReadsLanguage = 1u << 2,
        ReadsContextNode = 1u << 3, ///< always
        ContextIfBare = 1u << 4, ///< reads the context node when called without arguments
        ReadsPosition = 1u << 5, ///< position() and last() when called without arguments
        ReadsCurrent = 1u << 6,
        EveryInstance = 1u << 7, ///< its path arguments mean every instance of a repeat
    };
    static constexpr int kAnyNumber = -1;

    std::string name; ///< "selected", "jr:choice-name"
    int minArguments = 0;
    int maxArguments = 0;
    std::uint32_t traits = Pure;
    /// Arguments are evaluated when the function asks for them, so if() and coalesce() are lazy.
    Value (*call)(Call&) = nullptr;
    /// Work that can be done once per call site: given the arguments that are constant (null for the others), answers
    /// with what call() finds as Call::prepared(), or null.
    std::shared_ptr<const void> (*prepare)(std::span<const Value* const> constants) = nullptr;
};

/// The functions an expression may name. Filled before use, then shared without change between threads.
class FunctionRegistry {
public:
    /// XPath 1.0, ODK XForms, and ours under "tsh:".
    static const FunctionRegistry& standard();

    /// Replaces one of the same name.
    void add(Function function);
    const Function* find(std::string_view name) const;
    /// In alphabetical order.
    std::vector<std::string_view> names() const;

private:
    std::unordered_map<std::string, Function> m_functions;
};

} // namespace tashilgar::forms::xpath
