"""Opens generated reports in Chromium: rules of accessibility, keyboard, filters, no script, no network, widths, paper.

Run it with `./dev browser`. `--pictures FOLDER` keeps screenshots and prints to look at.
"""

import argparse
import os
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import reports

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
WIDTHS = [360, 768, 1440]
TYPES = [
    "index.html", "coverage.html", "themes.html", "responses.html", "passages.html", "method.html", "codes/P2.html", "codes/2.2.html",
    "codes/3.2.html", "codes/bekymring.html", "codes/T1.html", "codes/outside.html",
    "responses/bilag-3-lmu-oerum.html",
]
DOCUMENTS = ["evaluation.html", "note.html"]
# For a report of many answers: the greatest size of a page in bytes, and how long opening may take in seconds.
PAGE_BYTES, OPENING = 5_000_000, 2.0


class Failures:
    """What was found wrong; a test goes on, so that one run tells everything."""

    def __init__(self):
        self.messages = []
        self.checks = 0

    def expect(self, holds, message):
        self.checks += 1
        if not holds:
            self.messages.append(message)
            print("FAILED:", message, file=sys.stderr)


class Tests:
    def __init__(self, browser, failures, pictures):
        self.browser, self.failures, self.pictures = browser, failures, pictures
        self.axe = Axe()
        self.path = ""

    def expect(self, holds, message):
        self.failures.expect(holds, message)

    def open(self, context, path):
        """Opens a page, and notes every message of the console and every request for anything but the page."""
        self.path = path
        page = context.pages[0] if context.pages else self.listened(context.new_page())
        page.goto("file://" + path)
        return page

    def listened(self, page):
        page.on("console", lambda message: self.expect(False, f"{self.path}: the console says {message.text}"))
        page.on("pageerror", lambda error: self.expect(False, f"{self.path}: {error}"))
        page.on("request", self.request)
        return page

    def request(self, request):
        is_page = request.is_navigation_request() and request.url.startswith("file://")
        self.expect(is_page, f"{self.path} asks for {request.url}")

    def pages(self, folder):
        for place, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith(".html"):
                    yield os.path.join(place, name)

    # Every page type: the rules of WCAG 2.1 A and AA, and in the dark those about colours again.
    def accessibility(self, folder, paths, scheme):
        options = RULES if scheme == "light" else COLOURS
        context = self.browser.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 900})
        for path in paths:
            page = self.open(context, os.path.join(folder, path))
            found = self.axe.run(page, options=options).response["violations"]
            for violation in found:
                places = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
                self.expect(False, f"{path} ({scheme}): {violation['id']}, {violation['help']}: {places}")
            self.expect(True, path)
        context.close()

    # Every width, and 200 % zoom, which is half the width: nothing is wider than the window but what scrolls by itself.
    def widths(self, folder, paths):
        for width in WIDTHS + [640]:
            context = self.browser.new_context(viewport={"width": width, "height": 800})
            for path in paths:
                page = self.open(context, os.path.join(folder, path))
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                self.expect(wide <= 0, f"{path} is {wide} px too wide at {width} px")
                self.picture(page, folder, path, str(width))
            context.close()

    def picture(self, page, folder, path, kind):
        if self.pictures:
            name = f"{os.path.basename(folder)}-{path.replace('/', '_')[:-5]}-{kind}.png"
            page.screenshot(path=os.path.join(self.pictures, name), full_page=True)

    # The filters with keys alone: Tab reaches each control, what is typed narrows down, the number told is the number seen.
    def keyboard(self, folder):
        context = self.browser.new_context(viewport={"width": 1440, "height": 900})
        page = self.open(context, os.path.join(folder, "codes/bekymring.html"))
        seen = lambda: page.locator("#quote-list [data-item]:visible").count()
        all_quotes = seen()
        self.expect(all_quotes > 20, "the stance has quotes")
        page.keyboard.press("Tab")
        self.expect(page.evaluate("document.activeElement.className") == "skip", "the first Tab offers the content")
        page.keyboard.press("Enter")
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type") == "search":
                break
        self.expect(page.evaluate("document.activeElement.type") == "search", "Tab reaches the search")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        self.expect(outline != "none", "the focus shows")
        words = page.locator("#quote-list blockquote").first.inner_text().split()
        page.keyboard.type(max((word for word in words if word.isalpha()), key=len).upper())
        some = seen()
        self.expect(0 < some < all_quotes, f"the search shows {some} of {all_quotes}")
        told = page.locator("output").inner_text()
        self.expect(f" {some} " in told and f" {all_quotes} " in told, f"the page tells \"{told}\"")
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.press("Tab")
        self.expect(page.evaluate("document.activeElement.name") == "sender", "Tab goes on to the senders")
        page.keyboard.press("ArrowDown")
        chosen = seen()
        self.expect(0 < chosen < all_quotes, f"a sender has {chosen} of {all_quotes}")
        value = page.evaluate("document.activeElement.value")
        others = page.locator(f"#quote-list [data-item]:visible:not([data-sender='{value}'])").count()
        self.expect(others == 0, "only that sender's quotes show")
        for _ in range(5):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type") == "reset":
                break
        page.keyboard.press("Enter")
        page.wait_for_function(f"document.querySelectorAll('#quote-list [data-item]:not([hidden])').length === {all_quotes}")
        context.close()

    # A number of the heat map leads to the quotes of that party and no others.
    def heat_map(self, folder):
        context = self.browser.new_context(viewport={"width": 1440, "height": 900})
        page = self.open(context, os.path.join(folder, "coverage.html"))
        cell = page.locator("#matrix-rows td a").first
        count = int(cell.inner_text())
        cell.click()
        page.wait_for_load_state()
        shown = page.locator("#quote-list [data-item]:visible").count()
        self.expect(shown == count, f"a cell of {count} leads to {shown} quotes")
        page.locator("#quote-list [data-item]:visible figcaption a").first.click()
        page.wait_for_load_state()
        target = page.evaluate("document.querySelector(':target') && document.querySelector(':target').className")
        self.expect(target and target.startswith("passage"), "a quote opens the answer at its place")
        context.close()

    # Without script everything shows, no control promises what it cannot do, and places are reached by links.
    def without_script(self, folder, paths):
        plain = self.browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
        live = self.browser.new_context(viewport={"width": 1440, "height": 900})
        for path in paths:
            page = self.open(plain, os.path.join(folder, path))
            other = self.open(live, os.path.join(folder, path))
            self.expect(page.locator("form:visible").count() == 0, f"{path}: a filter shows without script")
            counts = [each.locator("[data-item]:visible").count() for each in (page, other)]
            self.expect(counts[0] == counts[1], f"{path}: {counts[0]} items without script, {counts[1]} with it")
        page = self.open(plain, os.path.join(folder, "codes/P1.html") + "#sender-1")
        self.expect(page.locator("tr:target").count() == 1, "a party's place is reached without script")
        plain.close()
        live.close()

    # On paper: pages, no controls, and the source beneath figures and tables.
    def paper(self, folder, paths):
        context = self.browser.new_context()
        for path in paths:
            page = self.open(context, os.path.join(folder, path))
            page.emulate_media(media="print")
            self.expect(page.locator("form:visible, .top nav:visible").count() == 0, f"{path}: controls are printed")
            if page.locator("table, .bars").count() and not path.startswith(("method", "responses/")):
                self.expect(page.locator(".source:visible").count() > 0, f"{path}: no source is printed")
            target = None
            if self.pictures:
                target = os.path.join(self.pictures, f"{os.path.basename(folder)}-{path.replace('/', '_')[:-5]}.pdf")
            bytes_ = page.pdf(path=target, prefer_css_page_size=True)
            self.expect(bytes_.startswith(b"%PDF"), f"{path} cannot be printed")
        context.close()

    # Text of strangers stays text.
    def strangers(self, folder):
        context = self.browser.new_context(viewport={"width": 360, "height": 800})
        for path in self.pages(folder):
            page = self.open(context, path)
            self.expect(page.locator("img").count() == 0, f"{path}: a name became an element")
            self.expect(page.title() != "owned", f"{path}: a name became a script")
            text = page.evaluate("document.body.innerText")
            self.expect("\u202e" not in text, f"{path}: a mark turns the text around")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.expect(wide <= 0, f"{path} is {wide} px too wide at 360 px")
        page = self.open(context, os.path.join(folder, "responses.html"))
        self.expect(page.get_by_text(reports.EVIL).count() > 0, "the hostile name is shown as it is")
        self.expect(page.get_by_text("Den tavse part").count() > 0, "the silent party is listed")
        context.close()

    # No page is too large, and each kind opens in time.
    def large(self, folder):
        sizes = sorted(((os.path.getsize(path), path) for path in self.pages(folder)), reverse=True)
        self.expect(sizes[0][0] < PAGE_BYTES, f"{sizes[0][1]} has {sizes[0][0]} bytes")
        context = self.browser.new_context(viewport={"width": 1440, "height": 900})
        slowest = (0, "")
        kinds = ["index.html", "coverage.html", "themes.html", "responses.html", "passages.html", "shared.html", "method.html"]
        for _, path in sizes[:4] + [(0, os.path.join(folder, kind)) for kind in kinds]:
            start = time.monotonic()
            page = self.open(context, path)
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            slowest = max(slowest, (time.monotonic() - start, path))
        self.expect(slowest[0] < OPENING, f"{slowest[1]} opens in {slowest[0]:.1f} s")
        print(f"many answers: largest page {sizes[0][0]:,} bytes, slowest opens in {slowest[0]:.2f} s")
        context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", help="a folder for screenshots and prints")
    parser.add_argument("--many", type=int, default=150, help="how many answers the large report has")
    options = parser.parse_args()
    if options.pictures:
        os.makedirs(options.pictures, exist_ok=True)
    failures = Failures()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        tests = Tests(browser, failures, options.pictures)
        danish, english = reports.sample(folder, "da"), reports.sample(folder, "en")
        for scheme in ["light", "dark"]:
            tests.accessibility(danish, TYPES, scheme)
        tests.accessibility(english, ["index.html", "codes/2.2.html"], "light")
        tests.widths(danish, TYPES)
        tests.keyboard(danish)
        tests.heat_map(danish)
        tests.without_script(danish, TYPES)
        tests.paper(danish, TYPES)
        for language, scheme in [("da", "dark"), ("en", "light")]:
            documents = reports.documents(folder, language)
            tests.accessibility(documents, DOCUMENTS, scheme)
            tests.widths(documents, DOCUMENTS)
        hostile = reports.hostile(folder)
        tests.strangers(hostile)
        tests.accessibility(hostile, ["index.html", "coverage.html", "responses.html"], "light")
        one = reports.loose(folder, "one", {"svar.txt": reports.SENTENCES[0]})
        tests.accessibility(one, ["index.html", "coverage.html", "themes.html", "responses.html"], "light")
        tests.large(reports.many(folder, options.many))
        browser.close()
    print(f"{failures.checks} checks in {time.monotonic() - start:.0f} s, {len(failures.messages)} failed")
    sys.exit(1 if failures.messages else 0)


main()
