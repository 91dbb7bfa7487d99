"""The report in a real browser: axe-core finds nothing, nothing is fetched, links lead on."""

import os
import runpy
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from pamphleteer.preflight.report import render_report
from tests.preflight.documents import picture, sound
from tests.preflight.planting import on_page, with_picture
from tests.preflight.report.test_page import HAIRLINE, checked

TOOL = Path(__file__).resolve().parents[3] / "tools" / "system_packages.py"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    names = runpy.run_path(str(TOOL))["BROWSERS"]
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"NO BROWSER: none of {', '.join(names)} is here; make test installs one")
    with sync_playwright() as playwright:
        environ: dict[str, str | float | bool] = {
            key: value for key, value in os.environ.items() if key[:10] != "FONTCONFIG"
        }
        # Root has no sandbox, and what is opened is our own file.
        launched = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"], env=environ
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a file with errors, of one with warnings, and of a sound one."""
    soft = checked(with_picture(picture(250, 250)))
    files = [
        checked(on_page(HAIRLINE)),
        replace(soft, path="soft.pdf"),
        replace(checked(sound(), "office"), path="sound.pdf"),
    ]
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(render_report(files))
    return path


def open_page(browser: Browser, html: Path, *, width: int, scheme: str) -> tuple[Page, list[str]]:
    """Open the report in a window; what is fetched, and all complaints, are kept."""
    dark = scheme == "dark"
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    told: list[str] = []
    page.on("request", lambda asked: told.append(f"fetched {asked.url}"))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda fault: told.append(str(fault)))
    page.goto(html.as_uri())
    return page, told


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_and_nothing_is_fetched(
    browser: Browser, html: Path, width: int, scheme: str
) -> None:
    page, told = open_page(browser, html, width=width, scheme=scheme)
    found = Axe().run(page, options={"resultTypes": ["violations"]})

    assert [
        (fault["id"], fault["nodes"][0]["html"]) for fault in found.response["violations"]
    ] == []
    assert len(found.response["passes"]) > 20
    assert told == [f"fetched {html.as_uri()}"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_links_lead_from_a_finding_to_its_circle_and_back(browser: Browser, html: Path) -> None:
    page, _ = open_page(browser, html, width=1280, scheme="light")
    page.focus("#f1-p3n1 a.number")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "f1-p3m1"
    page.focus("#f1-p3m1")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "f1-p3n1"
    page.close()


def test_boxes_are_switched_without_a_script(browser: Browser, html: Path) -> None:
    page, _ = open_page(browser, html, width=1280, scheme="light")
    box = page.locator("#f1-p1 .box.safe")
    assert not box.is_visible()
    page.get_by_label("Safe area").focus()
    page.keyboard.press("Space")
    assert box.is_visible()
    page.get_by_label("Findings").uncheck()
    assert not page.locator("#f1-p3m1").is_visible()
    page.close()


def test_the_page_stands_where_its_places_are(browser: Browser, html: Path) -> None:
    """The circle around the hairline has dark pixels in it: picture and drawing agree."""
    page, _ = open_page(browser, html, width=1280, scheme="light")
    frames = page.evaluate(
        """() => ["#f1-p3 image", "#f1-p3m1 .circle"].map(each =>
           { const box = document.querySelector(each).getBoundingClientRect();
             return [box.x, box.y, box.width, box.height]; })"""
    )
    (left, top, width, height), circle = frames
    assert (circle[0] - left) / width == pytest.approx(80 / 440, abs=0.03)
    assert (circle[1] + circle[3] / 2 - top) / height == pytest.approx(415 / 615, abs=0.02)
    page.close()


def test_it_can_be_printed(browser: Browser, html: Path, tmp_path: Path) -> None:
    page, _ = open_page(browser, html, width=1280, scheme="dark")
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed, format="A4")
    # Some fonts have one glyph for "fi".
    text = normalize("NFKC", " ".join(each.extract_text() for each in PdfReader(printed).pages))
    plain = " ".join(text.split())
    for words in ("Not fit to print yet", "Draw it thicker", "Page 4", "Fonts"):
        assert words in plain
    page.close()
