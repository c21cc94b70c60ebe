-- What pejl search knows, a cache like the rest: it is made by the first search and brought up to date by each later one.
-- The tokenizer danish_lemmas is the program's own, so only the program can use the table search.

-- The responses whose passages are in the table search.
CREATE TABLE searched (
  -- The number of the result. It is no reference: a result may go or be replaced before the next search.
  result INTEGER PRIMARY KEY,
  response TEXT NOT NULL,
  file TEXT NOT NULL,
  -- The name of the respondent, where it is known.
  sender TEXT,
  -- The sort of respondent, as results name it.
  kind TEXT NOT NULL,
  -- The personal numbers in it, which hits hide, one a line.
  numbers TEXT NOT NULL,
  -- Whether the result has changed or gone since.
  is_stale INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER result_replaced AFTER UPDATE OF tagged ON result WHEN old.tagged IS NOT new.tagged BEGIN
  UPDATE searched SET is_stale = 1 WHERE result = old.id;
END;
CREATE TRIGGER result_gone AFTER DELETE ON result BEGIN
  UPDATE searched SET is_stale = 1 WHERE result = old.id;
END;

-- The passages of these responses. A row's number is that of the result, times 2^24, with 2^23 for a passage that is set aside,
-- and the place of the passage.
CREATE VIRTUAL TABLE search USING fts5 (
  text,
  -- The identifier of the passage.
  passage UNINDEXED,
  page UNINDEXED,
  -- The codes as facet:code, each between bars.
  codes UNINDEXED,
  -- Why the passage is set aside.
  reason UNINDEXED,
  tokenize = 'danish_lemmas'
);
CREATE VIRTUAL TABLE search_term USING fts5vocab ('search', 'row');

-- The words of the table search that are compounds, with each word that they are made of.
CREATE TABLE search_part (
  part TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (part, word)
) WITHOUT ROWID;

-- The program and the dictionary that the words were made with; one row.
CREATE TABLE search_state (key TEXT NOT NULL);
