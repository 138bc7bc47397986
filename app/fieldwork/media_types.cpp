#include "app/fieldwork/media_types.h"

#include "app/base/limits.h"
#include "app/base/text.h"

#include <array>

namespace tashilgar::fieldwork {
namespace {

struct Ending {
    std::string_view ending;
    std::string_view mediaType;
};

constexpr std::array kEndings{
    Ending{".jpg", "image/jpeg"},
    Ending{".jpeg", "image/jpeg"},
    Ending{".png", "image/png"},
    Ending{".webp", "image/webp"},
    Ending{".heic", "image/heic"},
    Ending{".svg", "image/svg+xml"},
    Ending{".m4a", "audio/mp4"},
    Ending{".mp3", "audio/mpeg"},
    Ending{".ogg", "audio/ogg"},
    Ending{".opus", "audio/ogg"},
    Ending{".wav", "audio/wav"},
    Ending{".amr", "audio/amr"},
    Ending{".mp4", "video/mp4"},
    Ending{".mkv", "video/x-matroska"},
    Ending{".webm", "video/webm"},
    Ending{".3gp", "video/3gpp"},
    Ending{".pdf", "application/pdf"},
    Ending{".csv", "text/csv"},
    Ending{".txt", "text/plain"},
    Ending{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Ending{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};

} // namespace

std::uint64_t largestFile(std::string_view mediaType)
{
    return mediaType.starts_with("image/") ? base::kMaxPhoto : base::kMaxAttachment;
}

std::string mediaTypeOf(const std::filesystem::path& file)
{
    const std::string ending = base::toLowerAscii(file.extension().string());
    for (const Ending& known : kEndings) {
        if (known.ending == ending)
            return std::string(known.mediaType);
    }
    return "application/octet-stream";
}

} // namespace tashilgar::fieldwork
