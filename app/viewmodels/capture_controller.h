#pragma once

#include "app/base/clock.h"
#include "platform/capture/capture.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <filesystem>
#include <memory>
#include <optional>

namespace tashilgar::viewmodels {

class FillController;

/// Gets a photo, a sound or a file for a question. Today a chosen file stands for camera and microphone: the page shows a
/// file dialog when `choosing` says so, and hands back what was chosen.
class CaptureController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool choosing READ choosing NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QString troubleRef READ troubleRef NOTIFY changed)

public:
    CaptureController(FillController& fill, std::filesystem::path workFolder, QObject* parent = nullptr);
    ~CaptureController() override;

    bool choosing() const { return m_answerChoice != nullptr; }
    /// "photo", "sound", "video" or "file": what the dialog should offer.
    QString kind() const { return m_kind; }
    /// What went wrong with the last file, and for which question.
    QString trouble() const { return m_trouble; }
    QString troubleRef() const { return m_troubleRef; }

    /// Asks a person for a file for \p ref. \p maxPixels 0: as it is.
    Q_INVOKABLE void take(const QString& ref, const QString& mediaType, int maxPixels);
    /// Makes \p file (a path or a file: address) the answer of \p ref without asking; what a script does.
    Q_INVOKABLE void takeFile(const QString& ref, const QString& mediaType, int maxPixels, const QString& file);
    Q_INVOKABLE void chosen(const QString& file);
    Q_INVOKABLE void cancelled();

signals:
    void changed();

private:
    using AnswerChoice = std::function<void(std::optional<std::filesystem::path>)>;
    void attach(const QString& ref, const base::Result<platform::Captured>& captured);

    FillController* m_fill;
    std::filesystem::path m_workFolder;
    AnswerChoice m_answerChoice;
    std::unique_ptr<platform::ChosenFileCapture> m_capture;
    QString m_kind;
    QString m_trouble;
    QString m_troubleRef;
};

} // namespace tashilgar::viewmodels
