-- Everything here came from the hub and can be pulled again.
-- A list that begins anew has no name while its rows arrive: the one that has it is read until all of them are here.
CREATE TABLE list (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE,
    arriving TEXT UNIQUE,
    columns BLOB NOT NULL,
    entity INTEGER NOT NULL DEFAULT 0,
    CHECK ((name IS NULL) <> (arriving IS NULL))
) STRICT;

-- Cells in the order of the list's columns; a row from before a column was added has fewer.
CREATE TABLE list_row (
    id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    cells BLOB NOT NULL,
    UNIQUE (list, key)
) STRICT;
CREATE INDEX list_row_in_order ON list_row (list);

-- Folded words of each row, under the row's id.
CREATE VIRTUAL TABLE row_search USING fts5 (folded, content = '', contentless_delete = 1, prefix = '2 3');

-- Form versions that wait for their contents, and versions to be retired.
CREATE TABLE announced (
    row INTEGER PRIMARY KEY,
    form_id TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media BLOB NOT NULL,
    retired INTEGER NOT NULL,
    UNIQUE (form_id, version)
) STRICT;

CREATE TABLE progress (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
