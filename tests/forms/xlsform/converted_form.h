#pragma once

#include "app/base/xml/document.h"
#include "app/forms/convert.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::tests {

/// A workbook converted, and questions about the XForm it became. A form that could not be converted answers nothing;
/// its diagnostics say why.
class ConvertedForm {
public:
    explicit ConvertedForm(base::ByteView workbook, const forms::ConvertOptions& options = {});

    bool succeeded() const { return m_converted.has_value(); }
    const forms::Converted& converted() const { return *m_converted; }
    const forms::Diagnostics& diagnostics() const { return m_diagnostics; }
    /// "survey, row 3, column relevant [unknown-reference]", one line each.
    std::string problems() const;

    /// An attribute of the bind of \p nodeset, "" when it has none; attributes by their qualified name.
    std::string bind(std::string_view nodeset, std::string_view attribute) const;
    bool hasBind(std::string_view nodeset) const;
    /// The first element of that name whose attribute \p key is \p value, anywhere: its XML without namespace declarations,
    /// "" when there is none.
    std::string element(std::string_view name, std::string_view key, std::string_view value) const;
    /// All elements of that name, likewise.
    std::vector<std::string> elements(std::string_view name) const;
    /// An attribute of the first element of that name.
    std::string attribute(std::string_view name, std::string_view attribute) const;
    /// The primary instance, as XML without namespace declarations and white space between elements.
    std::string instance() const;

private:
    void collect(base::xml::NodeIndex node, std::string_view name, std::vector<base::xml::NodeIndex>& found) const;
    std::vector<base::xml::NodeIndex> all(std::string_view name) const;
    std::string value(base::xml::NodeIndex element, std::string_view attribute) const;
    std::string text(base::xml::NodeIndex node) const;

    forms::Diagnostics m_diagnostics;
    base::Result<forms::Converted> m_converted;
    base::xml::Document m_document;
};

} // namespace tashilgar::tests
