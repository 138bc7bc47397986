#include "platform/capture/sound_file.h"

#include <array>
#include <opusenc.h>
#include <opusfile.h>

namespace tashilgar::platform
{

struct SoundWriter::Encoder {
    OggOpusComments* comments = nullptr;
    OggOpusEnc* encoder = nullptr;
    bool begun = false; ///< something was written; what is empty must not be drained, for libopusenc 0.2.1 ends the program

    ~Encoder()
    {
        if (encoder)
            ope_encoder_destroy(encoder);
        if (comments)
            ope_comments_destroy(comments);
    }
};

namespace
{

base::Result<void> succeeded(int code)
{
    if (code == OPE_OK)
        return {};
    if (code == OPE_WRITE_FAIL)
        return base::fail(base::kDiskFull, "no space is left on this tablet for the sound");
    return base::fail(base::kIoError, std::string("the sound could not be written: ") + ope_strerror(code));
}

} // namespace

SoundWriter::SoundWriter(std::unique_ptr<Encoder> encoder)
    : m_encoder(std::move(encoder))
{
}
SoundWriter::SoundWriter(SoundWriter&&) noexcept = default;
SoundWriter& SoundWriter::operator=(SoundWriter&&) noexcept = default;
SoundWriter::~SoundWriter() = default;

base::Result<SoundWriter> SoundWriter::open(
    const std::filesystem::path& file, int samplesPerSecond, int bitsPerSecond)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    auto made = std::make_unique<Encoder>();
    made->comments = ope_comments_create();
    int error = OPE_OK;
    made->encoder = ope_encoder_create_file(file.c_str(), made->comments, samplesPerSecond, 1, 0, &error);
    if (!made->encoder)
        return base::fail(base::kIoError, std::string("the sound could not be begun: ") + ope_strerror(error));
    ope_encoder_ctl(made->encoder, OPUS_SET_BITRATE(bitsPerSecond));
    ope_encoder_ctl(made->encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    return SoundWriter(std::move(made));
}

base::Result<void> SoundWriter::write(std::span<const std::int16_t> samples)
{
    m_encoder->begun = m_encoder->begun || !samples.empty();
    return succeeded(ope_encoder_write(m_encoder->encoder, samples.data(), static_cast<int>(samples.size())));
}

base::Result<void> SoundWriter::close()
{
    const auto drained = m_encoder->begun ? succeeded(ope_encoder_drain(m_encoder->encoder)) : base::Result<void>();
    m_encoder = std::make_unique<Encoder>();
    return drained;
}

struct SoundReader::Decoder {
    QByteArray bytes;
    OggOpusFile* file = nullptr;

    ~Decoder()
    {
        if (file)
            op_free(file);
    }
};

SoundReader::SoundReader(std::unique_ptr<Decoder> decoder)
    : m_decoder(std::move(decoder))
{
}
SoundReader::SoundReader(SoundReader&&) noexcept = default;
SoundReader& SoundReader::operator=(SoundReader&&) noexcept = default;
SoundReader::~SoundReader() = default;

base::Result<SoundReader> SoundReader::open(QByteArray bytes)
{
    auto made = std::make_unique<Decoder>();
    made->bytes = std::move(bytes);
    made->file = op_open_memory(reinterpret_cast<const unsigned char*>(made->bytes.constData()),
        static_cast<std::size_t>(made->bytes.size()), nullptr);
    if (!made->file)
        return base::fail(kNotASound, "this file is no sound that the app can play");
    return SoundReader(std::move(made));
}

std::int64_t SoundReader::length() const
{
    const ogg_int64_t samples = op_pcm_total(m_decoder->file, -1);
    return samples < 0 ? 0 : samples;
}

std::vector<std::int16_t> SoundReader::read()
{
    std::array<opus_int16, 2 * 5760> stereo; // 120 ms, the longest packet there is
    int got = OP_HOLE;
    while (got == OP_HOLE) // a page that was lost; what follows is good
        got = op_read_stereo(m_decoder->file, stereo.data(), static_cast<int>(stereo.size()));
    std::vector<std::int16_t> samples;
    for (int i = 0; i < got; ++i)
        samples.push_back(static_cast<std::int16_t>((stereo[static_cast<std::size_t>(2 * i)] + stereo[static_cast<std::size_t>(2 * i + 1)]) / 2));
    return samples;
}

} // namespace tashilgar::platform
