#!/usr/bin/env python3
"""Makes the six fictional answers in ../responses from the sources in this folder.

    python3 make_responses.py [OUTPUT-FOLDER]

Needs Python 3.9+ (standard library only) and LibreOffice ("soffice" on the path) with the Liberation fonts.
"""
import html
import quopri
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from email.header import Header
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAMP = (2023, 12, 4, 12, 0, 0)                      # every date that a program would set
ISO = "%04d-%02d-%02dT%02d:%02d:%02dZ" % STAMP
PDF_DATE = "D:%04d%02d%02d%02d%02d%02dZ" % STAMP


def read(name):
    return (HERE / name).read_text(encoding="utf-8")


def blocks(text):
    """The blank-line separated blocks of a source text."""
    return [b for b in re.split(r"\n\s*\n", text.strip("\n"))]


# ---------------------------------------------------------------- LibreOffice: PDF, DOCX, ODT
def convert(source, target_filter, suffix):
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(
            ["soffice", "-env:UserInstallation=" + (Path(tmp) / "profile").as_uri(), "--headless",
             "--convert-to", target_filter, "--outdir", tmp, str(HERE / source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return (Path(tmp) / (Path(source).stem + suffix)).read_bytes()


def fixed_pdf(data):
    """Fixed creation date and file id; nothing changes its length, so the offsets stay right."""
    def same_length(match, value):
        return match.group(1) + value[:len(match.group(2))].ljust(len(match.group(2)), b" ") + match.group(3)
    data = re.sub(rb"(/CreationDate\s*\()([^)]*)(\))", lambda m: same_length(m, PDF_DATE.encode()), data)
    data = re.sub(rb"(/ID\s*\[\s*<)([0-9A-F]+)(>\s*<)([0-9A-F]+)(>)",
                  lambda m: m[1] + b"0" * len(m[2]) + m[3] + b"0" * len(m[4]) + m[5], data)
    return re.sub(rb"(/DocChecksum\s*/)([0-9A-F]+)()", lambda m: m[1] + b"0" * len(m[2]), data)


def fixed_zip(data, edit):
    """The same package with fixed time stamps; edit(name, bytes) may change a part."""
    with tempfile.TemporaryDirectory() as tmp:
        old, new = Path(tmp) / "old", Path(tmp) / "new"
        old.write_bytes(data)
        with zipfile.ZipFile(old) as src, zipfile.ZipFile(new, "w") as dst:
            for info in src.infolist():
                if info.filename.startswith(("Thumbnails/", "Configurations2/")):
                    continue
                item = zipfile.ZipInfo(info.filename, STAMP)
                item.compress_type = info.compress_type
                item.external_attr = 0o644 << 16
                dst.writestr(item, edit(info.filename, src.read(info.filename)))
        return new.read_bytes()


def edit_docx(name, data):
    if name == "docProps/core.xml":
        data = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", lambda m: m[1] + ISO.encode(), data)
        data = re.sub(rb"<cp:revision>\d+", b"<cp:revision>1", data)
    if name == "word/settings.xml":
        data = re.sub(rb"<w:rsids?>.*?</w:rsids?>", b"", data, flags=re.S)
    return data


def edit_odt(name, data):
    if name == "meta.xml":
        data = re.sub(rb"<meta:(editing-duration|editing-cycles|creation-date|print-date)>[^<]*</meta:\1>", b"", data)
        data = re.sub(rb"<dc:date>[^<]*", b"<dc:date>" + ISO.encode(), data)
    if name == "META-INF/manifest.xml":
        data = re.sub(rb'\s*<manifest:file-entry[^>]*"(Thumbnails|Configurations2)/[^>]*/>', b"", data)
    if name == "settings.xml":                       # window position and revision save id of this run
        data = re.sub(rb'<config:config-item config:name="(Rsid\w*|View\w*|Zoom\w*|Printer\w*|Current\w*)"[^>]*>[^<]*'
                      rb"</config:config-item>", b"", data)
    if name in ("content.xml", "styles.xml"):
        data = re.sub(rb' (officeooo|loext):(paragraph-)?rsid="[^"]*"', b"", data)
    return data


# ---------------------------------------------------------------- mail
def mail():
    def wrap(text, prefix=""):
        out = []
        for line in text.split("\n"):
            out += textwrap.wrap(line, 72, break_on_hyphens=False, break_long_words=False) if line not in ("", "-- ") else [line]
        return [(prefix + line).rstrip() if line != "-- " else line for line in out]

    def coded(text):
        return Header(text, "windows-1252").encode()

    lines = wrap(read("bilag-4.txt").rstrip("\n"))
    lines += ["", "", "Den tors. 23. nov. 2023 kl. 10.12 skrev Sekretariatet", "<hoering@example.dk>:", ""]
    lines += wrap(read("bilag-4-quoted.txt").rstrip("\n"), "> ")
    body = ("\n".join(lines) + "\n").encode("windows-1252")
    head = [
        "Return-Path: <paaroerende-oerum@example.dk>",
        "Message-ID: <20231201.2147.7f3a@example.dk>",
        "In-Reply-To: <20231123.1012.11c0@example.dk>",
        "Date: Fri, 01 Dec 2023 21:47:12 +0100",
        "From: %s <paaroerende-oerum@example.dk>" % coded("Pårørenderådet Område Ørum"),
        "To: Sekretariatet <hoering@example.dk>",
        "Subject: %s" % coded("SV: Høring: Fælles, langsigtet strategi"),
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="Windows-1252"',
        "Content-Transfer-Encoding: quoted-printable",
        "Content-Language: da-DK",
        "", ""]
    data = "\n".join(head).encode("ascii") + quopri.encodestring(body)
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


# ---------------------------------------------------------------- web portal
def portal():
    parts, items = [], []

    def flush():
        if items:
            parts.append("<ul>\n" + "\n".join("<li>%s</li>" % i for i in items) + "\n</ul>")
            items.clear()

    for block in blocks(read("bilag-5.txt")):
        text = html.escape(" ".join(block.split("\n")), quote=False)
        if text.startswith("- "):
            items.append(text[2:])
            continue
        flush()
        if text.startswith("## "):
            parts.append("<h2>%s</h2>" % text[3:])
        elif text.startswith("# "):
            parts.append("<h1>%s</h1>" % text[2:])
        else:
            parts.append("<p>%s</p>" % text)
    flush()
    page = read("bilag-5-portal.html").replace("@SVAR@", "\n".join(parts))
    return page.encode("utf-8")


# ---------------------------------------------------------------- plain text
def plain():
    """Wrapped at 76 columns; a word may be parted only at a backslash in the source."""
    width, out = 76, []
    for block in blocks(read("bilag-6.txt")):
        for source_line in block.split("\n"):
            line = ""
            for word in source_line.split(" "):
                syllables = word.split("\\")
                gap = " " if line else ""
                if len(line + gap + "".join(syllables)) <= width:
                    line += gap + "".join(syllables)
                    continue
                for cut in range(len(syllables) - 1, 0, -1):
                    first = "".join(syllables[:cut])
                    if len(line + gap + first + "-") <= width:
                        out.append(line + gap + first + "-")
                        line = "".join(syllables[cut:])
                        break
                else:
                    out.append(line)
                    line = "".join(syllables)
            out.append(line)
        out.append("")
    return "\r\n".join(out).encode("windows-1252")


def main():
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "responses"
    target.mkdir(parents=True, exist_ok=True)
    if not shutil.which("soffice"):
        sys.exit("soffice (LibreOffice) is not on the path")
    files = {
        "bilag-2-handicapraadet.pdf": lambda: fixed_pdf(convert("bilag-2.fodt", "pdf:writer_pdf_Export", ".pdf")),
        "bilag-3-lmu-oerum.docx": lambda: fixed_zip(convert("bilag-3.fodt", "docx:MS Word 2007 XML", ".docx"), edit_docx),
        "bilag-4-paaroerenderaadet-oerum.eml": mail,
        "bilag-5-paaroerenderaadet-skovstjernen-aalunden.html": portal,
        "bilag-6-paaroerenderaadet-oersted-auning-allingaabro.txt": plain,
        "bilag-7-omu.odt": lambda: fixed_zip(convert("bilag-7.fodt", "odt", ".odt"), edit_odt),
    }
    for name, make in files.items():
        (target / name).write_bytes(make())
        print(name)


if __name__ == "__main__":
    main()
