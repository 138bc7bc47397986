-- An app user of ODK Collect is a device of its person that came in by another door.
ALTER TABLE devices ADD COLUMN kind TEXT NOT NULL DEFAULT 'tablet';

-- A record that its tablet encrypted for the holder of the form's key: what is kept as its XML is the manifest.
ALTER TABLE records ADD COLUMN encrypted INTEGER NOT NULL DEFAULT 0;

-- Forms that take no more records, or take no new ones; all others are open.
CREATE TABLE form_states (form TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- When something in a list last changed for a neighbourhood.
CREATE INDEX rows_by_last_change ON rows (list, neighbourhood, change);
CREATE INDEX departures_by_last_change ON departures (list, neighbourhood, change);
