-- An OpenRosa server takes files record by record: which of them it has, whatever their content.
ALTER TABLE submission_file ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;
