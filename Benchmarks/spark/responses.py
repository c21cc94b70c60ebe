#!/usr/bin/env python3
"""Writes made-up responses as lines of JSON, the same for the same numbers: paragraphs of the training and validation
answers, shuffled.

    responses.py COUNT [FIRST] > responses.ndjson
"""

import json
import random
import sys
from pathlib import Path


def paragraphs():
    corpus = Path(__file__).resolve().parents[2] / "Corpus"
    files = sorted(corpus.glob("*/training/answers/*.txt")) + sorted(corpus.glob("*/validation/answers/*.txt"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]


def response(number, parts):
    chance = random.Random(number)
    return "\n\n".join(chance.choice(parts) for _ in range(chance.randint(1, 4)))


def main():
    count = int(sys.argv[1])
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    parts = paragraphs()
    for number in range(first, first + count):
        line = {"id": f"r{number:08d}", "text": response(number, parts)}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


main()
