#pragma once

#include "app/viewmodels/ink.h"
#include "platform/capture/capture.h"

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <filesystem>
#include <functional>
#include <optional>

namespace tashilgar::viewmodels {

class FillController;

/// Gets a file for a question, and for whoever else works with one: the page shows a file dialog when `choosing` says so,
/// and hands back what was chosen. A file stands for camera and microphone wherever there is none.
class CaptureController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool choosing READ choosing NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QUrl folder READ folder NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QString troubleRef READ troubleRef NOTIFY changed)

public:
    CaptureController(FillController& fill, std::filesystem::path workFolder, QObject* parent = nullptr);
    ~CaptureController() override;

    bool choosing() const { return m_answerChoice != nullptr; }
    /// "photo", "sound", "video" or "file": what the dialog should offer.
    QString kind() const { return m_kind; }
    /// Where the dialog should begin: where files of that kind usually are.
    QUrl folder() const;
    /// What went wrong with the last file, and for which question.
    QString trouble() const { return m_trouble; }
    QString troubleRef() const { return m_troubleRef; }

    /// Asks a person for a file for \p ref. \p maxPixels 0: as it is.
    Q_INVOKABLE void take(const QString& ref, const QString& mediaType, int maxPixels);
    /// Makes \p file (a path or a file: address) the answer of \p ref without asking; what a script does.
    Q_INVOKABLE void takeFile(const QString& ref, const QString& mediaType, int maxPixels, const QString& file);
    /// Asks for a picture and looks for a code in it: codeChosen(), or a trouble of \p asker.
    Q_INVOKABLE void takeCode(const QString& asker);
    /// Makes what was drawn on a paper of \p size the answer of \p ref; \p beneath is a data: address of what it was drawn over.
    Q_INVOKABLE bool keepDrawing(const QString& ref, const tashilgar::viewmodels::Ink* ink, const QSizeF& size, double penWidth,
        const QString& beneath);
    Q_INVOKABLE void chosen(const QString& file);
    Q_INVOKABLE void cancelled();

    /// Called once with the file, or with nothing when the person changed their mind.
    using AnswerChoice = std::function<void(std::optional<std::filesystem::path>)>;
    /// Asks for a file of \p kind. Does nothing while another one is asked for.
    void choose(platform::CaptureKind kind, AnswerChoice answer);
    /// Says \p sentence, or nothing any more, beside the question \p ref.
    void tell(const QString& ref, const QString& sentence);

signals:
    void changed();
    void codeChosen(const QString& asker, const QString& text);

private:
    bool attach(const QString& ref, const base::Result<platform::Captured>& captured);

    FillController* m_fill;
    std::filesystem::path m_workFolder;
    AnswerChoice m_answerChoice;
    QString m_kind;
    QString m_trouble;
    QString m_troubleRef;
};

} // namespace tashilgar::viewmodels
