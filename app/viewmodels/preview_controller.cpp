#include "app/viewmodels/preview_controller.h"

#include "app/fieldwork/form_preview.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/error_text.h"

namespace tashilgar::viewmodels {

namespace {

/// Two looks make a change seen in less than half a second; one costs a stat a file. The system's own notices are not
/// used: they are lost for a file that another takes the place of, and on shares of a network.
constexpr int kLookMilliseconds = 200;
/// Spreadsheets take a file away for a moment when they save; after two seconds it is told as missing.
constexpr int kPatientLooks = 2000 / kLookMilliseconds;

} // namespace

PreviewController::PreviewController(fieldwork::FormPreview& form, FillController& fill, QObject* parent)
    : QObject(parent)
    , m_form(&form)
    , m_fill(&fill)
{
    connect(&m_timer, &QTimer::timeout, this, &PreviewController::look);
    connect(m_fill, &FillController::finished, this, [this] {
        m_finished = true;
        emit changed();
    });
    connect(&DisplayText::instance(), &DisplayText::languageChanged, this, [this] {
        if (m_loads > 0)
            load(); // what is told is worded by whoever reads the form
    });
}

QString PreviewController::fileName() const
{
    return QString::fromStdString(m_form->file().filename().string());
}

void PreviewController::start()
{
    load();
    m_timer.start(kLookMilliseconds);
}

void PreviewController::look()
{
    const std::string now = m_form->state();
    const bool standsStill = now == m_seen;
    m_seen = now;
    m_missed = now.empty() ? m_missed + 1 : 0;
    const bool ready = now.empty() ? m_missed == kPatientLooks : standsStill && now != m_read;
    if (ready)
        load();
}

forms::Diagnostic PreviewController::missing() const
{
    return {forms::Severity::Error, "file", fileName().toStdString(),
        tr("the file is not here").toStdString(), tr("As soon as it is back, it opens again.").toStdString()};
}

void PreviewController::load()
{
    forms::Diagnostics diagnostics;
    ++m_loads;
    m_read.clear();
    if (m_form->state().empty()) {
        diagnostics.push_back(missing());
    } else {
        open(diagnostics);
        m_read = m_form->stateRead();
    }
    m_problems.show(diagnostics);
    emit changed();
}

void PreviewController::open(forms::Diagnostics& diagnostics)
{
    const bool persian = DisplayText::instance().rightToLeft(); // of what the engine speaks, Persian is nearest to Sorani
    const auto form
        = m_form->install(persian ? forms::MessageLanguage::Persian : forms::MessageLanguage::English, diagnostics);
    std::string trouble;
    if (form) {
        m_opened = QString::fromStdString(form->form.value());
        m_finished = false;
        if (!m_fill->reopenForm(m_opened))
            trouble = m_fill->trouble().toStdString();
    } else if (!forms::hasErrors(diagnostics)) {
        trouble = tellOf(form.error()).toStdString();
    }
    if (!trouble.empty())
        diagnostics.push_back({forms::Severity::Error, "file", fileName().toStdString(), trouble, {}});
}

bool PreviewController::startAgain()
{
    const bool opened = !m_opened.isEmpty() && m_fill->openForm(m_opened);
    m_finished = m_finished && !opened;
    emit changed();
    return opened;
}

} // namespace tashilgar::viewmodels
