"""The codebook as other programs can use it, and with every rule twice."""

import re
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

NAMESPACE = "urn:pejl:codebook:1"
TERMS = {"any", "list", "word", "start", "unless", "heading", "either", "before", "damper"}
WORD = re.compile(r"[^\W\d_]{3,}")


def name(element):
    return element.tag.split("}")[-1]


def parts(codebook):
    """The main file and the files that it names."""
    main = Path(codebook)
    tree = ET.parse(main)
    return [main] + [main.parent / part.get("href") for part in tree.getroot().findall(f"{{{NAMESPACE}}}part")]


def literals(codebook):
    """The words and fixed phrases of all terms, of rules and learned; where a term has gaps or choices, its words."""
    found = {}
    for file in parts(codebook):
        for element in ET.parse(file).getroot().iter():
            if name(element) not in TERMS or not element.text:
                continue
            for term in element.text.split(","):
                pieces = [p.strip("=~*") for p in re.split(r"[\s|]+", term) if not p.startswith(("@", "…"))]
                pieces = [p for p in pieces if len(p) > 1]
                isFixed = not re.search(r"[@…|]", term)
                for literal in [" ".join(pieces)] if isFixed else pieces:
                    if literal:
                        found[literal.lower()] = None
    return list(found)


def doubled(codebook, folder, words):
    """Writes the codebook with each rule and list, and each learned word, a second time under another name and with other words."""
    known = set()
    for literal in literals(codebook):
        known.update(literal.split())
    others = sorted({word.lower() for word in words} - known)
    by_length = {}
    for word in others:
        by_length.setdefault(min(len(word), 14), []).append(word)

    def other(match):
        word = match.group().lower()
        choice = by_length.get(min(max(len(word), 6), 14)) or others
        return choice[zlib.crc32(word.encode()) % len(choice)]

    def changed(text):
        return ",".join(
            " ".join(
                "@x-" + piece[1:] if piece.startswith("@") else piece if piece.startswith("…") else WORD.sub(other, piece)
                for piece in term.split())
            for term in text.split(","))

    def copy(element):
        clone = ET.fromstring(ET.tostring(element))
        for inner in clone.iter():
            if name(inner) in ("rule", "list"):
                inner.set("id", "x-" + inner.get("id"))
            if name(inner) == "fires":
                inner.set("rule", "x-" + inner.get("rule"))
            if name(inner) in TERMS and inner.text and inner.text.strip():
                inner.text = changed(inner.text)
        return clone

    def double(parent):
        for child in list(parent):
            if name(child) in ("list", "rule"):
                parent.append(copy(child))
            elif name(child) == "word":
                clone = copy(child)
                if not any(word.text == clone.text for word in parent):
                    parent.append(clone)
            elif name(child) in ("rules", "learned"):
                double(child)
        # A schema that wants words before corrections gets them so.
        if name(parent) == "learned":
            parent[:] = sorted(parent, key=lambda child: name(child) != "word")

    ET.register_namespace("", NAMESPACE)
    main = Path(codebook)
    for file in parts(codebook):
        tree = ET.parse(file)
        double(tree.getroot())
        target = Path(folder) / file.relative_to(main.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        tree.write(target, encoding="utf-8", xml_declaration=True)
    return Path(folder) / main.name
