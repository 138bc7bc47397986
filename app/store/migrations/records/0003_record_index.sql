-- What finds a record among very many: a narrow row beside each, kept by triggers, so that no way of changing a record can
-- forget it. `indexed` is 0 until the words of the record stand in record_search.
CREATE TABLE record_index (
    row INTEGER PRIMARY KEY REFERENCES submission (row) ON DELETE CASCADE,
    made_at INTEGER NOT NULL,
    form_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    size INTEGER NOT NULL,
    neighbourhood TEXT NOT NULL DEFAULT '',
    block TEXT NOT NULL DEFAULT '',
    door TEXT NOT NULL DEFAULT '',
    indexed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How many records, and how many bytes of answers, of each form and state.
CREATE TABLE record_count (
    form_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    records INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (form_id, state)
) STRICT, WITHOUT ROWID;

-- Folded words. Those of personal answers go when the record's receipt comes; secure-delete takes them out of the index
-- itself, not only out of its replies.
CREATE VIRTUAL TABLE record_search USING fts5 (words, personal, receipt, prefix = '2 3');
INSERT INTO record_search (record_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER record_counted AFTER INSERT ON record_index BEGIN
    INSERT INTO record_count (form_id, state, records, bytes) VALUES (new.form_id, new.state, 1, new.size)
        ON CONFLICT DO UPDATE SET records = records + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER record_moved AFTER UPDATE OF state ON record_index WHEN old.state <> new.state BEGIN
    UPDATE record_count SET records = records - 1, bytes = bytes - old.size
        WHERE form_id = old.form_id AND state = old.state;
    INSERT INTO record_count (form_id, state, records, bytes) VALUES (new.form_id, new.state, 1, new.size)
        ON CONFLICT DO UPDATE SET records = records + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER record_gone AFTER DELETE ON record_index BEGIN
    UPDATE record_count SET records = records - 1, bytes = bytes - old.size
        WHERE form_id = old.form_id AND state = old.state;
    DELETE FROM record_search WHERE rowid = old.row;
END;

INSERT INTO record_index (row, made_at, form_id, state, size)
    SELECT s.row, s.made_at, s.form_id, coalesce(o.state, 3), octet_length(s.xml)
    FROM submission AS s LEFT JOIN outbox AS o ON o.submission = s.row;

CREATE TRIGGER submission_listed AFTER INSERT ON submission BEGIN
    INSERT INTO record_index (row, made_at, form_id, state, size)
        VALUES (new.row, new.made_at, new.form_id, 1, octet_length(new.xml));
END;
CREATE TRIGGER outbox_told AFTER UPDATE OF state ON outbox BEGIN
    UPDATE record_index SET state = new.state WHERE row = new.submission;
END;
CREATE TRIGGER outbox_left AFTER DELETE ON outbox BEGIN
    UPDATE record_index SET state = 3 WHERE row = old.submission;
END;

-- Each ends with the row: a page of a list is read in order, from where the last one ended. Records with files on the way
-- stand among those that wait.
CREATE INDEX record_index_by_list ON record_index (iif(state = 2, 1, state));
CREATE INDEX record_index_by_form ON record_index (form_id);
CREATE INDEX record_index_by_place ON record_index (neighbourhood, block);
CREATE INDEX record_index_to_do ON record_index (row) WHERE indexed = 0;

-- The next of the outbox: those without a setback first, and of them those that were tried least.
CREATE INDEX outbox_next ON outbox (state, reason_code <> '', attempts, submission);

-- The next of the files: small ones first.
ALTER TABLE upload ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE upload SET size = coalesce((SELECT a.size FROM submission_file AS a WHERE a.sha256 = upload.sha256 LIMIT 1), 0);
CREATE INDEX upload_next ON upload (size, sha256) WHERE arrived_at IS NULL;
