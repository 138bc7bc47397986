#include "app/fieldwork/field_of.h"

#include <algorithm>

namespace tashilgar::fieldwork {
namespace {

/// The path of a place without the positions of repeats, as forms::Field has it.
std::string withoutPositions(std::string_view ref)
{
    std::string path;
    bool inside = false;
    for (char c : ref) {
        inside = c == '[' || (inside && c != ']');
        if (!inside && c != ']')
            path += c;
    }
    return path;
}

} // namespace

const forms::Field* fieldOf(const forms::Form& form, std::string_view ref)
{
    const auto& fields = forms::fields(form);
    const auto field = std::find_if(
        fields.begin(), fields.end(), [path = withoutPositions(ref)](const forms::Field& f) { return f.path == path; });
    return field == fields.end() ? nullptr : &*field;
}

} // namespace tashilgar::fieldwork
