#!/usr/bin/env python3
"""Makes the OCR twins of text answers: each answer as a PDF, as pictures of its pages, and as text read by the English model.

    make_twin.py OUTPUT DPI ANSWER.txt...

writes OUTPUT/pdf/NAME.pdf (the text), OUTPUT/scan/NAME.pdf (pictures of its pages only), and OUTPUT/noisy/NAME.txt (the pictures
read by tesseract's English model). It needs pdftoppm and tesseract with the model eng, and nothing of Python beyond its library.
"""
import pathlib
import subprocess
import sys
import tempfile
import zlib

# Widths of Helvetica for the characters from space to tilde, in thousandths of the size (Adobe's metrics).
WIDTHS = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,
    556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584]
OTHERS = {"æ": 889, "ø": 611, "å": 556, "Æ": 1000, "Ø": 778, "Å": 667, "é": 556, "–": 556, "”": 333, "“": 333, "•": 350}
SIZE, PITCH, LEFT, TOP, RIGHT, BOTTOM = 11, 14, 70, 70, 525, 780


def width(text):
    return sum(WIDTHS[ord(c) - 32] if " " <= c <= "~" else OTHERS.get(c, 556) for c in text) * SIZE / 1000


def wrapped(text):
    line = ""
    for word in text.split():
        if line and width(line + " " + word) > RIGHT - LEFT:
            yield line
            line = word
        else:
            line = (line + " " + word).strip()
    if line:
        yield line


def pages(text):
    """The lines of each page with their heights from the top; an empty line of the text is a gap."""
    page, y = [], TOP
    for paragraph in text.replace("\r", "").split("\n"):
        if not paragraph.strip():
            y += PITCH * 0.8
            continue
        for line in wrapped(paragraph):
            if y > BOTTOM:
                yield page
                page, y = [], TOP
            page.append((y, line))
            y += PITCH
    if page:
        yield page


def pdf(objects):
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def stream(head, body):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(body), body)


def book(contents, resources):
    """A PDF of pages with these content streams and resources, and further objects behind them."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * i) for i in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids)]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << %s >> >>"
            % (4 + 2 * i, resources(i, 3 + 2 * len(contents))))
        objects.append(stream(b"", content))
    return objects


def text_pdf(text):
    contents = []
    for page in pages(text):
        lines = []
        for y, line in page:
            shown = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            lines.append(b"BT /F1 %d Tf %d %.1f Td (%s) Tj ET" % (SIZE, LEFT, 842 - y, shown))
        contents.append(b"\n".join(lines))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    return pdf(book(contents, lambda i, next: b"/Font << /F1 %d 0 R >>" % next) + [font])


def gray(path):
    """Width, height and pixels of a PGM file."""
    data = path.read_bytes()
    _, w, h, _, rest = data.split(maxsplit=4) if data.count(b"\n", 0, 60) else (None,) * 5
    w, h = int(w), int(h)
    return w, h, data[len(data) - w * h:]


def scan_pdf(pictures):
    contents = [b"595 0 0 842 0 0 cm /I Do"] * len(pictures)
    images = []
    for path in pictures:
        w, h, pixels = gray(path)
        head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
        images.append(stream(head % (w, h), zlib.compress(pixels)))
    return pdf(book(contents, lambda i, next: b"/XObject << /I %d 0 R >>" % (next + i)) + images)


def main():
    output, dpi, answers = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    for folder in ["pdf", "scan", "noisy"]:
        (output / folder).mkdir(parents=True, exist_ok=True)
    for answer in map(pathlib.Path, answers):
        clean = output / "pdf" / (answer.stem + ".pdf")
        clean.write_bytes(text_pdf(answer.read_text(encoding="utf-8")))
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["pdftoppm", "-gray", "-r", dpi, clean, folder + "/p"], check=True)
            pictures = sorted(pathlib.Path(folder).glob("p*.pgm"))
            (output / "scan" / (answer.stem + ".pdf")).write_bytes(scan_pdf(pictures))
            text = ""
            for picture in pictures:
                run = subprocess.run(
                    ["tesseract", picture, "stdout", "-l", "eng", "--dpi", dpi], check=True, capture_output=True,
                    env={"PATH": "/usr/bin:/bin", "OMP_THREAD_LIMIT": "1"})
                text += run.stdout.decode()
            (output / "noisy" / (answer.stem + ".txt")).write_text(text, encoding="utf-8")


main()
