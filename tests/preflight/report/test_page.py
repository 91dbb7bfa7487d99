"""What the report says: all that was found, at its place, and nothing that a PDF smuggles in."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pamphleteer.preflight.examining import examine
from pamphleteer.preflight.model import CodeFacts, FileSays, Finding, FontFacts, Preflight
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.preflight.report import UNFIT_FOR_HTML, render_report
from pamphleteer.preflight.shots import MOST_SHOWN
from pamphleteer.problems import Severity
from pamphleteer.reading.opening import open_pdf
from pamphleteer.units import Box, Pt
from tests.preflight.documents import Document, picture, sound, write
from tests.preflight.faults import PLANTED, Planted
from tests.preflight.planting import on_page, qr, with_picture
from tests.preflight.report.html import SVG, by_id, marks, report, text_of
from tests.preflight.test_sheets import booklet

HAIRLINE = "0.1 w 80 200 m 200 200 l S\n"
SLACK = 0.02


def checked(document: Document, way: str = "sheetfed") -> Preflight:
    """A document checked, with pictures."""
    return examine(open_pdf(write(document), name="news.pdf"), read_profile(way), pictured=True)


@pytest.mark.parametrize("planted", PLANTED[::9], ids=lambda planted: planted.name)
def test_each_finding_is_told_and_circled_at_its_place(planted: Planted) -> None:
    found = checked(planted.document(), planted.way)
    root = report(found)
    ids, whole = by_id(root), text_of(root)
    assert found.findings
    for page in found.pages:
        told = [finding for finding in found.findings if finding.page == page.number]
        circled = [finding for finding in told if finding.places]
        drawn = list(marks(root, page.number))
        assert len(drawn) == len(circled)
        for mark in drawn:
            item = ids[mark.leads_to]
            (finding,) = (each for each in circled if _says(item, each))
            assert [link.attrib["href"] for link in item.iter("a")] == [f"#{mark.id}"]
            for place in finding.places:
                x, y = place.x + place.width / 2, place.y + place.height / 2
                assert any(f[0] <= x <= f[2] and f[1] <= y <= f[3] for f in mark.frames)
            for left, top, right, bottom in (*mark.frames, *mark.discs):
                assert left >= -SLACK
                assert top >= -SLACK
                assert right <= page.size.width + SLACK
                assert bottom <= page.size.height + SLACK
    for finding in found.findings:
        for sentence in (finding.found, finding.means, finding.action):
            assert " ".join(sentence.split()) in whole


def _says(item: Element, finding: Finding) -> bool:
    return " ".join(finding.found.split()) in text_of(item)


def test_links_lead_somewhere() -> None:
    root = report(checked(on_page(HAIRLINE)))
    targets = [element.attrib["href"] for element in root.iter() if "href" in element.attrib]
    inner = [target for target in targets if target.startswith("#")]
    assert inner
    assert {target.removeprefix("#") for target in inner} <= by_id(root).keys()
    assert all(target.startswith(("#", "data:image/")) for target in targets)


@pytest.mark.parametrize(
    ("document", "strict", "verdict"),
    [
        (sound(), False, "Fit to print"),
        (on_page(HAIRLINE), False, "Not fit to print yet"),
        (on_page("/P gs\n"), False, "Fit to print"),
    ],
)
def test_the_verdict_stands_first(document: Document, strict: bool, verdict: str) -> None:
    root = report(checked(document), strict=strict)
    assert text_of(next(root.iter("h2"))) == verdict


def test_warnings_are_no_hindrance_but_where_one_is_strict() -> None:
    warned = replace(EMPTY, findings=(finding(severity=Severity.WARNING),))
    assert text_of(next(report(warned).iter("h2"))) == "Fit to print, with warnings"
    assert text_of(next(report(warned, strict=True).iter("h2"))) == "Not fit to print yet"


def test_every_page_has_its_picture_and_its_plates() -> None:
    root = report(checked(sound()))
    pictures = [
        Image.open(BytesIO(b64decode(element.attrib["href"].partition(",")[2])))
        for element in root.iter("{http://www.w3.org/2000/svg}image")
    ]
    assert [max(picture.size) for picture in pictures] == [1100] * 4
    plates = [each.attrib["alt"] for each in root.iter("img") if each.attrib["class"] == "plate"]
    assert plates[:4] == [
        "Map of ink on page 1",
        "Magenta plate of page 1",
        "Yellow plate of page 1",
        "Black plate of page 1",
    ]
    assert "Limit: 300 %" in text_of(root)


def long_document(pages: int, *, sound: int) -> bytes:
    """Pages with an area each, and a hairline on all but the first ones."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(420, 595))
    for index in range(pages):
        canvas.rect(100, 100, 50, 50, stroke=0, fill=1)
        if index >= sound:
            canvas.setLineWidth(0.05)
            canvas.line(50, 300, 200, 300)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def outlines(root: Element, kind: str, page: int) -> list[list[float]]:
    """A page's boxes of a kind, as left, top, width and height."""
    rects = by_id(root)[f"f1-p{page}"].iter(f"{SVG}rect")
    sides = ("x", "y", "width", "height")
    return [
        [float(rect.attrib[side]) for side in sides]
        for rect in rects
        if rect.get("class") == f"box {kind}"
    ]


