-- Installed forms. `row` grows with each installation, so the greatest of a form is its newest version.
CREATE TABLE form (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    xml TEXT NOT NULL,
    installed_at INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0,
    UNIQUE (form_id, version)
) STRICT;

CREATE TABLE form_media (
    form INTEGER NOT NULL REFERENCES form (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (form, name)
) STRICT, WITHOUT ROWID;

-- Unfinished entries. The row is small, because every answer rewrites it; snapshots stand in a table of their own.
CREATE TABLE draft (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    corrects TEXT NOT NULL DEFAULT '',
    seed TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    steps INTEGER NOT NULL DEFAULT 0,
    current_ref TEXT NOT NULL DEFAULT '',
    typed_ref TEXT,
    typed_text TEXT,
    set_aside_at INTEGER
) STRICT;
CREATE INDEX draft_by_form ON draft (form_id);

-- The first snapshot (steps = 0) and the latest one.
CREATE TABLE draft_snapshot (
    draft INTEGER NOT NULL REFERENCES draft (row) ON DELETE CASCADE,
    steps INTEGER NOT NULL,
    xml TEXT NOT NULL,
    PRIMARY KEY (draft, steps)
) STRICT;

CREATE TABLE draft_step (
    draft INTEGER NOT NULL REFERENCES draft (row) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    ref TEXT NOT NULL,
    value TEXT NOT NULL,
    at INTEGER NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (draft, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_file (
    draft INTEGER NOT NULL REFERENCES draft (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY (draft, name)
) STRICT, WITHOUT ROWID;

-- Finalised records: never changed after, so the XML keeps the bytes that were hashed.
CREATE TABLE submission (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    instance_id TEXT NOT NULL UNIQUE,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    corrects TEXT NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    xml TEXT NOT NULL
) STRICT;
CREATE INDEX submission_by_time ON submission (made_at);
CREATE INDEX submission_by_form ON submission (form_id, made_at);
CREATE INDEX submission_by_corrected ON submission (corrects) WHERE corrects <> '';

CREATE TABLE submission_file (
    submission INTEGER NOT NULL REFERENCES submission (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY (submission, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_file_by_content ON submission_file (sha256);

-- One row for a record without a complete receipt: 1 waiting, 2 partial, 4 refused (SubmissionState).
CREATE TABLE outbox (
    submission INTEGER PRIMARY KEY REFERENCES submission (row) ON DELETE CASCADE,
    state INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_attempt_at INTEGER,
    reason_code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state);

-- One row for a content that goes to the hub, however many records name it.
CREATE TABLE upload (
    sha256 TEXT PRIMARY KEY,
    location TEXT NOT NULL DEFAULT '',
    arrived_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    submission INTEGER PRIMARY KEY REFERENCES submission (row),
    signed_text TEXT NOT NULL,
    signature TEXT NOT NULL,
    key_id TEXT NOT NULL,
    hub_name TEXT NOT NULL,
    hub_time INTEGER NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_by_time ON receipt (received_at);

-- What this tablet recorded of entities and the hub has not sent back: only the properties that were written.
CREATE TABLE local_entity (
    list TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    trunk_version TEXT NOT NULL,
    branch_id TEXT NOT NULL,
    created INTEGER NOT NULL,
    label TEXT NOT NULL,
    properties BLOB NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    section TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (section, name)
) STRICT, WITHOUT ROWID;
