#!/usr/bin/env python3
"""spaCy's PhraseMatcher over files, a line a passage: the literals as tokens in small letters; their places are written out.

    spacy_peer.py LITERALS FILE…
"""

import sys

import spacy
from spacy.matcher import PhraseMatcher

language = spacy.blank("da")
language.max_length = 1 << 30
matcher = PhraseMatcher(language.vocab, attr="LOWER")
matcher.add("literal", [language.make_doc(line.rstrip("\n")) for line in open(sys.argv[1], encoding="utf-8")])


def passages():
    for path in sys.argv[2:]:
        for part in open(path, encoding="utf-8").read().split("\n\n"):
            yield part, path


for document, path in language.pipe(passages(), as_tuples=True, batch_size=64):
    for _, first, last in matcher(document):
        span = document[first:last]
        sys.stdout.write(f"{path}\t{span.start_char}\t{span.end_char}\n")
