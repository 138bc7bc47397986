#pragma once

#include "app/base/clock.h"
#include "app/fieldwork/form_library.h"
#include "app/fieldwork/submission_review.h"
#include "app/viewmodels/camera_controller.h"
#include "app/viewmodels/capture_controller.h"
#include "app/viewmodels/copy_controller.h"
#include "app/viewmodels/day_model.h"
#include "app/viewmodels/enrolment_controller.h"
#include "app/viewmodels/fill_controller.h"
#include "app/viewmodels/form_list_model.h"
#include "app/viewmodels/outbox_model.h"
#include "app/viewmodels/photo_controller.h"
#include "app/viewmodels/position_controller.h"
#include "app/viewmodels/record_list_model.h"
#include "app/viewmodels/settings_controller.h"
#include "app/viewmodels/sound_controller.h"
#include "app/viewmodels/sync_controller.h"
#include "app/viewmodels/today_model.h"

#include <QTimer>
#include <QTranslator>

class QQmlEngine;

namespace tashilgar::viewmodels {

/// Finds what lupdate wrote under a class's own name: it does not see the namespace that tr() asks with.
class Translator : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* comment, int count) const override;
};

/// What the view models stand on. Everything named here outlives the Application; all of it belongs to the GUI thread,
/// which is also the store's.
struct Dependencies {
    fieldwork::FormLibrary& library;
    fieldwork::SubmissionReview& review;
    const base::Clock& clock;
    std::shared_ptr<const base::Zone> zone;
    /// Where the person's choices rest, an INI file.
    QString settingsFile;
    SyncController::Wishes sync;
    EnrolmentController::Join join;
    PositionController::Listen listenToPosition;
    platform::FrameSource& camera;
    platform::SoundSource& microphone;
    platform::SoundPlayer& loudspeaker;
    /// Where chosen files are made ready before the store takes them; emptied by whoever starts the program.
    std::filesystem::path workFolder;
    /// Something was finalised: the synchroniser's workArrived(). May stay unset.
    std::function<void()> recordFinished;
    CopyController::Wishes copy{};
};

/// All that Main.qml shows: one property for each page. The shell makes it, hands it to Main.qml as the initial property
/// `app`, and feeds what happens elsewhere: sync().show(), position().feed(), enrolment().setJoined(), listsChanged().
class Application : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(tashilgar::viewmodels::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::DayModel* day READ day CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::FormListModel* forms READ forms CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::FillController* fill READ fill CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::RecordListModel* records READ records CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::OutboxModel* outbox READ outbox CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::ReceiptModel* receipts READ receipts CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::SyncController* sync READ sync CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::PositionController* position READ position CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::CameraController* camera READ camera CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::CaptureController* capture READ capture CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::PhotoController* photo READ photo CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::CopyController* copy READ copy CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::SoundController* sound READ sound CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::SettingsController* settings READ settings CONSTANT)
    Q_PROPERTY(tashilgar::viewmodels::EnrolmentController* enrolment READ enrolment CONSTANT)

public:
    explicit Application(Dependencies dependencies, QObject* parent = nullptr);
    ~Application() override;

    /// From now on the language of the settings is that of \p engine's pages, switched while they are open. Loads
    /// :/i18n/tashilgar_<language>.qm. Call once, before Main.qml is loaded; \p engine outlives the Application.
    void speakThrough(QQmlEngine& engine);

    TodayModel* today() { return &m_today; }
    DayModel* day() { return &m_day; }
    FormListModel* forms() { return &m_forms; }
    FillController* fill() { return &m_fill; }
    RecordListModel* records() { return &m_records; }
    OutboxModel* outbox() { return &m_outbox; }
    ReceiptModel* receipts() { return &m_receipts; }
    SyncController* sync() { return &m_sync; }
    PositionController* position() { return &m_position; }
    CameraController* camera() { return &m_camera; }
    CaptureController* capture() { return &m_capture; }
    PhotoController* photo() { return &m_photo; }
    CopyController* copy() { return &m_copy; }
    SoundController* sound() { return &m_sound; }
    SettingsController* settings() { return &m_settings; }
    EnrolmentController* enrolment() { return &m_enrolment; }

    /// Forms, records or receipts changed outside of the pages: everything is read again.
    Q_INVOKABLE void listsChanged();
    /// What was answered in a finished record: {heading, label, value, depth}, in the interface language.
    Q_INVOKABLE QVariantList answersOf(const QString& recordId);
    /// Takes a draft out of the lists; bringBack() undoes it. False when the disk refuses.
    Q_INVOKABLE bool setAside(const QString& draftId);
    Q_INVOKABLE bool bringBack(const QString& draftId);
    /// A second draft with the same answers; the reply is its id, empty when it could not be made.
    Q_INVOKABLE QString duplicate(const QString& draftId);
    /// A refused record goes once more, at once where the hub answers.
    Q_INVOKABLE bool sendAgain(const QString& recordId);

private:
    void switchLanguage();
    void readDay();

    Dependencies m_dependencies;
    SettingsController m_settings;
    TodayModel m_today;
    DayModel m_day;
    QTimer m_daySoon;
    FormListModel m_forms;
    FillController m_fill;
    RecordListModel m_records;
    OutboxModel m_outbox;
    ReceiptModel m_receipts;
    SyncController m_sync;
    PositionController m_position;
    CameraController m_camera;
    CaptureController m_capture;
    PhotoController m_photo;
    CopyController m_copy;
    SoundController m_sound;
    EnrolmentController m_enrolment;
    Translator m_fallback;
    Translator m_translator;
    QQmlEngine* m_engine = nullptr;
};

} // namespace tashilgar::viewmodels
