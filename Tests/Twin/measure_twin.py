#!/usr/bin/env python3
"""Measures how well the codes of noisy answers agree with a person's, beside those of their clean twins.

    measure_twin.py GOLD.tsv ANSWERS-FOLDER ANALYSIS.xml...

Each analysis.xml holds the same answers read in another way. Its passages are laid on the paragraphs of the clean answers by
their words; a paragraph has the codes of the passages that lie on it. Prints micro precision and recall of the objectives
(codes with a point) and of all strategy codes, and of the first analysis against the others.
"""
import collections
import csv
import difflib
import pathlib
import re
import sys
import xml.etree.ElementTree

SPACE = "{urn:pejl:analysis:1}"


def words(text):
    """The words without what recognising confuses, so that noisy words lie on clean ones."""
    plain = text.lower()
    for old, new in [("æ", "a"), ("ø", "o"), ("å", "a")]:
        plain = plain.replace(old, new)
    return re.findall(r"\w+", plain)


def paragraphs(path):
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    return [block for block in blocks if not block.startswith("# ")]


def coded(path, answers):
    """By answer and paragraph: the strategy codes."""
    result = collections.defaultdict(set)
    root = xml.etree.ElementTree.parse(path).getroot()
    for response in root.iter(SPACE + "response"):
        name = pathlib.Path(response.get("file")).stem
        clean, owner = [], []
        for number, paragraph in enumerate(answers[name], 1):
            for word in words(paragraph):
                clean.append(word)
                owner.append(number)
        read, passage = [], []
        passages = list(response.iter(SPACE + "passage"))
        for number, item in enumerate(passages):
            for word in words(item.find(SPACE + "text").text or ""):
                read.append(word)
                passage.append(number)
        votes = collections.defaultdict(collections.Counter)
        for block in difflib.SequenceMatcher(None, clean, read, autojunk=False).get_matching_blocks():
            for step in range(block.size):
                votes[passage[block.b + step]][owner[block.a + step]] += 1
        for number, item in enumerate(passages):
            if item.get("disposition") == "set-aside" or not votes[number]:
                continue
            total = sum(votes[number].values())
            for paragraph, count in votes[number].items():
                if count * 4 >= total:
                    result[name, paragraph] |= {
                        tag.get("code") for tag in item.iter(SPACE + "tag") if tag.get("facet") == "strategy"}
    return result


def score(expected, found, keep):
    right = wrong = missed = 0
    for key in set(expected) | set(found):
        own, other = {c for c in expected.get(key, ()) if keep(c)}, {c for c in found.get(key, ()) if keep(c)}
        right, wrong, missed = right + len(own & other), wrong + len(other - own), missed + len(own - other)
    return 100 * right / max(1, right + wrong), 100 * right / max(1, right + missed)


def main():
    gold_path, folder, analyses = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    answers = {path.stem: paragraphs(path) for path in folder.glob("*.txt")}
    gold = {}
    for row in csv.DictReader(open(gold_path, encoding="utf-8"), delimiter="\t"):
        gold[row["file"], int(row["paragraph"])] = {c for c in row["strategy"].split(";") if c != "-"}
    first = None
    for path in analyses:
        found = coded(path, answers)
        found = {key: codes for key, codes in found.items() if key in gold}
        for name, keep in [("objectives", lambda c: "." in c), ("all codes", lambda c: True)]:
            print(f"{path}: {name}: precision {score(gold, found, keep)[0]:.1f} recall {score(gold, found, keep)[1]:.1f}"
                  + (f"; against the first: precision {score(first, found, keep)[0]:.1f}"
                     f" recall {score(first, found, keep)[1]:.1f}" if first else ""))
        first = first or found


main()
