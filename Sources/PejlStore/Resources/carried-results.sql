-- Results that hold for another key too: the codebook has changed, but not in what it finds in the file. The latest of each only.
CREATE TABLE carried (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- The key under which the results stand.
  origin TEXT NOT NULL
);
CREATE INDEX carried_origin ON carried (origin);
