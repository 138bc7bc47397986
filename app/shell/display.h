#pragma once

namespace tashilgar::shell {

/// Where no display can be opened, Qt prints a page and aborts while the QGuiApplication is made. Between this object's
/// making and its end the program then says why in one sentence, and ends with status 1.
class DisplayWatch {
public:
    DisplayWatch();
    ~DisplayWatch();
    DisplayWatch(const DisplayWatch&) = delete;
    DisplayWatch& operator=(const DisplayWatch&) = delete;
};

} // namespace tashilgar::shell
