-- The record that this one corrects (its deprecatedID); empty for a first one. May name a record that has not come.
ALTER TABLE records ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
CREATE INDEX records_by_replaced ON records (replaces) WHERE replaces <> '';
