"""Pictures of an issue in its PDFs: fitted to each, screened where that was asked, and told of."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.build.judges import faults_of
from tests.build.pdf import render
from tests.build.publications import Publication, article, make_publication, manifest

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0H90V60Z"/></svg>'
COLUMN = 155
"""The points that a column of half-letter is wide."""


def photograph(width: int, height: int) -> bytes:
    """A picture of many colours, with where it was taken."""
    grey = Image.linear_gradient("L").resize((width, height))
    noise = Image.effect_noise((width, height), 30)
    exif = Image.Exif()
    exif[0x013B] = "Secret Name"
    out = io.BytesIO()
    Image.merge("RGB", (grey, noise, grey)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def publish(root: Path, body: str, *keys: str, **files: bytes) -> Publication:
    """An issue of one article; files are named ``large_jpg`` for ``large.jpg``."""
    pictures = {f"winter/images/{name.replace('_', '.')}": data for name, data in files.items()}
    return make_publication(
        root,
        {
            "winter/issue.yaml": manifest(["articles/news.md"], *keys),
            "winter/articles/news.md": article("News", body),
            **pictures,
        },
    )


def figure(name: str, braces: str = "") -> str:
    return f"![What is seen](../images/{name}){braces}"


def images(path: Path) -> Iterator[Any]:
    """The image objects of a PDF, those in forms included."""
    seen: set[int] = set()

    def walk(resources: Any) -> Iterator[Any]:
        for name in resources.get("/XObject", {}):
            reference = resources["/XObject"].raw_get(name)
            if reference.idnum not in seen:
                seen.add(reference.idnum)
                found = reference.get_object()
                if found["/Subtype"] == "/Image":
                    yield found
                else:
                    yield from walk(found.get("/Resources", {}))

    for page in PdfReader(path).pages:
        yield from walk(page["/Resources"])


def test_each_output_has_the_pixels_that_it_shows(tmp_path: Path) -> None:
    body = f"A word.\n\n{figure('large.jpg')}\n\nA word."
    made = publish(tmp_path, body, large_jpg=photograph(1500, 1000))
    told = made.build_here("--json")
    assert (told.code, told.json["problems"]) == (0, [])
    widths = [[each["/Width"] for each in images(path)] for path in (made.screen, made.booklet)]
    assert widths == [
        [pytest.approx(COLUMN / 72 * 192, rel=0.02)],
        [pytest.approx(COLUMN / 72 * 300, rel=0.02)],
    ]
    assert faults_of(made.screen) == []
    assert b"Secret" not in made.screen.read_bytes() + made.booklet.read_bytes()


def test_a_picture_that_is_too_small_is_told_with_its_line(tmp_path: Path) -> None:
    body = f"A word.\n\n{figure('small.jpg', '{span=page}')}\n\nA word."
    made = publish(tmp_path, body, small_jpg=photograph(300, 200))
    (problem,) = made.build_here("--json").json["problems"]
    assert (problem["severity"], problem["code"]) == ("warning", "coarse-picture")
    assert problem["message"].startswith("small.jpg: sharp up to 50 mm wide; placed at 1")
    assert (Path(problem["path"]).name, problem["line"]) == ("news.md", 6)


def test_dots_are_asked_for_by_an_issue_and_refused_by_a_picture(tmp_path: Path) -> None:
    body = f"A word.\n\n{figure('a.jpg')}\n\nA word.\n\n{figure('b.jpg', '{halftone=none}')}"
    pictures = {"a_jpg": photograph(900, 600), "b_jpg": photograph(901, 600)}
    made = publish(tmp_path, body, "halftone: coarse", **pictures)
    assert made.build_here().code == 0
    found = sorted((each["/ColorSpace"], each["/Width"]) for each in images(made.booklet))
    assert [space for space, _ in found] == ["/DeviceGray", "/DeviceRGB"]
    assert found[0][1] == pytest.approx(COLUMN / 72 * 600, rel=0.02)


@pytest.mark.parametrize("braces", ["{halftone=35}", '{halftone="35 lpi"}', "{halftone=coarse}"])
def test_one_picture_is_made_of_dots(tmp_path: Path, braces: str) -> None:
    made = publish(tmp_path, f"A word.\n\n{figure('a.jpg', braces)}", a_jpg=photograph(900, 600))
    assert made.build_here("--only", "screen").code == 0
    assert [each["/ColorSpace"] for each in images(made.screen)] == ["/DeviceGray"]


@pytest.mark.parametrize("value", ["coarce", "5", "2400", "yes"])
def test_an_unknown_halftone_is_refused_with_its_place(tmp_path: Path, value: str) -> None:
    body = f"A word.\n\n{figure('a.jpg', f'{{halftone={value}}}')}"
    made = publish(tmp_path, body, f"halftone: {value}", a_jpg=photograph(90, 60))
    assert sorted(made.faults()) == [
        "winter/articles/news.md:6 bad-attribute",
        "winter/issue.yaml:4:11 bad-value",
    ]


def test_a_drawing_is_drawn(tmp_path: Path) -> None:
    made = publish(tmp_path, f"A word.\n\n{figure('map.svg')}", map_svg=SVG)
    told = made.build_here("--json")
    assert (told.code, told.json["problems"]) == (0, [])
    assert list(images(made.screen)) == []
    assert faults_of(made.screen) == []
    ink = render(made.screen, 1, dpi=36).point(lambda grey: 255 * (grey < 128))
    assert ink.histogram()[255] > COLUMN / 2 * COLUMN / 3 * 0.8 / 2


def test_a_drawing_that_is_not_safe_is_refused_with_its_own_line(tmp_path: Path) -> None:
    unsafe = SVG.replace(b"<path", b"\n<script/><path")
    made = publish(tmp_path, f"A word.\n\n{figure('map.svg')}", map_svg=unsafe)
    assert made.faults() == ["winter/images/map.svg:2 unsafe-drawing"]


def test_a_cover_is_no_drawing(tmp_path: Path) -> None:
    made = publish(tmp_path, "A word.", map_svg=SVG)
    cover = "{cover: images/map.svg, alt: A map}"
    made.write({"winter/issue.yaml": manifest([cover, "articles/news.md"])})
    assert made.faults() == ["winter/issue.yaml:5:13 drawn-cover"]
