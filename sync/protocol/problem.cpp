#include "sync/protocol/problem.h"

#include "sync/protocol/json.h"

namespace tashilgar::protocol {

std::string encode(const Problem& problem)
{
    return json::write(boost::json::object{{"code", problem.code}, {"sentence", problem.sentence}});
}

base::Result<Problem> decodeProblem(std::string_view text)
{
    const auto value = json::parse(text, "problem");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "problem");
    Problem problem{members.text("code"), members.text("sentence")};
    if (!members.isSound())
        return base::fail(members.error());
    return problem;
}

} // namespace tashilgar::protocol
