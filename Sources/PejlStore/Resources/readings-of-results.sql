-- The reading that a result was made from, so that it goes with the last result of it. Empty for results of earlier programs.
ALTER TABLE result ADD COLUMN reading TEXT NOT NULL DEFAULT '';
CREATE INDEX result_reading ON result (reading);
