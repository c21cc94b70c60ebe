-- The texts that were compared with each other, and which of them say the same, so that a new one is compared alone.
ALTER TABLE report ADD COLUMN texts BLOB NOT NULL DEFAULT x'';
