#pragma once

#include "app/viewmodels/fill_controller.h"
#include "app/viewmodels/problem_model.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::fieldwork {
class FormPreview;
}

namespace tashilgar::viewmodels {

/// The page that shows its author a form while it is written: opens it, opens it again after each change of its file, and
/// tells what keeps it from opening. The last one that opened stays.
///
/// Belongs to the GUI thread, which is the store's. A form is read on it, so the page stands still for as long.
class PreviewController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString fileName READ fileName CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::ProblemModel* problems READ problems CONSTANT)
    Q_PROPERTY(bool finished READ isFinished NOTIFY changed)
    Q_PROPERTY(int loads READ loads NOTIFY changed)

public:
    /// Both outlive this object.
    PreviewController(fieldwork::FormPreview& form, FillController& fill, QObject* parent = nullptr);

    /// Opens the form and looks after its files from now on.
    void start();
    /// Looks at the files once: a change is taken up when a second look finds it standing still, so that a file is not read
    /// while it is written. Called by a timer after start().
    void look();

    QString fileName() const;
    ProblemModel* problems() { return &m_problems; }
    /// The form was filled to its end; nothing of it is kept.
    bool isFinished() const { return m_finished; }
    /// How many times the file was read; for scripts that wait for a change to be seen.
    int loads() const { return m_loads; }
    /// A fresh entry of the form as it opened last.
    Q_INVOKABLE bool startAgain();

signals:
    void changed();

private:
    void load();
    void open(forms::Diagnostics& diagnostics);
    forms::Diagnostic missing() const;

    fieldwork::FormPreview* m_form;
    FillController* m_fill;
    ProblemModel m_problems;
    QTimer m_timer;
    QString m_opened; ///< the id of the form that opened last
    std::string m_seen; ///< what the files were at the last look
    std::string m_read; ///< what they were when they were read; empty when there was nothing to read
    int m_missed = 0; ///< looks in a row that found no file
    int m_loads = 0;
    bool m_finished = false;
};

} // namespace tashilgar::viewmodels
