"""Colours that are no inks, and what no ink can print, are refused with file, line and column."""

from pathlib import Path

import pytest

from pamphleteer.layout.spec import layout_names, read_layout
from pamphleteer.problems import IssueError, SourcePos

HERE = SourcePos(path="publication.yaml", line=5, column=9)

RAW = (
    ("p { color: #fff }", "#fff", "#fff"),
    ("p { color: #b0172280 }", "#b0172280", "#b0172280"),
    ("p { border-top: 1pt solid Crimson }", "Crimson", "Crimson"),
    ("p { background: rgb(0 0 0 / 50%) }", "rgb(", "rgb(…)"),
    ("p { background: device-cmyk(0 0 0 1) }", "device-cmyk(", "device-cmyk(…)"),
    ("p { --edge: teal; }", "teal", "teal"),
    ("@page { @top-left { color: red } }", "red", "red"),
)
UNPRINTABLE = (
    ("p { background: linear-gradient({{ inks.ink }}, {{ inks.paper }}) }", "linear", "gradient"),
    ("p { background: repeating-radial-gradient(x, y) }", "repeating", "gradient"),
    ("p { border: 3pt ridge {{ inks.ink }} }", "ridge", "relief"),
    ("p { box-shadow: 1pt 1pt 2pt {{ inks.ink }} }", "1pt 1pt", "blurred"),
    ("p { box-shadow: 0 0 0 {{ inks.ink }}, 0 0 .5em {{ inks.ink }} }", "0 0 0", "blurred"),
)
SOUND = (
    "#fff { color: {{ inks.ink }} } a:hover { color: inherit }",
    "p { color: transparent; background: none } /* red, #fff */",
    'p { font-family: "Black", "Red"; content: "#fff" }',
    "p { font-style: italic; list-style: inside } .red { width: 3pt }",
    "p { box-shadow: 1pt 1pt 0 {{ inks.ink }}; border: 1pt double {{ inks.ink }} }",
    "{# color: red #} p { background: url(red.png) }",
)
TEMPLATES = (
    ('<p style="color: red">', "red", "raw-colour"),
    ("<style>\np { color: red }\n</style>", "red", "raw-colour"),
    ('<svg><path fill="#000" d="M0,0"/></svg>', "#000", "raw-colour"),
    ("<svg><linearGradient id='a'/></svg>", "<linear", "not-printable"),
)


def problems_in(folder: Path) -> list[tuple[str, str, str]]:
    """What is told of a layout: place, code and message."""
    try:
        read_layout(folder.name, HERE)
    except IssueError as fault:
        return [(str(each.pos), each.code, each.message) for each in fault.problems]
    return []


@pytest.mark.parametrize("name", layout_names())
def test_layouts_that_ship_have_no_raw_colours(name: str) -> None:
    assert read_layout(name, HERE).inks


@pytest.mark.parametrize(("css", "at", "told"), RAW, ids=[each[1] for each in RAW])
def test_a_raw_colour_is_told_with_its_place(mine: Path, css: str, at: str, told: str) -> None:
    (mine / "more.css.j2").write_text(f"/* {{{{ 1\n}}}} */\n{css}\n", encoding="utf-8")
    place = f"{mine / 'more.css.j2'}:3:{css.index(at) + 1}"
    assert problems_in(mine) == [(place, "raw-colour", f'the colour "{told}" is written raw')]


@pytest.mark.parametrize(("css", "at", "said"), UNPRINTABLE, ids=[each[2] for each in UNPRINTABLE])
def test_what_mixes_colours_is_told_with_its_place(
    mine: Path, css: str, at: str, said: str
) -> None:
    (mine / "more.css.j2").write_text(f"\n{css}\n", encoding="utf-8")
    ((place, code, message),) = problems_in(mine)
    assert place == f"{mine / 'more.css.j2'}:2:{css.index(at) + 1}"
    assert code == "not-printable"
    assert said in message


@pytest.mark.parametrize("css", SOUND)
def test_what_is_no_colour_is_left_alone(mine: Path, css: str) -> None:
    (mine / "more.css.j2").write_text(css, encoding="utf-8")
    assert problems_in(mine) == []


@pytest.mark.parametrize(("html", "at", "code"), TEMPLATES)
def test_templates_are_looked_through_too(mine: Path, html: str, at: str, code: str) -> None:
    (mine / "more.html.j2").write_text(html, encoding="utf-8")
    ((place, told, _),) = problems_in(mine)
    before = html[: html.index(at)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert (place, told) == (f"{mine / 'more.html.j2'}:{line}:{column}", code)


def test_the_nearest_ink_is_named(mine: Path) -> None:
    (mine / "more.css.j2").write_text("p { color: #c02020 }", encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read_layout(mine.name, HERE)
    (problem,) = caught.value.problems
    assert problem.hint == "Name an ink of layout.yaml instead: {{ inks.accent }}."
