-- The store of one hearing: .pejl/store.sqlite in the hearing's folder.
--
-- It is a cache of what can be computed again, and a copy of what persons decided, which stands in decisions.xml. It may be
-- deleted: the next run then does everything anew. Times are UTC, as 2024-05-01T12:00:00Z. Keys are SHA-256 in small
-- hexadecimal digits. What the blobs hold is described beside the code that writes them, in PejlPipeline/Store.

-- The bytes of codebooks, hearings and decisions that runs were made with, each once.
CREATE TABLE content (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) WITHOUT ROWID;

-- The codebooks that runs were made with.
CREATE TABLE codebook (
  fingerprint TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL
) WITHOUT ROWID;

-- The files of a codebook, the main one first; the bytes stand in content.
CREATE TABLE codebook_source (
  codebook TEXT NOT NULL REFERENCES codebook (fingerprint),
  place INTEGER NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES content (sha256),
  PRIMARY KEY (codebook, place)
) WITHOUT ROWID;

-- The files that were last seen, so that one that has not changed is not hashed again. Sizes in bytes, times in nanoseconds.
CREATE TABLE input (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  -- When it was looked at. A file that was changed just before may change again without a sign, and is hashed again.
  seen INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) WITHOUT ROWID;

-- The documents that were read from a file: text, structure, and the way back to the file.
CREATE TABLE reading (
  -- Of the file's content, its name, the program, and what the hearing says of columns.
  key TEXT PRIMARY KEY,
  documents BLOB NOT NULL
) WITHOUT ROWID;

-- A response as the rules tagged it, before persons decided anything.
CREATE TABLE result (
  id INTEGER PRIMARY KEY,
  -- Of the reading's key, the hearing, the strategy and the codebook.
  key TEXT NOT NULL,
  -- The place of the response among those of its file, from 0.
  part INTEGER NOT NULL,
  response TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  -- The text, its passages and their tags.
  tagged BLOB NOT NULL,
  UNIQUE (key, part)
);

-- What figures and pages of the whole hearing need of a response.
CREATE TABLE digest (
  result INTEGER NOT NULL REFERENCES result (id) ON DELETE CASCADE,
  -- The key of what persons decided on the response; empty for nothing.
  decisions TEXT NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (result, decisions)
) WITHOUT ROWID;

-- The runs that wrote reports.
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  finished TEXT NOT NULL,
  program TEXT NOT NULL,
  -- The key of everything that the reports depend on.
  state TEXT NOT NULL,
  hearing TEXT NOT NULL REFERENCES content (sha256),
  codebook TEXT NOT NULL REFERENCES codebook (fingerprint),
  -- What persons had decided; nothing where there was no decisions.xml.
  decisions TEXT REFERENCES content (sha256),
  -- The folder of the reports, as an absolute path.
  output TEXT NOT NULL,
  responses INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  -- What the run told its user.
  said BLOB NOT NULL
);

-- The responses of a run in the order of its reports. Only the latest runs keep theirs.
CREATE TABLE member (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  result INTEGER NOT NULL REFERENCES result (id),
  decisions TEXT NOT NULL,
  PRIMARY KEY (run, place)
) WITHOUT ROWID;
CREATE INDEX member_result ON member (result);

-- The folders of reports, and what of their files can be used again.
CREATE TABLE report (
  output TEXT PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  files BLOB NOT NULL,
  fragments BLOB NOT NULL,
  words BLOB NOT NULL
) WITHOUT ROWID;

-- Each decision of a person that a run met, from the run that met it first.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  response TEXT NOT NULL,
  passage TEXT NOT NULL,
  author TEXT,
  note TEXT,
  -- The decision as it stands in decisions.xml.
  written TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  UNIQUE (response, passage, written)
);
