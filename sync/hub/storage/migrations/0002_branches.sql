-- The chain of offline changes that a step belongs to (branchId of its record); empty for a change made with the hub's row at hand.
ALTER TABLE row_steps ADD COLUMN branch TEXT NOT NULL DEFAULT '';
