#pragma once

#include "app/forms/xlsform/references.h"

#include <map>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform::back {

/// Turns the paths of an XForm's expressions back into ${name}, where that means the same: either the converter would
/// write this very path for the reference, or the path is an absolute one into the own repeat, which engines read as
/// the own row. All other paths stay as they are, which XLSForm allows.
class Paths {
public:
    Paths(const Item& root, const NameIndex& names)
        : m_root(root)
        , m_names(names)
        , m_references(root, names)
    {
    }
    /// instance('from') will be called \p to: a file without its extension.
    void rename(std::string from, std::string to) { m_renamed.emplace(std::move(from), std::move(to)); }

    /// \p expression as a cell says it. What is no XPath is handed back as it is.
    std::string inSheet(std::string_view expression, const ExpressionPlace& at) const;
    /// The item at an absolute path, or null.
    const Item* itemAt(std::string_view path) const;

private:
    struct Found;
    std::vector<Found> find(std::string_view expression, const ExpressionPlace& at) const;

    const Item& m_root;
    const NameIndex& m_names;
    References m_references;
    std::map<std::string, std::string, std::less<>> m_renamed;
};

} // namespace tashilgar::forms::xlsform::back
