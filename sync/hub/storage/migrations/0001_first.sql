-- What a hub keeps. Moments are milliseconds since 1970, hashes lower-case hexadecimal, `change` a place in the change log.

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One number for all changes a tablet may ask for; the one row is changed in the transaction that uses the number.
CREATE TABLE change_counter (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT;
INSERT INTO change_counter VALUES (1, 0);

CREATE TABLE programme (id INTEGER PRIMARY KEY CHECK (id = 1), programme TEXT NOT NULL, name TEXT NOT NULL, change INTEGER NOT NULL) STRICT;
CREATE TABLE people (username TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, office TEXT NOT NULL) STRICT;

CREATE TABLE devices (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, username TEXT NOT NULL REFERENCES people, token_hash TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL, enrolled_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;

CREATE TABLE enrol_codes (
  hash TEXT PRIMARY KEY, username TEXT NOT NULL REFERENCES people, made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  used_at INTEGER, device TEXT REFERENCES devices) STRICT;

CREATE TABLE forms (
  form TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  published_at INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL UNIQUE, PRIMARY KEY (form, version)) STRICT;
CREATE INDEX forms_by_content ON forms (sha256);
CREATE TABLE form_media (
  form TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  PRIMARY KEY (form, version, name), FOREIGN KEY (form, version) REFERENCES forms ON DELETE CASCADE) STRICT;
CREATE INDEX form_media_by_content ON form_media (sha256);

CREATE TABLE records (
  number INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL UNIQUE, form TEXT NOT NULL, version TEXT NOT NULL,
  sha256 TEXT NOT NULL, device TEXT NOT NULL, username TEXT NOT NULL, made_at INTEGER NOT NULL, received_at INTEGER NOT NULL,
  instance_name TEXT NOT NULL, xml TEXT NOT NULL, FOREIGN KEY (form, version) REFERENCES forms) STRICT;
CREATE INDEX records_by_form ON records (form, number);
CREATE TABLE record_blobs (
  record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, media_type TEXT NOT NULL, PRIMARY KEY (record, place)) STRICT, WITHOUT ROWID;

-- A row here says: the file is whole and safe on disk.
CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, stored_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE uploads (
  device TEXT NOT NULL REFERENCES devices, sha256 TEXT NOT NULL, length INTEGER NOT NULL, made_at INTEGER NOT NULL,
  PRIMARY KEY (device, sha256)) STRICT, WITHOUT ROWID;

CREATE TABLE lists (
  name TEXT PRIMARY KEY, columns TEXT NOT NULL, entities INTEGER NOT NULL, scope_column TEXT NOT NULL,
  change INTEGER NOT NULL UNIQUE) STRICT;
CREATE TABLE rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT NOT NULL REFERENCES lists ON DELETE CASCADE, key TEXT NOT NULL,
  version INTEGER NOT NULL, neighbourhood TEXT NOT NULL, data TEXT NOT NULL, change INTEGER NOT NULL UNIQUE,
  UNIQUE (list, key)) STRICT;
CREATE INDEX rows_in_order ON rows (list, id);
-- A row that went to another neighbourhood: tablets of the old one must drop it.
CREATE TABLE departures (
  change INTEGER PRIMARY KEY, list TEXT NOT NULL REFERENCES lists ON DELETE CASCADE, key TEXT NOT NULL,
  neighbourhood TEXT NOT NULL) STRICT;

CREATE TABLE row_steps (
  list TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, instance TEXT NOT NULL, username TEXT NOT NULL,
  made_at INTEGER NOT NULL, received_at INTEGER NOT NULL, changes TEXT NOT NULL, PRIMARY KEY (list, key, version)) STRICT, WITHOUT ROWID;
CREATE TABLE conflicts (
  id INTEGER PRIMARY KEY, list TEXT NOT NULL, key TEXT NOT NULL, instance TEXT NOT NULL, column_name TEXT NOT NULL,
  before TEXT NOT NULL, offered TEXT NOT NULL, kept TEXT NOT NULL, settled_at INTEGER) STRICT;
CREATE TABLE entity_refusals (
  id INTEGER PRIMARY KEY, instance TEXT NOT NULL, list TEXT NOT NULL, key TEXT NOT NULL, code TEXT NOT NULL,
  sentence TEXT NOT NULL) STRICT;
