"""Makes texts to measure on: any size, the same for the same sources.

Half the paragraphs are answers and passages of the sample corpus, half are from a Debian documentation package, where apt can get
it; else all are of the first kind, and hits are denser than in real answers. Every fortieth word or so is replaced by one of
the Danish spelling dictionary, so that the vocabulary keeps growing; two paragraphs in five are broken into lines, as text
taken out of a PDF is.
"""

import glob
import html
import math
import os
import random
import re
import subprocess
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DICTIONARY = "/usr/share/hunspell/da_DK.dic"
PACKAGE = "libreoffice-help-da"
DOCUMENT_BYTES = 5000


def answers():
    """The paragraphs of the sample corpus that stand on no one's list of things to measure quality on."""
    found = []
    for file in sorted(ROOT.glob("Corpus/*/training/answers/*.txt")):
        found += [part.strip() for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    for file in sorted(ROOT.glob("Corpus/*/training/pen-*.tsv")):
        found += [line.split("\t")[1] for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return found


def manual(data):
    """The paragraphs of the documentation package; empty where apt does not have it."""
    target = data / "prose.txt"
    if not target.exists():
        fetched = data / "package"
        fetched.mkdir(exist_ok=True)
        subprocess.run(["apt-get", "download", "-qq", PACKAGE], cwd=fetched, stderr=subprocess.DEVNULL, check=False)
        for package in glob.glob(str(fetched / "*.deb")):
            subprocess.run(["dpkg-deb", "-x", package, str(fetched)], check=True)
        found = {}
        for page in sorted(fetched.rglob("*.html")):
            for part in re.findall(r"<p[^>]*>(.*?)</p>", page.read_text(encoding="utf-8", errors="ignore"), re.S):
                text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", part)).split())
                if 60 <= len(text) <= 2500:
                    found[text] = None
        target.write_text("\n".join(found), encoding="utf-8")
    return target.read_text(encoding="utf-8").splitlines()


def words():
    """The words of the spelling dictionary that have more than five letters, shuffled."""
    lines = Path(DICTIONARY).read_text(encoding="utf-8", errors="ignore").splitlines()[1:]
    found = sorted({line.split("/")[0].split("\t")[0] for line in lines})
    found = [word for word in found if len(word) > 5 and word.isalpha()]
    random.Random(99).shuffle(found)
    return found


class Maker:
    """Makes documents of about five kilobytes."""

    def __init__(self, data):
        self.own = answers()
        self.other = manual(data) or self.own
        self.words = words()

    def document(self, number):
        chance = random.Random(number)
        wanted = chance.uniform(0.5, 1.5) * DOCUMENT_BYTES
        parts, size = [f"Svar nr. {number + 1}"], 0
        while size < wanted:
            part = self.paragraph(chance)
            parts.append(part)
            size += len(part.encode()) + 2
        return "\n\n".join(parts) + "\n"

    def paragraph(self, chance):
        part = chance.choice(self.own if chance.random() < 0.5 else self.other).split(" ")
        for _ in range(max(1, len(part) // 40)):
            rank = int(math.exp(chance.random() * math.log(len(self.words))))
            part[chance.randrange(len(part))] = self.words[min(rank, len(self.words) - 1)]
        text = " ".join(part)
        if chance.random() < 0.4:
            return textwrap.fill(text, chance.randrange(60, 101), break_long_words=False, break_on_hyphens=False)
        return text


def folder(data, megabytes):
    """A folder of files with so many megabytes, a thousand files in each sub-folder."""
    target = data / f"files-{megabytes:g}"
    if not target.exists():
        maker, stage = Maker(data), data / "files-new"
        subprocess.run(["rm", "-rf", str(stage)], check=True)
        size = number = 0
        while size < megabytes * 1e6:
            place = stage / f"{number // 1000:03d}"
            place.mkdir(parents=True, exist_ok=True)
            text = maker.document(number).encode()
            (place / f"d{number:06d}.txt").write_bytes(text)
            size += len(text)
            number += 1
        os.rename(stage, target)
    return target


def one_file(data, megabytes):
    """A single file of so many megabytes."""
    target = data / f"one-{megabytes:g}.txt"
    if not target.exists():
        maker, size, number = Maker(data), 0, 0
        with open(data / "one-new", "wb") as out:
            while size < megabytes * 1e6:
                text = (maker.document(number) + "\n").encode()
                out.write(text)
                size += len(text)
                number += 1
        os.rename(data / "one-new", target)
    return target


def files(data, count):
    """A folder of so many files."""
    target = data / f"answers-{count}"
    if not target.exists():
        maker, stage = Maker(data), data / "answers-new"
        subprocess.run(["rm", "-rf", str(stage)], check=True)
        stage.mkdir(parents=True)
        for number in range(count):
            (stage / f"d{number:06d}.txt").write_text(maker.document(number), encoding="utf-8")
        os.rename(stage, target)
    return target
