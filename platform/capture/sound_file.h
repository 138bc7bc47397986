#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace tashilgar::platform
{

/// The bytes are no sound in Opus.
inline constexpr base::ErrorCode kNotASound{ "platform.not-a-sound" };

/// Writes speech as Opus in an Ogg file. One that was cut off plays, but for its last seconds.
/// Spec: https://www.rfc-editor.org/rfc/rfc7845
class SoundWriter
{
public:
    /// Begins \p file anew. Fails with base::kIoError.
    static base::Result<SoundWriter> open(const std::filesystem::path& file, int samplesPerSecond, int bitsPerSecond);
    SoundWriter(SoundWriter&&) noexcept;
    SoundWriter& operator=(SoundWriter&&) noexcept;
    /// Closes without close(): the end of the sound may be missing.
    ~SoundWriter();

    /// Fails with base::kDiskFull or base::kIoError.
    base::Result<void> write(std::span<const std::int16_t> samples);
    base::Result<void> close();

private:
    struct Encoder;
    explicit SoundWriter(std::unique_ptr<Encoder> encoder);
    std::unique_ptr<Encoder> m_encoder;
};

/// Reads a sound that is in memory, whatever it was recorded with, as 48,000 samples a second of one channel.
class SoundReader
{
public:
    static constexpr int kRate = 48'000;

    /// Fails with kNotASound.
    static base::Result<SoundReader> open(QByteArray bytes);
    SoundReader(SoundReader&&) noexcept;
    SoundReader& operator=(SoundReader&&) noexcept;
    ~SoundReader();

    /// In samples.
    std::int64_t length() const;
    /// The next samples, some 20 to 120 ms of them; empty at the end.
    std::vector<std::int16_t> read();

private:
    struct Decoder;
    explicit SoundReader(std::unique_ptr<Decoder> decoder);
    std::unique_ptr<Decoder> m_decoder;
};

} // namespace tashilgar::platform
