#include "app/store/search_words.h"

#include "app/base/text.h"

namespace tashilgar::store {

std::string searchQuery(std::string_view words)
{
    const std::string folded = base::foldForSearch(words);
    std::string query;
    for (const std::string_view word : base::splitWords(folded)) {
        query += query.empty() ? "\"" : " \"";
        for (const char c : word)
            query += c == '"' ? std::string("\"\"") : std::string(1, c);
        query += "\"*";
    }
    return query;
}

} // namespace tashilgar::store
