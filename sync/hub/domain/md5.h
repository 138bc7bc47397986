#pragma once

#include "app/base/bytes.h"

#include <memory>
#include <string>

namespace tashilgar::hub::domain {

/// MD5, in lower-case hexadecimal, because OpenRosa names contents by it: never for what must not be forged.
/// Spec: https://docs.getodk.org/openrosa-form-list/
class Md5 {
public:
    Md5();
    ~Md5();
    void add(base::ByteView bytes);
    /// Ends the sum; the object may not be used again. Empty where the library was built without MD5.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::hub::domain
