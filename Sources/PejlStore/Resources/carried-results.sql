-- Results that hold for another key too: the codebook has changed, but not in what it finds in the file.
CREATE TABLE carried (
  key TEXT PRIMARY KEY,
  -- The key under which the results stand.
  origin TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX carried_origin ON carried (origin);
