#!/usr/bin/env python3
"""flashtext over files: the literals, whole words, any case; their places are written out.

    flashtext_peer.py LITERALS FILE…
"""

import sys

from flashtext import KeywordProcessor

processor = KeywordProcessor(case_sensitive=False)
processor.set_non_word_boundaries(processor.non_word_boundaries | set("æøåÆØÅéäöü"))
for line in open(sys.argv[1], encoding="utf-8"):
    processor.add_keyword(line.rstrip("\n"))
for path in sys.argv[2:]:
    for keyword, start, end in processor.extract_keywords(open(path, encoding="utf-8").read(), span_info=True):
        sys.stdout.write(f"{path}\t{keyword}\t{start}\t{end}\n")
