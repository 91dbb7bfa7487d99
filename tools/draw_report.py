"""Draw the README's picture of a preflight's report, as a browser shows it.

    .venv/bin/python tools/draw_report.py PDF PAGE PICTURE

The PDF is checked for a print shop; the verdict and one page are shown. `make pictures` calls it.
"""

import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from pamphleteer.preflight.apart import check_apart
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.preflight.report import render_report
from system_packages import BROWSERS

WIDTH = 1180
SHOWN = 880
"""Pixels: of the window, and of the picture."""

GROUND = "#f4f1ea"
GAP = 16


def write_report(pdf: Path, folder: Path) -> Path:
    """Check a PDF and write the report, with its name alone as the path."""
    os.chdir(pdf.parent)
    found = check_apart(Path(pdf.name), read_profile("sheetfed"), pictured=True)
    path = folder / "report.html"
    path.write_bytes(render_report([found]))
    return path


def photograph(html: Path, parts: list[str]) -> list[Image.Image]:
    """Parts of a page, as Chromium draws them."""
    browser = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        page.goto(html.as_uri())
        # What sticks to the window's top would lie over the parts.
        page.evaluate("document.querySelector('.top').style.position = 'static'")
        shots = [page.locator(part).screenshot() for part in parts]
        chromium.close()
    return [Image.open(BytesIO(shot)).convert("RGB") for shot in shots]


def stacked(pictures: list[Image.Image]) -> Image.Image:
    """Pictures below one another, with their ground around them."""
    width = max(picture.width for picture in pictures) + 2 * GAP
    whole = Image.new("RGB", (width, sum(each.height + GAP for each in pictures) + GAP), GROUND)
    top = GAP
    for picture in pictures:
        whole.paste(picture, (GAP, top))
        top += picture.height + GAP
    return whole


if __name__ == "__main__":
    source, number, target = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        report = write_report(source, Path(scratch))
        whole = stacked(photograph(report, [".verdict", f"#f1-p{number}"]))
    whole.thumbnail((SHOWN, SHOWN * 4))
    whole.quantize(192, dither=Image.Dither.NONE).save(target, optimize=True)