def test_boxes_are_drawn_and_the_picture_is_large_enough_for_them() -> None:
    keys = "/CropBox [10 20 420 595]"
    root = report(checked(on_page(keys=keys)))
    svg = next(by_id(root)["f1-p3"].iter(f"{SVG}svg"))

    assert svg.attrib["viewBox"] == "-10 -20 440 615"
    assert outlines(root, "media", 3) == [[-10, -20, 440, 615]]
    assert outlines(root, "trim", 3) == [[10, 0, 400, 575]]
    (safe,) = outlines(root, "safe", 3)
    assert safe == pytest.approx([18.5, 8.5, 383, 558], abs=0.01)


def test_of_a_sheet_each_page_has_its_safe_area() -> None:
    pdf = open_pdf(booklet(), name="booklet.pdf")
    root = report(examine(pdf, read_profile("office"), pictured=True))

    left, right = outlines(root, "safe", 1)
    assert left[0] + left[2] < right[0]
    assert left[1:] == pytest.approx(right[1:])


def test_of_many_pages_the_first_that_are_faulty_have_pictures() -> None:
    found = examine(
        open_pdf(long_document(MOST_SHOWN + 4, sound=2), name="news.pdf"),
        read_profile("office"),
        pictured=True,
    )
    root = report(found)
    cards = [int(key[4:]) for key in by_id(root) if re.fullmatch(r"f1-p\d+", key)]

    assert [shots.number for shots in found.shots] == list(range(3, MOST_SHOWN + 3))
    assert cards == list(range(3, MOST_SHOWN + 5))
    assert (
        f"pictures are only of pages with errors or warnings, of the first {MOST_SHOWN};"
    ) in text_of(root)


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (lambda: with_picture(picture(330, 330)), "Sharp · page 3 Sharp up to 37.3 mm wide;"),
        (lambda: with_picture(picture(250, 250)), "Soft · page 3 Sharp up to 28.2 mm wide;"),
        (lambda: with_picture(picture(60, 60)), "Coarse · page 3 Sharp up to 6.8 mm wide;"),
        (qr, "Page 3 A code, an ornament or a flat colour"),
    ],
)
def test_pictures_are_told_as_they_will_look(document: Callable[[], Document], told: str) -> None:
    assert told in text_of(report(checked(document())))


def test_the_policy_lets_nothing_in_but_its_own_style() -> None:
    root = report(checked(sound()))
    (style,) = root.iter("style")
    (policy,) = (
        meta.attrib["content"]
        for meta in root.iter("meta")
        if meta.attrib.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in (style.text or "")
    assert not list(root.iter("script"))
    assert not [element for element in root.iter() if "style" in element.attrib]


def test_the_same_file_gives_the_same_bytes() -> None:
    assert render_report([checked(on_page(HAIRLINE))]) == render_report(
        [checked(on_page(HAIRLINE))]
    )


def finding(said: str = "found", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code="line-thin", severity=severity, found=said, means=said, action=said)


EMPTY = Preflight(path="news.pdf", profile=read_profile("office"), findings=())
PAGES = checked(sound()).pages[:1]


def full_of(text: str) -> Preflight:
    """A preflight in which all that comes from a PDF is a text."""
    place = Box(x=Pt(50), y=Pt(50), width=Pt(50), height=Pt(50))
    code = CodeFacts(text=text, side=Pt(50), place=place)
    return Preflight(
        path=text,
        profile=replace(EMPTY.profile, name=text, summary=text),
        findings=(finding(text), replace(finding(text), page=1, places=(place,), text=text)),
        pages=(replace(PAGES[0], codes=(code,)),),
        fonts=(FontFacts(name=text, kind=text, embedded=True, subset=True, pages=(1,)),),
        says=FileSays(title=text, producer=text, version=text, intent=text),
    )


def skeleton(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes."""
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in root.iter()]


PLAIN = skeleton(report(full_of("plain")))
HOSTILE = (
    "</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}",
    "</style><style>*{}", "<!--", "]]>", "&lt;", "\x00\x1b[2J\ud800", "javascript:alert(1)",
)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1)).filter(str.strip))
def test_no_text_of_a_pdf_is_more_than_text(text: str) -> None:
    root = report(full_of(text))
    seen = " ".join(UNFIT_FOR_HTML.sub("\N{REPLACEMENT CHARACTER}", text).split())

    assert skeleton(root) == PLAIN
    assert seen in text_of(next(root.iter("title")))
    assert [text_of(each) for each in root.iter("h1")] == [seen]
    assert text_of(root).count(seen) >= 10
