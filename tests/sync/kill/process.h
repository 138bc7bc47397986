#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace tashilgar::tests {

/// Another program, which is killed when this object goes, and when this program does.
class Process {
public:
    /// Its standard output goes to \p output, from the beginning; its standard error is added to the file beside it, with
    /// ".err". It reads \p input, where one is named.
    Process(const std::vector<std::string>& arguments, std::filesystem::path output, const std::filesystem::path& input = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Its exit status; nothing while it runs on after \p patience. 256 and more: it died of a signal.
    std::optional<int> waitFor(std::chrono::milliseconds patience);
    /// As a power cut for the program alone: SIGKILL, and waits until it is gone. False when it had ended by itself.
    bool kill();
    /// What it has said so far.
    std::string said() const;
    /// What it, and others with the same file, wrote to standard error.
    std::string complained() const;
    /// True once a whole line that begins with \p text was said; false when it ended, or \p patience did, before.
    bool saysLine(const std::string& text, std::chrono::milliseconds patience);

private:
    pid_t m_pid = -1;
    std::optional<int> m_status;
    std::filesystem::path m_output;
};

} // namespace tashilgar::tests
