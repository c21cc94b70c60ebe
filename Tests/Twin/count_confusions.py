#!/usr/bin/env python3
"""Counts what letters became in noisy twins: count_confusions.py CLEAN-FOLDER NOISY-FOLDER... prints letter, seen, count."""
import collections
import difflib
import pathlib
import re
import sys

DANISH = "æøå"


def pieces(clean, noisy):
    """What each æ, ø and å of a word became, when the rest of the word is as it was."""
    pattern = "".join("(.{0,3}?)" if c in DANISH else re.escape(c) for c in clean)
    match = re.fullmatch(pattern, noisy)
    return zip([c for c in clean if c in DANISH], match.groups()) if match else []


counts = collections.Counter()
for folder in map(pathlib.Path, sys.argv[2:]):
    for path in sorted(folder.glob("*.txt")):
        clean = re.findall(r"\w+", (pathlib.Path(sys.argv[1]) / path.name).read_text(encoding="utf-8").lower())
        noisy = re.findall(r"[\w@&¢]+", path.read_text(encoding="utf-8").lower())
        for op, i, j, k, l in difflib.SequenceMatcher(None, clean, noisy, autojunk=False).get_opcodes():
            if op == "replace" and j - i == l - k:
                for own, other in zip(clean[i:j], noisy[k:l]):
                    counts.update(pieces(own, other))
for (letter, seen), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
    print(letter, seen or "-", count)
