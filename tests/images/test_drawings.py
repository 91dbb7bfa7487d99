"""Drawings in SVG: flat shapes are taken, and whatever is more is refused with its line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.images import Picture, prepare_picture
from pamphleteer.problems import IssueError, SourcePos

HERE = SourcePos(path="news.md", line=3)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">\n'
RECT = '<rect width="10" height="10"/>'


def prepare(folder: Path, text: str) -> Picture:
    path = folder / "map.svg"
    path.write_text(text, encoding="utf-8")
    return prepare_picture(path, HERE)


def faults(folder: Path, text: str) -> list[tuple[str, int]]:
    """The codes of what is refused, with the lines in the drawing's own file."""
    with pytest.raises(IssueError) as caught:
        prepare(folder, text)
    found = caught.value.problems
    assert all(problem.pos and problem.pos.path.endswith("map.svg") for problem in found)
    assert all(problem.hint for problem in found)
    return [(problem.code, problem.pos.line) for problem in found if problem.pos]


def test_a_drawing_of_shapes_is_taken(tmp_path: Path) -> None:
    drawing = f"""{HEAD}<defs><g id="a">{RECT}</g></defs>
    <g transform="scale(2)" style="fill: #c00"><use href="#a"/><path d="M0 0L9 9"/></g></svg>"""
    picture = prepare(tmp_path, drawing)
    assert picture.is_drawing
    assert picture.media_type == "image/svg+xml"
    assert picture.width == 2 * picture.height
    for part in (b'href="#a"', b'd="M0 0L9 9"', b"scale(2)", b"fill: #c00"):
        assert part in picture.content


def test_notes_of_programs_are_left_out(tmp_path: Path) -> None:
    drawing = f"""<?xml version="1.0"?>
    <!-- Made by a program -->
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:p="http://program.example/" width="20mm"
      height="10mm" p:version="9"><metadata><p:secret>Secret</p:secret></metadata>
      <p:view p:zoom="2"><script/></p:view><title>Secret</title>{RECT}</svg>"""
    picture = prepare(tmp_path, drawing)
    assert picture.width == 2 * picture.height
    for left in (b"Secret", b"program", b"zoom", b"metadata"):
        assert left not in picture.content


REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script at a click": '<rect onclick="alert(1)" width="1" height="1"/>',
    "a picture from elsewhere": '<image href="file:///etc/passwd"/>',
    "another file": '<use href="other.svg#a"/>',
    "another file, of old": '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="http://e.org/a"/>',
    "a style from elsewhere": '<rect style="fill: url(http://example.org/a.svg#b)"/>',
    "a hidden address": r'<rect style="fill: u\72l(http://example.org/a.svg#b)"/>',
    "a style sheet from elsewhere": "<style>@import url(http://example.org/a.css);</style>",
    "type": "<text>Words</text>",
    "a gradient": '<linearGradient id="g"/>',
    "a pattern": '<pattern id="p" width="0.001" height="0.001"/>',
    "a filter": '<rect filter="url(#f)" width="1" height="1"/>',
    "a mask": '<mask id="m"/>',
    "another language": "<foreignObject><p>Words</p></foreignObject>",
    "a movement": '<animate attributeName="x"/>',
    "what there is not": "<circus/>",
    "dust": '<path stroke-dasharray="0.00001 1" d="M0 0H9"/>',
    "dust in a style": '<path style="stroke-dasharray: 1e-6" d="M0 0H9"/>',
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_more_than_shapes_is_refused_with_its_line(tmp_path: Path, what: str) -> None:
    drawing = f"{HEAD}{RECT}\n{REFUSED[what]}\n</svg>"
    assert faults(tmp_path, drawing) == [("unsafe-drawing", 3)]


def test_all_of_it_is_told_at_once(tmp_path: Path) -> None:
    drawing = f"{HEAD}<script/>\n<text>a</text>\n<image/></svg>"
    assert [line for _, line in faults(tmp_path, drawing)] == [2, 3, 4]


def test_a_drawing_that_draws_a_billion_shapes_is_refused(tmp_path: Path) -> None:
    """Each of nine groups draws the one before ten times."""
    groups = f'<g id="g0">{RECT}</g>' + "".join(
        f'<g id="g{at}">{f"""<use href="#g{at - 1}"/>""" * 10}</g>' for at in range(1, 10)
    )
    assert faults(tmp_path, f"{HEAD}{groups}</svg>") == [("unsafe-drawing", 1)]


def test_a_drawing_that_draws_itself_is_refused(tmp_path: Path) -> None:
    ring = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    assert faults(tmp_path, f"{HEAD}{ring}</svg>") == [("unsafe-drawing", 1)]


def test_a_drawing_that_is_nested_deep_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, f"{HEAD}{'<g>' * 5000}{'</g>' * 5000}</svg>")[0][1] == 2


def test_words_that_stand_for_more_words_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE svg [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;">]>\n'
    assert faults(tmp_path, f"{laughs}{HEAD}&b;</svg>") == [("unsafe-drawing", 2)]


@pytest.mark.parametrize("size", ['width="10"', 'viewBox="0 0 0 9"', 'viewBox="0 0 nan 9"', ""])
def test_a_drawing_says_how_large_it_is(tmp_path: Path, size: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{RECT}</svg>'
    assert faults(tmp_path, drawing) == [("unsafe-drawing", 1)]


def test_a_drawing_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, f"{HEAD}{RECT}\n<g>") == [("unsafe-drawing", 3)]


pieces = st.sampled_from([*REFUSED.values(), RECT, "<g>", "</g>", "&", "<!--", "-->", "\0", "é"])


@given(st.lists(pieces, max_size=8))
@settings(max_examples=100)
def test_a_spoilt_drawing_is_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    codes = {"unsafe-drawing"}
    try:
        picture = prepare(folder, f"{HEAD}{''.join(parts)}</svg>")
    except IssueError as refusal:
        codes = {problem.code for problem in refusal.problems}
    else:
        assert b"script" not in picture.content
        assert b"example.org" not in picture.content
    assert codes == {"unsafe-drawing"}
