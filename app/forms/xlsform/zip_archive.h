#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform {

/// A zip file in memory, read part by part. Trusts no size that the archive claims: unpacking stops at the budget, which
/// all parts share, so a bomb costs no more than an honest workbook. Names that leave the archive are refused.
class ZipArchive {
public:
    /// \p bytes must outlive the archive. Fails with kNotAWorkbook.
    static base::Result<ZipArchive> open(base::ByteView bytes, std::size_t unpackedBudget);
    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    const std::vector<std::string>& names() const;
    bool has(std::string_view name) const;
    /// Hands the unpacked bytes of a part to \p take, a block at a time; \p take says whether it wants more.
    /// Fails with kNotFound, with kNotAWorkbook (damaged, encrypted), or with kTooLarge when the budget is spent.
    base::Result<void> read(std::string_view name, const std::function<bool(std::string_view)>& take);
    base::Result<std::string> readAll(std::string_view name);

private:
    struct State;
    explicit ZipArchive(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::forms::xlsform
