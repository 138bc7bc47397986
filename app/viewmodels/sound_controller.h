#pragma once

#include "platform/capture/sound_player.h"
#include "platform/capture/sound_source.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <filesystem>
#include <functional>
#include <optional>

namespace tashilgar::viewmodels {

class FillController;

/// Records the answer of a question with the microphone, and plays it.
///
/// One recording at a time. It ends when a person stops it, and is kept when the record is closed or the page is left: what
/// was said is not lost because a finger slipped. Who leaves the page meanwhile is asked once.
class SoundController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString ref READ ref NOTIFY changed)
    Q_PROPERTY(bool recording READ isRecording NOTIFY changed)
    Q_PROPERTY(bool leaving READ isLeaving NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    /// What was recorded could not be kept with the record; keepAgain() tries once more.
    Q_PROPERTY(bool unkept READ isUnkept NOTIFY changed)
    Q_PROPERTY(double level READ level NOTIFY levelChanged)
    Q_PROPERTY(int seconds READ seconds NOTIFY levelChanged)
    Q_PROPERTY(QString playing READ playing NOTIFY changed)
    Q_PROPERTY(double place READ place NOTIFY placeChanged)

public:
    /// All outlive the controller. \p workFolder is where a sound lies until the store has it.
    SoundController(FillController& fill, platform::SoundSource& microphone, platform::SoundPlayer& player, std::filesystem::path workFolder,
        QObject* parent = nullptr);
    ~SoundController() override;

    /// The question that is recorded, or that `trouble` is about.
    const QString& ref() const { return m_ref; }
    bool isRecording() const { return m_recording; }
    /// A person wants to leave the page; stop() or goOn() answers.
    bool isLeaving() const { return m_leave != nullptr; }
    /// Why nothing is recorded or played: "none", "failed", "silent" or "unplayable"; or a sentence about the disk.
    const QString& trouble() const { return m_trouble; }
    bool isUnkept() const { return m_unkept; }
    Q_INVOKABLE void keepAgain();
    /// How loud it is, 0 to 1.
    double level() const { return m_level; }
    int seconds() const;
    /// The question whose answer is heard; empty while nothing plays.
    const QString& playing() const { return m_playing; }
    /// How far it was heard, 0 to 1.
    double place() const { return m_place; }

    /// \p quality as the form says: "voice-only", "low" or "normal".
    /// Spec: https://docs.getodk.org/form-question-types/#audio-question-quality
    Q_INVOKABLE void record(const QString& ref, const QString& quality);
    /// Ends the recording and makes it the answer; then leaves the page, when somebody wanted to.
    Q_INVOKABLE void stop();
    /// Ends it and forgets it; the answer before stays.
    Q_INVOKABLE void discard();
    /// The page is not left after all.
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void play(const QString& ref);
    Q_INVOKABLE void stopPlaying();

signals:
    void changed();
    void levelChanged();
    void placeChanged();

private:
    bool mayLeave(const std::function<void()>& leave);
    void microphoneChanged();
    void hear(const std::vector<std::int16_t>& samples);
    bool end();
    void keep();
    void tell(const QString& trouble);

    FillController* m_fill;
    platform::SoundSource* m_microphone;
    platform::SoundPlayer* m_player;
    std::filesystem::path m_workFolder;
    std::filesystem::path m_file; ///< of the recording
    std::optional<platform::SoundWriter> m_writer; ///< once the microphone runs
    QString m_ref;
    QString m_quality;
    QString m_trouble;
    bool m_unkept = false;
    QString m_playing;
    std::function<void()> m_leave; ///< what a person wanted to do instead
    std::int64_t m_samples = 0;
    int m_rate = 0;
    double m_level = 0;
    double m_place = 0;
    double m_length = 0; ///< of what plays, in milliseconds
    bool m_recording = false;
};

} // namespace tashilgar::viewmodels
