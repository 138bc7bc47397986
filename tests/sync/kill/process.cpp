#include "tests/sync/kill/process.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace tashilgar::tests {

using Steady = std::chrono::steady_clock;

Process::Process(
    const std::vector<std::string>& arguments, std::filesystem::path output, const std::filesystem::path& input)
    : m_output(std::move(output))
{
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const std::string out = m_output.string();
    const std::string err = out + ".err";
    const int outFile = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const int errFile = ::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const int inFile = ::open(input.empty() ? "/dev/null" : input.c_str(), O_RDONLY | O_CLOEXEC);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(inFile, STDIN_FILENO);
        ::dup2(outFile, STDOUT_FILENO);
        ::dup2(errFile, STDERR_FILENO);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(outFile);
    ::close(errFile);
    ::close(inFile);
}

Process::~Process() { kill(); }

std::optional<int> Process::waitFor(std::chrono::milliseconds patience)
{
    const auto end = Steady::now() + patience;
    while (!m_status) {
        int status = 0;
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid)
            m_status = WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
        else if (Steady::now() >= end)
            return std::nullopt;
        else
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return m_status;
}

bool Process::kill()
{
    if (waitFor(std::chrono::milliseconds(0)))
        return false;
    ::kill(m_pid, SIGKILL);
    waitFor(std::chrono::hours(1));
    return *m_status == 256 + SIGKILL;
}

namespace {

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

std::string Process::said() const { return contentOf(m_output); }

std::string Process::complained() const { return contentOf(m_output.string() + ".err"); }

bool Process::saysLine(const std::string& text, std::chrono::milliseconds patience)
{
    const auto end = Steady::now() + patience;
    while (true) {
        const bool ended = waitFor(std::chrono::milliseconds(0)).has_value();
        const std::string all = said();
        const std::size_t at = all.starts_with(text) ? 0 : all.find("\n" + text);
        if (at != std::string::npos && all.find('\n', at + 1) != std::string::npos)
            return true;
        if (ended || Steady::now() >= end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

} // namespace tashilgar::tests
